//! Offers and requests.

use super::{GroupOfListing, ListingExtent, Member, OnBehalf, OutingState, Photo, Place};
use crate::{
    ids::Global as _,
    loaders,
    visit::Desk,
    words::{Audience, Direction, Language, ListingKind, ListingState, Settlement},
};
use async_graphql::{Context, ID, Object, Result, SimpleObject};
use exchange::{ListingRow, ListingView};
use kernel::Timestamp;

/// An offer or a request, as lists show it.
pub struct Listing(pub(crate) ListingRow);

#[Object]
impl Listing {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Offer or request.
    async fn direction(&self) -> Direction {
        self.0.direction.into()
    }
    /// What it is about.
    async fn kind(&self) -> ListingKind {
        self.0.kind.into()
    }
    /// What may be given in return.
    async fn settlements(&self) -> Vec<Settlement> {
        self.0.settlements.iter().copied().map(Settlement::from).collect()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// The beginning of its text, at most 240 characters.
    async fn excerpt(&self) -> &str {
        &self.0.excerpt
    }
    /// One of the community's categories, or empty.
    async fn category(&self) -> &str {
        &self.0.category
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// The place that is meant by it, where that is certain.
    async fn place(&self) -> Option<Place> {
        self.0.place.as_ref().and_then(places::place).map(Place)
    }
    /// How far that is from where the asker looks, in kilometres, about; 0 in the same town. Only in a list that was asked `near` something.
    async fn kilometres(&self) -> Option<u32> {
        self.0.nearness.map(places::Nearness::kilometres)
    }
    /// Where it stands.
    async fn state(&self) -> ListingState {
        self.0.state.into()
    }
    /// The language it is written in.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// When it was published.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// Until when it is shown.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
    /// For whom it is.
    async fn audience(&self) -> Audience {
        self.0.audience.into()
    }
    /// Until when it is urgent; absent where it is not, or not any more, or it is promised to somebody.
    async fn urgent_until(&self, ctx: &Context<'_>) -> Result<Option<Timestamp>> {
        Ok(self.0.urgent(Desk::of(ctx)?.db.clock().now()))
    }
    /// Since when it is promised to somebody; absent where it is not, or is not open. It may be answered all the same.
    async fn reserved_at(&self) -> Option<Timestamp> {
        self.0.reserved()
    }
    /// The group it is for, where `audience` is `GROUP`.
    async fn group(&self) -> Option<GroupOfListing> {
        self.0.group.clone().map(GroupOfListing::from)
    }
    /// Who published it.
    async fn author(&self) -> Member {
        Member(self.0.author.clone())
    }
    /// In whose name its author asks; absent where in their own.
    async fn on_behalf(&self) -> Option<OnBehalf> {
        self.0.on_behalf.clone().map(OnBehalf::from)
    }

    /// What it says besides its words: how many, when, for how long.
    async fn extent(&self, ctx: &Context<'_>) -> Result<ListingExtent> {
        Ok(ListingExtent(loaders::extent(ctx, self.0.id).await?))
    }
    /// Its photos, the first first; at most six.
    async fn photos(&self, ctx: &Context<'_>) -> Result<Vec<Photo>> {
        loaders::photos(ctx, self.0.id).await
    }
    /// Whether its author waits to come in; a steward has read it.
    async fn is_from_waiting(&self) -> bool {
        self.0.author.standing.is_waiting()
    }
}

/// A listing on its own, with its whole text.
pub struct ListingDetail(pub(crate) ListingView);

#[Object]
impl ListingDetail {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.row.id.global()
    }
    /// What lists show of it.
    async fn listing(&self) -> Listing {
        Listing(self.0.row.clone())
    }
    /// Its whole text.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// How an outing with a date stands; nothing of anything else.
    async fn outing(&self) -> Option<OutingState> {
        self.0.outing.clone().map(|view| OutingState { listing: self.0.row.id, view })
    }
    /// When its author last changed it.
    async fn edited_at(&self) -> Option<Timestamp> {
        self.0.edited_at
    }
    /// When it was closed or expired.
    async fn closed_at(&self) -> Option<Timestamp> {
        self.0.closed_at
    }
    /// Why it was closed by office; empty otherwise.
    async fn close_reason(&self) -> &str {
        &self.0.close_reason
    }
    /// Who helped, as its author said.
    async fn helped_by(&self) -> Option<Member> {
        self.0.helped_by.clone().map(Member)
    }
    /// The author's word of thanks; may be empty.
    async fn thanks(&self) -> &str {
        &self.0.thanks
    }
    /// Whether it is the asker's own.
    async fn is_mine(&self) -> bool {
        self.0.mine
    }
    /// Whether the asker may renew it now.
    async fn may_renew(&self) -> bool {
        self.0.may_renew
    }
    /// Whether the asker may close it as its author.
    async fn may_close(&self) -> bool {
        self.0.may_close
    }
    /// Whether the asker may write to its author about it.
    async fn may_answer(&self) -> bool {
        self.0.may_answer
    }
    /// When the asker may begin a conversation about it, where others go first (`myFairness`).
    async fn answerable_at(&self) -> Option<Timestamp> {
        self.0.answerable_at
    }
    /// Whether the asker may close it by office.
    async fn may_moderate(&self) -> bool {
        self.0.may_moderate
    }
    /// Whether the asker may say that it is promised to somebody: their own, open, and no outing.
    async fn may_reserve(&self) -> bool {
        self.0.may_reserve()
    }
    /// Whether the asker may say that it is promised to nobody any more: their own, open.
    async fn may_release(&self) -> bool {
        self.0.may_release()
    }
    /// Whether the asker may still mark it as urgent: their own open request that is promised to nobody, each once.
    async fn may_become_urgent(&self) -> bool {
        self.0.mine && self.0.may_become_urgent()
    }
    /// Whether the asker, of the team, may take the mark "urgent" off it.
    async fn may_take_urgency_off(&self) -> bool {
        self.0.may_take_urgency_off
    }
    /// Why the team took that mark off; empty otherwise, and to anybody but its author and the team.
    async fn urgent_reason(&self) -> &str {
        &self.0.urgent_reason
    }
    /// Who wrote about it, to choose from when asked who helped; at most 50, none unless it is the asker's own.
    async fn helpers(&self, ctx: &Context<'_>) -> Result<Vec<Member>> {
        if !self.0.mine {
            return Ok(Vec::new());
        }
        let desk = Desk::of(ctx)?;
        let cards = desk.value(exchange::views::helpers(desk.db, desk.caller, self.0.row.id).await)?;
        Ok(cards.into_iter().map(Member).collect())
    }
}

/// What a new listing may choose from.
#[derive(SimpleObject)]
pub struct ListingRules {
    /// What the community lets people give in return.
    settlements: Vec<Settlement>,
    /// Its categories.
    categories: Vec<String>,
    /// Days a listing lives.
    listing_days: i32,
}

impl From<exchange::Rules> for ListingRules {
    fn from(rules: exchange::Rules) -> Self {
        let settlements = rules.settlements.into_iter().map(Settlement::from).collect();
        Self { settlements, categories: rules.categories, listing_days: rules.listing_days }
    }
}
