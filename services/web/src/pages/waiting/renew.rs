//! More time to wait.

use super::room::{elsewhere, shown};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use poem::{Response, handler};

/// `POST /waiting/renew`
#[handler]
pub(super) async fn renew(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    match sponsorship::renew_application(&visit.db, &visit.caller).await {
        Ok(()) => Ok(see_and_say("/waiting", "waiting-done-renewed")),
        Err(error) => {
            let mut form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
            form.refused(error)?;
            shown(&visit, form).await
        }
    }
}
