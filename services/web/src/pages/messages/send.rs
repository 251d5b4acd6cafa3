//! `POST /messages/{id}`: a further message.

use super::talk::{Wish, show};
use crate::error_page::{No, status};
use crate::form::Form;
use crate::shell::see;
use crate::visit::Visit;
use conversation::Send;
use kernel::Refuse;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[handler]
pub(super) async fn send(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    // A page that lost its id still sends; sending it twice would then write twice.
    let message = form.text("id").parse().unwrap_or_else(|_| visit.fresh_id());
    let cmd = Send { id: message.into(), conversation: id.into(), body: form.text("body").to_owned() };
    match conversation::send::send(&visit.db, &visit.caller, cmd).await {
        Ok(sent) => Ok(see(&format!("/messages/{}#last", sent.conversation))),
        Err(error) => {
            let status = status(error.refusal().kind);
            form.refused(error)?;
            show(&visit, id, &Wish::default(), form, status).await
        }
    }
}
