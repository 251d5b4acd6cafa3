//! Listings as pages and GraphQL show them.

pub mod almost;
pub mod map;
pub mod matches;
pub mod unanswered;

use crate::{
    Audience, Direction, ExchangeError, Extent, Kind, Settlement, State, fairness,
    mandate::{OnBehalf, attach},
    near::{self, Circle, Near, Order},
    outing::{self, OutingView},
    photos::{PhotoView, views as pictured},
    renew::{Answer, may_renew},
    store,
};
use community::BulletinView;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, GroupId, Language, LinkedAlike, ListingId, MemberId, Page, PageRequest, Timestamp};
use matches::MatchView;
use membership::MemberCard;
use places::{Nearness, PlaceId};
use std::collections::HashMap;
use uuid::Uuid;

/// Which listings are wanted; what is not said does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListingFilter {
    /// Offers or requests only.
    pub direction: Option<Direction>,
    /// Of one kind only.
    pub kind: Option<Kind>,
    /// That accept this in return.
    pub settlement: Option<Settlement>,
    /// Of this category only.
    pub category: Option<String>,
    /// In this town only; accents and capitals do not matter.
    pub town: Option<String>,
    /// Holding words that begin like these, all of them; accents and capitals do not matter.
    pub words: Option<String>,
    /// Of this member only.
    pub author: Option<MemberId>,
    /// For this group only.
    pub group: Option<GroupId>,
    /// In this state; open ones when nothing is said.
    pub state: Option<State>,
    /// No further from there; those without a place are left out.
    pub near: Option<Near>,
    /// The newest, the nearest or the best linked first.
    pub order: Order,
    /// With [`Order::Trusted`]: whom the reader is linked to, the best linked first, as sponsorships tell. Nobody otherwise: then it is the
    /// order of the newest.
    pub linked: Vec<LinkedAlike>,
}

impl ListingFilter {
    /// Whose listings come in an order of their own, so that they are left out of everybody else's.
    pub(crate) fn in_front(&self) -> Vec<Uuid> {
        let linked = if self.order == Order::Trusted { self.linked.as_slice() } else { &[] };
        linked.iter().flat_map(|alike| &alike.members).map(|member| member.0).collect()
    }
}

/// A listing in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingRow {
    /// The listing.
    pub id: ListingId,
    /// Which way it goes.
    pub direction: Direction,
    /// What it is about.
    pub kind: Kind,
    /// What may be given in return.
    pub settlements: Vec<Settlement>,
    /// Its title.
    pub title: String,
    /// The first 240 characters of its text.
    pub excerpt: String,
    /// One of the community's categories, or empty.
    pub category: String,
    /// Where; may be empty.
    pub town: String,
    /// The place that is meant by it, where that is certain.
    pub place: Option<PlaceId>,
    /// How far it is from where the reader looks; only in a list of what is near.
    pub nearness: Option<Nearness>,
    /// In whose name its author asks; nothing where in their own.
    pub on_behalf: Option<OnBehalf>,
    /// The first of its photos; only in lists that show it ([`listings_in_full`], [`mine`], [`newest`]).
    pub cover: Option<PhotoView>,
    /// Where it stands.
    pub state: State,
    /// The language it is written in.
    pub language: Language,
    /// When it was published.
    pub created_at: Timestamp,
    /// Until when it is shown.
    pub expires_at: Timestamp,
    /// For whom it is.
    pub audience: Audience,
    /// Until when it is, or was, urgent; whether it is now says [`ListingRow::urgent`].
    pub urgent_until: Option<Timestamp>,
    /// Since when it is promised to somebody; whether it is now says [`ListingRow::reserved`].
    pub reserved_at: Option<Timestamp>,
    /// For which group, where for one.
    pub group: Option<ListingGroup>,
    /// Who published it.
    pub author: MemberCard,
    /// What it says besides its words; where a list was asked for it ([`listings_in_full`], [`extents`]), and on its own page.
    pub extent: Extent,
}

/// The group a listing is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingGroup {
    /// Which.
    pub id: GroupId,
    /// What it is called.
    pub name: String,
}

/// A listing on its own page.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own: which button a page shows")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingView {
    /// What a list shows as well.
    pub row: ListingRow,
    /// Its whole text.
    pub body: String,
    /// How an outing stands; nothing of anything else.
    pub outing: Option<OutingView>,
    /// Its photos, the first first.
    pub photos: Vec<PhotoView>,
    /// When its author last changed it.
    pub edited_at: Option<Timestamp>,
    /// When it was closed or expired.
    pub closed_at: Option<Timestamp>,
    /// Why it was closed by office; empty otherwise.
    pub close_reason: String,
    /// When it was marked as urgent, now or before; each request once.
    pub urgent_at: Option<Timestamp>,
    /// Why the team took that mark off; empty otherwise, and to anybody but its author and the team.
    pub urgent_reason: String,
    /// Who helped, as its author said.
    pub helped_by: Option<MemberCard>,
    /// The author's word of thanks; may be empty.
    pub thanks: String,
    /// Whether it is the caller's own.
    pub mine: bool,
    /// Whether the caller may renew it now.
    pub may_renew: bool,
    /// Whether the caller may close it as its author.
    pub may_close: bool,
    /// Whether the caller may begin a conversation about it.
    pub may_answer: bool,
    /// When the caller may begin one, where others go first ([`crate::fairness`]); nothing otherwise.
    pub answerable_at: Option<Timestamp>,
    /// Whether the caller may close it by office.
    pub may_moderate: bool,
    /// Whether the caller, of the team, may show it to everybody.
    pub may_pass_on: bool,
    /// Whether the caller, of the team, may take the mark "urgent" off it.
    pub may_take_urgency_off: bool,
}

/// Listings, the newest, the nearest or the best linked first. Those whose author is not inside any more are left out.
///
/// # Errors
/// A problem of `near` when it is not certain from where ([`near::Whence`]).
pub async fn listings(
    db: &Db,
    caller: &Caller,
    filter: &ListingFilter,
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    let mut tx = begin(db, caller, filter).await?;
    let found = found(&mut tx, caller, filter, page).await?;
    tx.commit().await?;
    Ok(found)
}

/// The same, each with what it says besides its words and the first of its photos.
///
/// # Errors
/// As [`listings`].
pub async fn listings_in_full(
    db: &Db,
    caller: &Caller,
    filter: &ListingFilter,
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    let mut tx = begin(db, caller, filter).await?;
    let mut found = found(&mut tx, caller, filter, page).await?;
    store::extent::fill(&mut tx, &mut found.items).await?;
    pictured::cover(&mut tx, caller, &mut found.items).await?;
    tx.commit().await?;
    Ok(found)
}

/// What these listings say besides their words; absent ones, and those that say nothing, are left out. For loaders; at most 100.
pub async fn extents(db: &Db, caller: &Caller, ids: &[ListingId]) -> Result<HashMap<ListingId, Extent>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::extent::shown(&mut tx, ids).await?;
    tx.commit().await?;
    Ok(found)
}

async fn begin(db: &Db, caller: &Caller, filter: &ListingFilter) -> Result<CommunityTx, ExchangeError> {
    caller.must(Act::ReadListings)?;
    Ok(if *filter == ListingFilter::default() {
        db.begin_with_lasting_plans(caller).await?
    } else {
        db.begin(caller).await?
    })
}

async fn found(
    tx: &mut CommunityTx,
    caller: &Caller,
    filter: &ListingFilter,
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    if *filter == ListingFilter::default() {
        let mut found = store::list::newest(tx, page).await?;
        attach(tx, &mut found.items).await?;
        return Ok(found);
    }
    let circle = near::circle(tx, caller, filter).await?;
    let mut found = match (&circle, filter.order) {
        (Some(circle), Order::Nearest) => store::near::nearest(tx, filter, circle, page).await?,
        (circle, Order::Trusted) => store::trusted::trusted(tx, filter, circle.as_ref(), page).await?,
        _ => store::list::matching(tx, filter, circle.as_ref(), page).await?,
    };
    attach(tx, &mut found.items).await?;
    Ok(found.map(|row| measured(row, circle.as_ref())))
}

fn measured(mut row: ListingRow, circle: Option<&Circle>) -> ListingRow {
    let place = row.place.as_ref().and_then(places::place);
    row.nearness = circle.zip(place).map(|(circle, place)| Nearness::between(&circle.middle, &place));
    row
}

/// The newest of a community, for its home page: open listings of each direction, bulletins, and what goes with the caller's own.
#[derive(Debug, Clone, Default)]
pub struct Newest {
    /// Who needs something.
    pub requests: Vec<ListingRow>,
    /// Who can help.
    pub offers: Vec<ListingRow>,
    /// What those who run the community say.
    pub bulletins: Vec<BulletinView>,
    /// What goes with the caller's listings, the latest first.
    pub matches: Vec<MatchView>,
}

/// The newest requests and the newest offers, at most `each` of both, the newest two bulletins, and at most `pairs` matches, read in one
/// transaction.
pub async fn newest(db: &Db, caller: &Caller, each: u32, pairs: u32) -> Result<Newest, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let mut requests = newest_tx(&mut tx, Direction::Request, each).await?;
    let mut offers = newest_tx(&mut tx, Direction::Offer, each).await?;
    pictured::cover(&mut tx, caller, &mut requests).await?;
    pictured::cover(&mut tx, caller, &mut offers).await?;
    let bulletins = community::bulletin::newest_tx(&mut tx, 2).await?;
    let matches = matches::matches_tx(&mut tx, me.member, None, &PageRequest::new(pairs, None)).await?.items;
    tx.commit().await?;
    Ok(Newest { requests, offers, bulletins, matches })
}

async fn newest_tx(tx: &mut CommunityTx, direction: Direction, most: u32) -> Result<Vec<ListingRow>, ExchangeError> {
    let filter = ListingFilter { direction: Some(direction), ..ListingFilter::default() };
    let mut found = store::list::matching(tx, &filter, None, &PageRequest::new(most, None)).await?.items;
    attach(tx, &mut found).await?;
    store::extent::fill(tx, &mut found).await?;
    Ok(found)
}

/// The caller's own listings in every state, the newest first.
pub async fn mine(db: &Db, caller: &Caller, page: &PageRequest) -> Result<Page<ListingRow>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let mut found = store::list::of_author(&mut tx, me.member, page).await?;
    attach(&mut tx, &mut found.items).await?;
    store::extent::fill(&mut tx, &mut found.items).await?;
    pictured::cover(&mut tx, caller, &mut found.items).await?;
    Ok(found)
}

/// One listing; nothing when it is absent, foreign, or its author is not inside any more. Changes nothing: a door that
/// shows it to a person calls [`crate::seen::mark_seen`] as well.
pub async fn listing(db: &Db, caller: &Caller, id: ListingId) -> Result<Option<ListingView>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let Some(mut view) = store::one::view(&mut tx, id).await? else { return Ok(None) };
    attach(&mut tx, std::slice::from_mut(&mut view.row)).await?;
    // Nobody has read the thanks of somebody who waits: they are for whom they thank.
    let is_helper = caller.me().is_some_and(|me| view.helped_by.as_ref().is_some_and(|card| card.id == me.member));
    if view.row.author.standing.is_waiting() && !is_helper {
        view.thanks.clear();
    }
    view.row.extent = store::extent::of(&mut tx, id).await?.extent;
    view.outing = outing::view_tx(&mut tx, caller, &view.row).await?;
    view.photos = pictured::of_listings_tx(&mut tx, caller, &[id]).await?.remove(&id).unwrap_or_default();
    allow(&mut view, caller, tx.now());
    if let Some(me) = caller.me().filter(|_| view.may_answer) {
        view.answerable_at = fairness::not_before_tx(&mut tx, me.member, id).await?;
        view.may_answer = view.answerable_at.is_none();
    }
    Ok(Some(view))
}

/// The listings of these ids, in any order; absent and foreign ones are left out. For loaders; at most 100.
pub async fn rows(db: &Db, caller: &Caller, ids: &[ListingId]) -> Result<Vec<ListingRow>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let mut found = store::list::by_ids(&mut tx, ids).await?;
    attach(&mut tx, &mut found).await?;
    Ok(found)
}

/// Who wrote about the caller's listing, the latest first: whom to choose from when asked "who helped?". At most 50.
pub async fn helpers(db: &Db, caller: &Caller, listing: ListingId) -> Result<Vec<MemberCard>, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    if store::one::author(&mut tx, listing).await? != Some(me.member) {
        return Err(ExchangeError::NotFound);
    }
    Ok(store::helpers::who_wrote(&mut tx, listing).await?)
}

/// What a form for a new listing offers to choose from.
pub async fn rules(db: &Db, caller: &Caller) -> Result<crate::Rules, ExchangeError> {
    caller.must(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    Ok(crate::rules::rules(&mut tx).await?)
}

fn allow(view: &mut ListingView, caller: &Caller, now: Timestamp) {
    let (state, expires_at) = (view.row.state, view.row.expires_at);
    let open = state == State::Open;
    view.mine = caller.me().is_some_and(|me| me.member == view.row.author.id);
    let dated = view.row.extent.has_end();
    view.may_renew = view.mine && may_renew(state, expires_at, now, dated) == Answer::Yes;
    view.may_close = view.mine && matches!(state, State::Open | State::Expired);
    view.may_answer = !view.mine && open && caller.me().is_some() && caller.may(Act::Converse);
    view.may_moderate = open && caller.me().is_some() && caller.may(Act::ModerateListing);
    view.may_pass_on = view.may_moderate && !view.mine && view.row.audience.may_be_passed_on();
    view.may_take_urgency_off = view.may_moderate && !view.mine && view.row.urgent(now).is_some();
    if !view.mine && !caller.may(Act::ModerateListing) {
        view.urgent_reason.clear();
    }
}
