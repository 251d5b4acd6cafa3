//! A host agrees to meet somebody.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MeetingId;
use sponsorship::AgreeToMeet;

/// Agrees.
#[derive(InputObject)]
pub struct AgreeToMeetInput {
    /// A meeting for which it is the asker's turn.
    meeting_id: ID,
    /// First words to the applicant, 1 to 500 characters.
    words: String,
}

payload! {
    /// What came of it.
    AgreeToMeetPayload {
        /// True.
        agreed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AgreeToMeetInput) -> Result<AgreeToMeetPayload> {
    let cmd = AgreeToMeet { meeting: MeetingId::asked(&input.meeting_id), words: input.words };
    let done = sponsorship::agree_to_meet(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AgreeToMeetPayload { agreed: Some(true), refusal: None })
}
