//! Listings.

use crate::{
    ids::Global as _,
    limits,
    objects::{
        Listing, ListingDetail, ListingMap, ListingRules, Match, MyFairness, MyPlaces, Place, UnansweredRequest,
    },
    page::Connection,
    visit::Desk,
    words::{Direction, ListingKind, ListingOrder, ListingState, Settlement},
};
use async_graphql::{Context, ID, InputObject, Object, Result};
use exchange::{ListingFilter, Near, Order, Whence, fairness, my_places, views};
use kernel::{GroupId, ListingId, MemberId};

/// Which listings are wanted; what is not said does not matter.
#[derive(InputObject, Default)]
#[graphql(name = "ListingFilter")]
pub struct Filter {
    /// Offers or requests only.
    direction: Option<Direction>,
    /// Of one kind only.
    kind: Option<ListingKind>,
    /// That accept this in return.
    settlement: Option<Settlement>,
    /// Of this category only.
    category: Option<String>,
    /// In this town only; accents and capitals do not matter.
    town: Option<String>,
    /// Holding words that begin like these, all of them.
    words: Option<String>,
    /// Of this member only.
    author_id: Option<ID>,
    /// For this group only.
    group_id: Option<ID>,
    /// In this state; open ones when nothing is said.
    state: Option<ListingState>,
    /// Near what: `home` or `work` of the asker's, the code of a place, or the name of a town.
    near: Option<String>,
    /// With `near`: how many kilometres away at the most; anywhere on Earth when absent.
    kilometres: Option<u32>,
    /// The newest first when absent.
    order: Option<ListingOrder>,
}

impl From<Filter> for ListingFilter {
    fn from(filter: Filter) -> Self {
        Self {
            direction: filter.direction.map(Into::into),
            kind: filter.kind.map(Into::into),
            settlement: filter.settlement.map(Into::into),
            category: filter.category,
            town: filter.town,
            words: filter.words,
            author: filter.author_id.as_ref().map(MemberId::asked),
            group: filter.group_id.as_ref().map(GroupId::asked),
            state: filter.state.map(Into::into),
            near: filter.near.map(|near| Near { whence: Whence::read(near.trim()), kilometres: filter.kilometres }),
            order: filter.order.map(Into::into).unwrap_or_default(),
            linked: Vec::new(),
        }
    }
}

/// What can be asked about listings.
#[derive(Default)]
pub struct ExchangeQuery;

#[Object]
impl ExchangeQuery {
    /// Listings, the newest first, the nearest, or those the asker is linked to best.
    async fn listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<Filter>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Listing>> {
        let desk = Desk::of(ctx)?;
        let mut filter: ListingFilter = filter.unwrap_or_default().into();
        let page = desk.page(first, after.as_deref())?;
        if filter.order == Order::Trusted {
            filter.linked = desk.value(sponsorship::closest(desk.db, desk.caller).await)?;
        }
        let page = desk.value(views::listings(desk.db, desk.caller, &filter, &page).await)?;
        Ok(Connection::of(page, Listing))
    }

    /// Where these listings are, by towns, for a map. Those of which no place is certain are left out, and the order does not matter.
    async fn listing_map(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<Filter>,
    ) -> Result<ListingMap> {
        let desk = Desk::of(ctx)?;
        let filter = filter.unwrap_or_default().into();
        let found = views::map::listing_map(desk.db, desk.caller, &filter, limits::MAP_SPOTS).await;
        Ok(ListingMap(desk.value(found)?))
    }

    /// The asker's own listings in every state, the newest first.
    async fn my_listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Listing>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(views::mine(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, Listing))
    }

    /// One listing with its whole text.
    async fn listing(&self, ctx: &Context<'_>, id: ID) -> Result<Option<ListingDetail>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::listing(desk.db, desk.caller, ListingId::asked(&id)).await)?;
        Ok(found.map(ListingDetail))
    }

    /// What goes with the asker's open listings, the latest first; with one of them only, where `listingId` names one.
    async fn matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A listing of the asker's.")] listing_id: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Match>> {
        let desk = Desk::of(ctx)?;
        let (mine, page) = (listing_id.as_ref().map(ListingId::asked), desk.page(first, after.as_deref())?);
        let page = desk.value(views::matches::matches(desk.db, desk.caller, mine, &page).await)?;
        Ok(Connection::of(page, Match))
    }

    /// Open requests to which nobody has written for two days, those that wait longest first. Stewards.
    async fn unanswered_requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<UnansweredRequest>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(views::unanswered::unanswered(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, UnansweredRequest))
    }

    /// Hours within which half of the answered requests of the last ninety days had their first answer. Stewards.
    async fn first_answer_hours(&self, ctx: &Context<'_>) -> Result<Option<f64>> {
        let desk = Desk::of(ctx)?;
        let waiting = desk.value(views::unanswered::waiting(desk.db, desk.caller).await)?;
        Ok(waiting.first_answer.map(|time| time.as_seconds_f64() / 3_600.0))
    }

    /// Where the asker stands with what they received lately, which nobody else is told; absent where the community has no such rule.
    async fn my_fairness(&self, ctx: &Context<'_>) -> Result<Option<MyFairness>> {
        let desk = Desk::of(ctx)?;
        Ok(desk.value(fairness::my_fairness(desk.db, desk.caller).await)?.map(Into::into))
    }

    /// Where the asker lives and works.
    async fn my_places(&self, ctx: &Context<'_>) -> Result<MyPlaces> {
        let desk = Desk::of(ctx)?;
        Ok(MyPlaces(desk.value(my_places::my_places(desk.db, desk.caller).await)?))
    }

    /// The towns that may be meant by what somebody types, the likeliest first, at most ten: a name, its beginning, one with small mistakes,
    /// or a French postcode. Data: GeoNames (CC BY 4.0); communes of France: INSEE, La Poste and Etalab (Licence Ouverte).
    async fn places(&self, ctx: &Context<'_>, search: String) -> Result<Vec<Place>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(my_places::find_places(desk.db, desk.caller, &search).await)?;
        Ok(found.into_iter().map(Place).collect())
    }

    /// What a new listing may choose from.
    async fn listing_rules(&self, ctx: &Context<'_>) -> Result<ListingRules> {
        let desk = Desk::of(ctx)?;
        Ok(desk.value(views::rules(desk.db, desk.caller).await)?.into())
    }
}
