//! Publishing an offer or a request.

use crate::{
    ids::Global as _,
    objects::ListingDetail,
    refusal::payload,
    visit::Desk,
    words::{Audience, Direction, ListingKind, Settlement, Urgency},
};
use async_graphql::{ID, InputObject, Result};
use chrono::NaiveDate;
use exchange::{Draft, Publish, TypedExtent};
use kernel::{GroupId, ListingId, Timestamp};
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
    /// How many, when, for how long.
    #[graphql(default)]
    extent: ListingExtentInput,
    /// For whom it is; everybody when nothing is said. Heeded when it is published: afterwards `widenListing` shows it to more people.
    audience: Option<Audience>,
    /// How soon it is needed, of a request that is urgent: those who may help and are near are asked by letter at once. Two within seven days.
    /// Heeded when it is published: afterwards see `setListingUrgency`.
    urgency: Option<Urgency>,
    /// For which of the author's groups, with `GROUP`.
    group_id: Option<ID>,
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
            extent: draft.extent.into(),
            audience: draft.audience.map_or_else(Default::default, Into::into),
            urgency: draft.urgency.map(Into::into),
            group: draft.group_id.as_ref().map(GroupId::asked),
        }
    }
}

/// What a listing says besides its words. What its kind has none of is refused at its field.
#[derive(InputObject, Default)]
pub struct ListingExtentInput {
    /// How many there are, 1 to 999; goods and loans.
    quantity: Option<i32>,
    /// From which day of the community's calendar; not of outings.
    available_from: Option<NaiveDate>,
    /// Until which day: then the listing ends.
    available_until: Option<NaiveDate>,
    /// For how many days it is lent at the most, 1 to 365; loans.
    loan_days: Option<i32>,
    /// When an outing begins; one that is offered needs it.
    starts_at: Option<Timestamp>,
    /// When it ends.
    ends_at: Option<Timestamp>,
    /// For how many, 1 to 999; for everybody when absent.
    seats: Option<i32>,
    /// Whether those who wait to come in may come along.
    #[graphql(default)]
    for_guests: bool,
}

impl From<ListingExtentInput> for TypedExtent {
    fn from(said: ListingExtentInput) -> Self {
        let number = |number: Option<i32>| number.map_or_else(String::new, |number| number.to_string());
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let moment = |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_rfc3339());
        Self {
            quantity: number(said.quantity),
            available_from: day(said.available_from),
            available_until: day(said.available_until),
            loan_days: number(said.loan_days),
            starts_at: moment(said.starts_at),
            ends_at: moment(said.ends_at),
            seats: number(said.seats),
            for_guests: said.for_guests,
        }
    }
}

/// A new listing.
#[derive(InputObject)]
pub struct PublishListingInput {
    /// Made by the client: sending twice publishes once. With the `publishAs` of a draft of the asker's, that draft is gone.
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
