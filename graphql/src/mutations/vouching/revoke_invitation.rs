//! Taking an invitation back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::InvitationId;
use sponsorship::revoke_invitation::{self, RevokeInvitation};

/// Which one.
#[derive(InputObject)]
pub struct RevokeInvitationInput {
    /// An invitation of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    RevokeInvitationPayload {
        /// True.
        revoked: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RevokeInvitationInput) -> Result<RevokeInvitationPayload> {
    let cmd = RevokeInvitation { id: InvitationId::asked(&input.id) };
    let done = revoke_invitation::revoke_invitation(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| RevokeInvitationPayload { revoked: Some(true), refusal: None })
}
