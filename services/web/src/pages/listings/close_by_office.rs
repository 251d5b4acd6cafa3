//! `POST /steward/listings/{id}/close`: the team closes a listing, from its page.

use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{CloseByOffice, moderate};
use kernel::Refuse as _;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// Back to the desk; where the reason is refused, the listing's page once more with what was typed.
#[handler]
pub(crate) async fn close_by_office(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let reason = form.text("reason").to_owned();
    let cmd = CloseByOffice { id: id.into(), reason: reason.clone() };
    match moderate::close_by_office(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward", "steward-listing-closed")),
        Err(error) if error.refusal().field == Some("reason") => {
            let words = visit.words.refusal(error.refusal().code);
            let again = |form: &mut Form| {
                form.set("reason", &reason);
                form.fail("reason", words);
            };
            super::item::again(&visit, id.into(), again).await
        }
        Err(error) => Err(error.into()),
    }
}
