//! An applicant asks the member whose personal link or invitation they hold.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::AskViaLink;
use uuid::Uuid;

/// Asks the member whose link this is.
#[derive(InputObject)]
pub struct AskSponsorViaLinkInput {
    /// Made by the client: asking twice with the same id asks once.
    id: Uuid,
    /// The token of the link.
    token: String,
    /// A line to the person asked, at most 500 characters.
    #[graphql(default)]
    note: String,
}

payload! {
    /// What came of it.
    AskSponsorViaLinkPayload {
        /// The request.
        sponsorship_id: ID,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskSponsorViaLinkInput) -> Result<AskSponsorViaLinkPayload> {
    let cmd = AskViaLink { id: SponsorshipId(input.id), token: input.token, note: input.note };
    let done = sponsorship::ask_via_link::ask_via_link(desk.db, desk.caller, cmd).await;
    desk.payload(done, |id| AskSponsorViaLinkPayload { sponsorship_id: Some(id.global()), refusal: None })
}
