//! Publishing an offer or a request.

use crate::{
    ids::Global as _,
    objects::ListingDetail,
    refusal::payload,
    visit::Desk,
    words::{Direction, ListingKind, Settlement},
};
use async_graphql::{ID, InputObject, Result};
use exchange::{Draft, Publish};
use kernel::ListingId;
use uuid::Uuid;

/// What stands in a listing.
#[derive(InputObject)]
pub struct ListingDraft {
    /// Offer or request.
    direction: Direction,
    /// What it is about.
    kind: ListingKind,
    /// What may be given in return, at least one.
    settlements: Vec<Settlement>,
    /// 3 to 120 characters.
    title: String,
    /// 1 to 4,000 characters.
    body: String,
    /// One of the community's categories.
    #[graphql(default)]
    category: String,
    /// Where, by the name of a town.
    #[graphql(default)]
    town: String,
}

impl From<ListingDraft> for Draft {
    fn from(draft: ListingDraft) -> Self {
        Self {
            direction: Some(draft.direction.into()),
            kind: Some(draft.kind.into()),
            settlements: draft.settlements.into_iter().map(Into::into).collect(),
            title: draft.title,
            body: draft.body,
            category: draft.category,
            town: draft.town,
        }
    }
}

/// A new listing.
#[derive(InputObject)]
pub struct PublishListingInput {
    /// Made by the client: sending twice publishes once.
    id: Uuid,
    /// What stands in it.
    draft: ListingDraft,
}

payload! {
    /// What came of it.
    PublishListingPayload {
        /// Its id.
        id: ID,
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: PublishListingInput) -> Result<PublishListingPayload> {
    let cmd = Publish { id: ListingId(input.id), draft: input.draft.into() };
    let done = exchange::publish::publish(desk.db, desk.caller, cmd).await;
    let listing = if done.is_ok() { shown(desk, ListingId(input.id)).await? } else { None };
    desk.payload(done, |done| PublishListingPayload { id: Some(done.listing.global()), listing, refusal: None })
}

/// The listing as it stands now.
pub(super) async fn shown(desk: Desk<'_>, id: ListingId) -> Result<Option<ListingDetail>> {
    let found = desk.value(exchange::views::listing(desk.db, desk.caller, id).await)?;
    Ok(found.map(ListingDetail))
}
