//! Offices: who looks after the community.

use super::overview::{self, Typed};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{MemberId, Role};
use membership::role::{GiveRole, give_role};
use poem::{Response, handler};
use uuid::Uuid;

/// `POST /owner/roles`
#[handler]
pub async fn give(visit: Visit, mut form: Form) -> Result<Response, No> {
    let member = form.parse::<Uuid>("member", "common-field-choose");
    let role = form.parse::<Role>("role", "common-field-choose");
    let (Some(member), Some(role)) = (member, role) else { return again(&visit, form).await };
    match give_role(&visit.db, &visit.caller, GiveRole { member: MemberId(member), role }).await {
        Ok(()) => Ok(see_and_say(&format!("/members/{member}"), "owner-role-given")),
        Err(error) => {
            form.refused(error)?;
            again(&visit, form).await
        }
    }
}

async fn again(visit: &Visit, form: Form) -> Result<Response, No> {
    overview::draw(visit, Typed { roles: Some(form), ..Typed::default() }).await
}
