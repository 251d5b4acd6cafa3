//! Somebody vouches for a member who is in already.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::Relation};
use async_graphql::{ID, InputObject, Result};
use kernel::{MemberId, SponsorshipId};
use sponsorship::Endorse;
use uuid::Uuid;

/// The asker vouches.
#[derive(InputObject)]
pub struct EndorseInput {
    /// Made by the client; sending it twice gives one word.
    id: Uuid,
    /// For whom.
    member_id: ID,
    /// How the sponsor knows them.
    relation: Relation,
    /// What the sponsor says of them, 1 to 500 characters.
    sentence: String,
    /// Whether they have met in person.
    met_in_person: bool,
}

payload! {
    /// What came of it.
    EndorsePayload {
        /// The sponsorship.
        sponsorship_id: ID,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EndorseInput) -> Result<EndorsePayload> {
    let id = SponsorshipId(input.id);
    let cmd = Endorse {
        id,
        member: MemberId::asked(&input.member_id),
        relation: input.relation.into(),
        sentence: input.sentence,
        met_in_person: input.met_in_person,
    };
    let done = sponsorship::endorse(desk.db, desk.caller, cmd).await;
    desk.payload(done, |_| EndorsePayload { sponsorship_id: Some(id.global()), refusal: None })
}
