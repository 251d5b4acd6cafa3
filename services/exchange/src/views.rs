//! Listings as pages and GraphQL show them.

pub mod map;
pub mod matches;
pub mod unanswered;

use crate::{
    Direction, ExchangeError, Kind, Settlement, State, limits,
    near::{self, Circle, Near, Order},
    renew::{Answer, may_renew},
    store,
};
use community::BulletinView;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Language, ListingId, MemberId, Page, PageRequest, Timestamp};
use matches::MatchView;
use membership::MemberCard;
use places::{Nearness, PlaceId};

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
    /// In this state; open ones when nothing is said.
    pub state: Option<State>,
    /// No further from there; those without a place are left out.
    pub near: Option<Near>,
    /// The newest or the nearest first.
    pub order: Order,
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
    /// Where it stands.
    pub state: State,
    /// The language it is written in.
    pub language: Language,
    /// When it was published.
    pub created_at: Timestamp,
    /// Until when it is shown.
    pub expires_at: Timestamp,
    /// Who published it.
    pub author: MemberCard,
}

/// A listing on its own page.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own: which button a page shows")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingView {
    /// What a list shows as well.
    pub row: ListingRow,
    /// Its whole text.
    pub body: String,
    /// When its author last changed it.
    pub edited_at: Option<Timestamp>,
    /// When it was closed or expired.
    pub closed_at: Option<Timestamp>,
    /// Why it was closed by office; empty otherwise.
    pub close_reason: String,
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
    /// Whether the caller may close it by office.
    pub may_moderate: bool,
}

/// Listings, the newest or the nearest first. Those whose author is not inside any more are left out.
///
/// # Errors
/// A problem of `near` when it is not certain from where ([`near::Whence`]).
pub async fn listings(
    db: &Db,
    caller: &Caller,
    filter: &ListingFilter,
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    if *filter == ListingFilter::default() {
        let mut tx = db.begin_with_lasting_plans(caller.community).await?;
        let found = store::list::newest(&mut tx, page).await?;
        tx.commit().await?;
        return Ok(found);
    }
    let mut tx = db.begin(caller.community).await?;
    let circle = near::circle(&mut tx, caller, filter).await?;
    let found = match (&circle, filter.order) {
        (Some(circle), Order::Nearest) => store::near::nearest(&mut tx, filter, circle, page).await?,
        _ => store::list::matching(&mut tx, filter, circle.as_ref(), page).await?,
    };
    tx.commit().await?;
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
    let mut tx = db.begin(caller.community).await?;
    let requests = newest_tx(&mut tx, Direction::Request, each).await?;
    let offers = newest_tx(&mut tx, Direction::Offer, each).await?;
    let bulletins = community::bulletin::newest_tx(&mut tx, 2).await?;
    let matches = matches::matches_tx(&mut tx, me.member, None, &PageRequest::new(pairs, None)).await?.items;
    tx.commit().await?;
    Ok(Newest { requests, offers, bulletins, matches })
}

async fn newest_tx(tx: &mut CommunityTx, direction: Direction, most: u32) -> Result<Vec<ListingRow>, ExchangeError> {
    let filter = ListingFilter { direction: Some(direction), ..ListingFilter::default() };
    Ok(store::list::matching(tx, &filter, None, &PageRequest::new(most, None)).await?.items)
}

/// The caller's own listings in every state, the newest first.
pub async fn mine(db: &Db, caller: &Caller, page: &PageRequest) -> Result<Page<ListingRow>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller.community).await?;
    Ok(store::list::of_author(&mut tx, me.member, page).await?)
}

/// One listing; nothing when it is absent, foreign, or its author is not inside any more. Changes nothing: a door that
/// shows it to a person calls [`crate::seen::mark_seen`] as well.
pub async fn listing(db: &Db, caller: &Caller, id: ListingId) -> Result<Option<ListingView>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(mut view) = store::one::view(&mut tx, id).await? else { return Ok(None) };
    // Nobody has read the thanks of somebody who waits: they are for whom they thank.
    let is_helper = caller.me().is_some_and(|me| view.helped_by.as_ref().is_some_and(|card| card.id == me.member));
    if view.row.author.standing.is_waiting() && !is_helper {
        view.thanks.clear();
    }
    allow(&mut view, caller, tx.now());
    Ok(Some(view))
}

/// The listings of these ids, in any order; absent and foreign ones are left out. For loaders; at most 100.
pub async fn rows(db: &Db, caller: &Caller, ids: &[ListingId]) -> Result<Vec<ListingRow>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller.community).await?;
    Ok(store::list::by_ids(&mut tx, ids).await?)
}

/// Who wrote about the caller's listing, the latest first: whom to choose from when asked "who helped?". At most 50.
pub async fn helpers(db: &Db, caller: &Caller, listing: ListingId) -> Result<Vec<MemberCard>, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller.community).await?;
    if store::one::author(&mut tx, listing).await? != Some(me.member) {
        return Err(ExchangeError::NotFound);
    }
    Ok(store::helpers::who_wrote(&mut tx, listing).await?)
}

/// What a form for a new listing offers to choose from.
pub async fn rules(db: &Db, caller: &Caller) -> Result<crate::Rules, ExchangeError> {
    caller.must(Act::Publish)?;
    let mut tx = db.begin(caller.community).await?;
    Ok(crate::rules::rules(&mut tx).await?)
}

fn allow(view: &mut ListingView, caller: &Caller, now: Timestamp) {
    let (state, expires_at) = (view.row.state, view.row.expires_at);
    let open = state == State::Open;
    view.mine = caller.me().is_some_and(|me| me.member == view.row.author.id);
    view.may_renew = view.mine && may_renew(state, expires_at, now) == Answer::Yes;
    view.may_close = view.mine && matches!(state, State::Open | State::Expired);
    view.may_answer = !view.mine && open && caller.me().is_some() && caller.may(Act::Converse);
    view.may_moderate = open && caller.me().is_some() && caller.may(Act::ModerateListing);
}

/// The words of a search, cut where PostgreSQL cuts a text: at everything that is neither letter nor digit.
pub(crate) fn search_words(typed: &str) -> Vec<String> {
    typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(limits::SEARCH_WORDS)
        .map(|word| word.chars().take(40).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_cut_into_words_and_nothing_of_it_is_an_operator() {
        assert_eq!(search_words("  l’évier & 'perceuse':* !"), ["l", "évier", "perceuse"]);
        assert_eq!(search_words(&"mot ".repeat(20)).len(), limits::SEARCH_WORDS);
        assert!(search_words(" !&|:* ").is_empty());
    }
}
