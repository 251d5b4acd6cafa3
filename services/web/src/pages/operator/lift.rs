//! Letting letters go to an address again.

use super::desk;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::EmailAddress;
use membership::{MembershipError, suppression};
use poem::{Response, handler};

#[handler]
pub(super) async fn lift(visit: Visit, mut form: Form) -> Result<Response, No> {
    let Some(email) = form.parse::<EmailAddress>("email", "common-field-email") else {
        return desk::shown(&visit, form, Form::blank(visit.words)).await;
    };
    match suppression::lift(&visit.db, &visit.caller, &email).await {
        Ok(()) => Ok(see_and_say("/operator", "operator-done-lifted")),
        Err(MembershipError::NotFound) => {
            form.fail("email", visit.words.t("operator-lift-none"));
            desk::shown(&visit, form, Form::blank(visit.words)).await
        }
        Err(error) => Err(error.into()),
    }
}
