//! What the team does, each with one call of the house.

use super::desk;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::MemberId;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Admit, Refuse, Reinstate};
use uuid::Uuid;

/// `POST /steward/applicants/:id/admit`
#[handler]
pub async fn admit(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let reason = form.text("reason").to_owned();
    let done = sponsorship::admit(&visit.db, &visit.caller, Admit { member: MemberId(id), reason }).await;
    at_the_desk(&visit, form.about(id), done, "steward-admitted").await
}

/// `POST /steward/applicants/:id/refuse`
#[handler]
pub async fn refuse(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let reason = form.text("reason").to_owned();
    let done = sponsorship::refuse(&visit.db, &visit.caller, Refuse { member: MemberId(id), reason }).await;
    at_the_desk(&visit, form.about(id), done, "steward-refused").await
}

/// `POST /steward/members/:id/reinstate`
#[handler]
pub async fn reinstate(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let cmd = Reinstate { member: MemberId(id), reason: form.text("reason").to_owned() };
    let done = sponsorship::reinstate(&visit.db, &visit.caller, cmd).await;
    at_the_desk(&visit, form.about(id), done, "steward-is-reinstated").await
}

/// Back to the desk: with a word when it is done, with what was typed when it was refused.
async fn at_the_desk<E: kernel::Refuse>(
    visit: &Visit,
    mut form: Form,
    done: Result<(), E>,
    said: &str,
) -> Result<Response, No> {
    match done {
        Ok(()) => Ok(see_and_say("/steward", said)),
        Err(error) => {
            form.refused(error)?;
            desk::draw(visit, form, None).await
        }
    }
}
