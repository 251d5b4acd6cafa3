//! What goes with a member's listings, as pages and GraphQL show it.

use super::ListingRow;
use crate::{
    ExchangeError,
    matching::Reason,
    store::{self, matches::Kept},
};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Cursor, ListingId, MatchId, MemberId, Page, PageRequest, Timestamp};
use std::collections::HashMap;

/// Somebody else's listing that goes with one of the reader's.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchView {
    /// Which.
    pub id: MatchId,
    /// The reader's listing.
    pub mine: ListingId,
    /// Its title.
    pub mine_title: String,
    /// The other one.
    pub theirs: ListingRow,
    /// How well they go together, from 0 to 1.
    pub score: f64,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// When it was found.
    pub found_at: Timestamp,
}

/// What goes with the caller's open listings, the latest first; with one of them only, where `mine` names one. What was dismissed, is
/// closed or promised to somebody, or was published by somebody who is gone is left out.
pub async fn matches(
    db: &Db,
    caller: &Caller,
    mine: Option<ListingId>,
    page: &PageRequest,
) -> Result<Page<MatchView>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = matches_tx(&mut tx, me.member, mine, page).await?;
    tx.commit().await?;
    Ok(found)
}

pub(super) async fn matches_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    mine: Option<ListingId>,
    page: &PageRequest,
) -> Result<Page<MatchView>, ExchangeError> {
    let kept = store::matches::of_member(tx, member, mine, page).await?;
    let ids: Vec<ListingId> = kept.iter().map(|one| one.theirs).collect();
    let rows = store::list::by_ids(tx, &ids).await?;
    let rows: HashMap<ListingId, ListingRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let views = kept.into_iter().filter_map(|one| view(one, &rows)).collect();
    Ok(Page::cut(views, page, |view: &MatchView| Cursor { at: view.found_at, id: view.id.0 }))
}

/// One listing of theirs may go with several of mine.
fn view(kept: Kept, rows: &HashMap<ListingId, ListingRow>) -> Option<MatchView> {
    Some(MatchView {
        theirs: rows.get(&kept.theirs)?.clone(),
        id: kept.id,
        mine: kept.mine,
        mine_title: kept.mine_title,
        score: kept.score,
        reasons: kept.reasons,
        found_at: kept.found_at,
    })
}
