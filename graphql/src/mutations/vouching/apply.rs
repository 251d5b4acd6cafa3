//! Asking to come in.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use sponsorship::apply::{self, Apply, Via};
use uuid::Uuid;

/// Somebody wants to come in.
#[derive(InputObject)]
pub struct ApplyInput {
    /// Made by the client: applying twice applies once.
    id: Uuid,
    /// Name, as others will see it.
    name: String,
    /// A sentence about themselves.
    about: String,
    /// Where they live.
    #[graphql(default)]
    town: String,
    /// Whether they accepted the charter.
    charter_accepted: bool,
    /// The token of the personal link or invitation that led them here.
    via: Option<String>,
}

payload! {
    /// What came of it.
    ApplyPayload {
        /// The applicant; not the proposed id when they were here before.
        member_id: ID,
        /// Whether they are in already.
        admitted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ApplyInput) -> Result<ApplyPayload> {
    let cmd = Apply {
        id: MemberId(input.id),
        name: input.name,
        about: input.about,
        town: input.town,
        charter_accepted: input.charter_accepted,
        via: input.via.as_deref().and_then(Via::of),
    };
    let done = apply::apply(desk.db, desk.caller, cmd).await;
    desk.payload(done, |applied| ApplyPayload {
        member_id: Some(applied.member.global()),
        admitted: Some(applied.admitted),
        refusal: None,
    })
}
