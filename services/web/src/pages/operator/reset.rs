//! Taking the second keys of somebody away who has lost them all.

use super::desk;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::EmailAddress;
use membership::factor_reset::{self, AskReset};
use membership::{MembershipError, limits};
use poem::{Response, handler};

#[handler]
pub(super) async fn reset(visit: Visit, mut form: Form) -> Result<Response, No> {
    let email = form.parse::<EmailAddress>("account", "common-field-email");
    let reason = form.required("reason", limits::REASON);
    let (Some(email), Some(reason)) = (email, reason) else { return again(&visit, form).await };
    match factor_reset::ask(&visit.db, &visit.caller, AskReset { email, reason }).await {
        Ok(_due) => Ok(see_and_say("/operator", "operator-done-reset")),
        Err(MembershipError::NotFound) => {
            form.fail("account", visit.words.t("operator-reset-none"));
            again(&visit, form).await
        }
        Err(error) => {
            form.refused(error)?;
            again(&visit, form).await
        }
    }
}

async fn again(visit: &Visit, form: Form) -> Result<Response, No> {
    desk::shown(visit, Form::blank(visit.words), form).await
}
