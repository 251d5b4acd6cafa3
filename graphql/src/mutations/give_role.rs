//! An owner gives or takes an office.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::Role};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use membership::role::{self, GiveRole};

/// Who holds which office from now on.
#[derive(InputObject)]
pub struct GiveRoleInput {
    /// Who.
    member_id: ID,
    /// Which; `NONE` takes it away.
    role: Role,
}

payload! {
    /// What came of it.
    GiveRolePayload {
        /// The office they hold now.
        role: Role,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: GiveRoleInput) -> Result<GiveRolePayload> {
    let cmd = GiveRole { member: MemberId::asked(&input.member_id), role: input.role.into() };
    let done = role::give_role(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| GiveRolePayload { role: Some(input.role), refusal: None })
}
