//! A host says that they have met.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::MetBy};
use async_graphql::{ID, InputObject, Result};
use chrono::NaiveDate;
use kernel::MeetingId;
use sponsorship::RecordMeeting;

/// They have met.
#[derive(InputObject)]
pub struct RecordMeetingInput {
    /// A meeting the asker agreed to.
    meeting_id: ID,
    /// On which day, in the community's time zone.
    met_on: NaiveDate,
    /// How.
    met_by: MetBy,
}

payload! {
    /// What came of it.
    RecordMeetingPayload {
        /// The request that the host can answer now.
        sponsorship_id: ID,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RecordMeetingInput) -> Result<RecordMeetingPayload> {
    let meeting = MeetingId::asked(&input.meeting_id);
    let cmd = RecordMeeting { meeting, met_on: input.met_on, met_by: input.met_by.into() };
    let done = sponsorship::record_meeting(desk.db, desk.caller, cmd).await;
    desk.payload(done, |id| RecordMeetingPayload { sponsorship_id: Some(id.global()), refusal: None })
}
