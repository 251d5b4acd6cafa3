//! A host leaves it to the next one.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MeetingId;
use sponsorship::PassOn;

/// Which one.
#[derive(InputObject)]
pub struct PassOnMeetingInput {
    /// A meeting for which it is the asker's turn.
    meeting_id: ID,
}

payload! {
    /// What came of it.
    PassOnMeetingPayload {
        /// True.
        passed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: PassOnMeetingInput) -> Result<PassOnMeetingPayload> {
    let cmd = PassOn { meeting: MeetingId::asked(&input.meeting_id) };
    let done = sponsorship::pass_on(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| PassOnMeetingPayload { passed: Some(true), refusal: None })
}
