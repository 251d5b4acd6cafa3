//! Vouching for somebody.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::Relation};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::Give;

/// The asker vouches.
#[derive(InputObject)]
pub struct GiveSponsorshipInput {
    /// The request that is answered.
    sponsorship_id: ID,
    /// How the sponsor knows the applicant.
    relation: Relation,
    /// What the sponsor says of them, 1 to 500 characters.
    sentence: String,
    /// Whether they have met in person.
    met_in_person: bool,
}

payload! {
    /// What came of it.
    GiveSponsorshipPayload {
        /// For whom.
        applicant_id: ID,
        /// Whether the applicant is in now.
        admitted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: GiveSponsorshipInput) -> Result<GiveSponsorshipPayload> {
    let cmd = Give {
        sponsorship: SponsorshipId::asked(&input.sponsorship_id),
        relation: input.relation.into(),
        sentence: input.sentence,
        met_in_person: input.met_in_person,
    };
    let done = sponsorship::give::give(desk.db, desk.caller, cmd).await;
    desk.payload(done, |given| GiveSponsorshipPayload {
        applicant_id: Some(given.applicant.global()),
        admitted: Some(given.admitted),
        refusal: None,
    })
}
