//! An applicant asks somebody to vouch for them.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::AskSponsor;
use uuid::Uuid;

/// Asks whoever has this address.
#[derive(InputObject)]
pub struct AskSponsorInput {
    /// Made by the client: asking twice with the same id asks once.
    id: Uuid,
    /// Their e-mail address.
    email: String,
    /// A line to the person asked, at most 500 characters.
    #[graphql(default)]
    note: String,
}

payload! {
    /// What came of it: the same whether or not the address belongs to a member.
    AskSponsorPayload {
        /// The request.
        sponsorship_id: ID,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskSponsorInput) -> Result<AskSponsorPayload> {
    let email = match super::super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| AskSponsorPayload::default()),
    };
    let cmd = AskSponsor { id: SponsorshipId(input.id), email, note: input.note };
    let done = sponsorship::ask::ask_sponsor(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AskSponsorPayload {
        sponsorship_id: Some(crate::ids::Global::global(SponsorshipId(input.id))),
        refusal: None,
    })
}
