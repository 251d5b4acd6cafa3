//! The two write to each other to find a day.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::{MeetingId, MeetingLineId};
use sponsorship::{SponsorshipError, WriteLine};
use uuid::Uuid;

/// A line.
#[derive(InputObject)]
pub struct WriteMeetingLineInput {
    /// Made by the client: sending it twice writes it once.
    id: Uuid,
    /// Which meeting.
    meeting_id: ID,
    /// What to say, 1 to 500 characters.
    words: String,
}

payload! {
    /// What came of it.
    WriteMeetingLinePayload {
        /// True.
        written: bool,
    }
}

pub(super) async fn to_newcomer(desk: Desk<'_>, input: WriteMeetingLineInput) -> Result<WriteMeetingLinePayload> {
    let done = sponsorship::write_to_newcomer(desk.db, desk.caller, line(input)).await;
    answer(&desk, done)
}

pub(super) async fn to_host(desk: Desk<'_>, input: WriteMeetingLineInput) -> Result<WriteMeetingLinePayload> {
    let done = sponsorship::write_to_host(desk.db, desk.caller, line(input)).await;
    answer(&desk, done)
}

fn line(input: WriteMeetingLineInput) -> WriteLine {
    WriteLine { id: MeetingLineId(input.id), meeting: MeetingId::asked(&input.meeting_id), words: input.words }
}

fn answer(desk: &Desk<'_>, done: Result<(), SponsorshipError>) -> Result<WriteMeetingLinePayload> {
    desk.payload(done, |()| WriteMeetingLinePayload { written: Some(true), refusal: None })
}
