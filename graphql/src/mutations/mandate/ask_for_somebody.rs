//! A member asks for somebody else.

use crate::mutations::publish_listing::ListingDraft;
use crate::{ids::Global as _, objects::Mandate, refusal::payload, visit::Desk, words::MandateRelation};
use async_graphql::{ID, InputObject, Result};
use exchange::Publish;
use exchange::mandate::{AskFor, ForWhom};
use kernel::{ListingId, MemberId};
use uuid::Uuid;

/// A request in somebody's name.
#[derive(InputObject)]
pub struct AskForSomebodyInput {
    /// Made by the client: sending twice asks once.
    id: Uuid,
    /// What stands in it; a request.
    draft: ListingDraft,
    /// Another member, by their id, who is asked to agree first. Else `behalfName` says for whom.
    behalf_member: Option<ID>,
    /// The first name of somebody who is no member, without a figure; 1 to 40 characters.
    #[graphql(default)]
    behalf_name: String,
    /// "They asked me to": needed for somebody who is no member.
    #[graphql(default)]
    behalf_consent: bool,
    /// What they are to the asker.
    behalf_relation: Option<MandateRelation>,
}

payload! {
    /// What came of it.
    AskForSomebodyPayload {
        /// The request's id.
        id: ID,
        /// Who asks for whom, and where it stands.
        mandate: Mandate,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AskForSomebodyInput) -> Result<AskForSomebodyPayload> {
    let whom = match &input.behalf_member {
        Some(id) => ForWhom::Member(MemberId::asked(id)),
        None => ForWhom::Named { first_name: input.behalf_name, consents: input.behalf_consent },
    };
    let publish = Publish { id: ListingId(input.id), draft: input.draft.into() };
    let cmd = AskFor { publish, whom, relation: input.behalf_relation.map(Into::into) };
    let done = exchange::mandate::ask_for(desk.db, desk.caller, cmd).await;
    let mandate = if done.is_ok() { shown(desk, ListingId(input.id)).await? } else { None };
    desk.payload(done, |done| AskForSomebodyPayload { id: Some(done.listing.global()), mandate, refusal: None })
}

/// The mandate as it stands now.
pub(super) async fn shown(desk: Desk<'_>, id: ListingId) -> Result<Option<Mandate>> {
    let found = desk.value(exchange::mandate::mandate(desk.db, desk.caller, id).await)?;
    Ok(found.map(Mandate))
}
