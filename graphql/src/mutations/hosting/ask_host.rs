//! An applicant who knows nobody asks to meet a host.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::MeetingWay};
use async_graphql::{ID, InputObject, Result};
use kernel::MeetingId;
use sponsorship::AskHost;
use uuid::Uuid;

/// Asks the host whose turn it is.
#[derive(InputObject)]
pub struct AskHostInput {
    /// Made by the client: asking twice with the same id asks once.
    id: Uuid,
    /// Where, at most 80 characters.
    #[graphql(default)]
    town: String,
    /// How.
    way: MeetingWay,
    /// Who one is and when one has time, 1 to 500 characters.
    note: String,
}

payload! {
    /// What came of it.
    AskHostPayload {
        /// The meeting.
        meeting_id: ID,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskHostInput) -> Result<AskHostPayload> {
    let id = MeetingId(input.id);
    let cmd = AskHost { id, town: input.town, way: input.way.into(), note: input.note };
    let done = sponsorship::ask_host(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AskHostPayload { meeting_id: Some(id.global()), refusal: None })
}
