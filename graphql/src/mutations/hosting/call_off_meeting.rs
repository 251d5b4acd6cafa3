//! An applicant does not need a meeting any more.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MeetingId;
use sponsorship::CallOffMeeting;

/// Which one.
#[derive(InputObject)]
pub struct CallOffMeetingInput {
    /// A meeting of the asker's.
    meeting_id: ID,
}

payload! {
    /// What came of it.
    CallOffMeetingPayload {
        /// True.
        called_off: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: CallOffMeetingInput) -> Result<CallOffMeetingPayload> {
    let cmd = CallOffMeeting { meeting: MeetingId::asked(&input.meeting_id) };
    let done = sponsorship::call_off_meeting(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| CallOffMeetingPayload { called_off: Some(true), refusal: None })
}
