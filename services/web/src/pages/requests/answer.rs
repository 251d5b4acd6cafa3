//! The two answers to a request.

use super::one;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::SponsorshipId;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Decline, Give, Relation};
use uuid::Uuid;

/// `POST /requests/:id/give`
#[handler]
pub async fn give(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let id = SponsorshipId(id);
    let relation = form.parse::<Relation>("relation", "common-field-choose");
    let sentence = form.required("sentence", sponsorship::give::LONGEST_SENTENCE);
    let (Some(relation), Some(sentence)) = (relation, sentence) else { return one::draw(&visit, id, form).await };
    let cmd = Give { sponsorship: id, relation, sentence, met_in_person: form.ticked("met") };
    match sponsorship::give(&visit.db, &visit.caller, cmd).await {
        Ok(given) if given.admitted => Ok(see_and_say("/requests", "requests-given-admitted")),
        Ok(_) => Ok(see_and_say("/requests", "requests-given")),
        Err(error) => {
            form.refused(error)?;
            one::draw(&visit, id, form).await
        }
    }
}

/// `POST /requests/:id/decline`
#[handler]
pub async fn decline(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    sponsorship::decline(&visit.db, &visit.caller, Decline { sponsorship: SponsorshipId(id) }).await?;
    Ok(see_and_say("/requests", "requests-declined"))
}
