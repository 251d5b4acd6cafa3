//! Changing a listing.

use crate::store::extent::Kept;
use crate::{
    Audience, Direction, Draft, ExchangeError, Extent, Rules, State, Widen, audience, jobs, mandate, near, outing,
    rules, store,
};
use chrono::Duration;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, ListingId};

/// The listing's new text and choices, all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which listing of the caller's.
    pub id: ListingId,
    /// What stands in it from now on.
    pub draft: Draft,
}

/// Changes an open listing of the caller's. Its place in lists stays, and its end, unless a date of its own says another. Whoever comes
/// to an outing is told of another time or place; seats that there are more of go to those who wait for one. Whoever agreed to be asked for is
/// told of a change.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed`; `TooOften`; `AUDIENCE_GROUP_NOT_YOURS`; what is wrong with the draft; `MANDATE_REQUEST_ONLY` of an offer in
/// somebody's name; `OUTING_HAS_COMERS` where it would not be an outing with a date any more, and people come to it.
pub async fn edit(db: &Db, caller: &Caller, cmd: Edit) -> Result<(), ExchangeError> {
    edit_and_widen(db, caller, cmd, None).await
}

/// The same, and shows it to more people where that is wished, both or neither. Fewer people never: see [`crate::audience`].
///
/// # Errors
/// As [`edit`]; `AUDIENCE_ONLY_WIDER` where fewer people would read it, or others.
pub async fn edit_and_widen(db: &Db, caller: &Caller, cmd: Edit, wider: Option<Audience>) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Edit, None).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if let Some(audience) = wider {
        audience::widen_tx(&mut tx, me.member, Widen { id: cmd.id, audience }).await?;
    }
    audience::must_be_of_its_group(&mut tx, cmd.id, me.member).await?;
    let rules = rules::rules(&mut tx).await?;
    let before = store::extent::of(&mut tx, cmd.id).await?;
    let checked = cmd.draft.check(&rules, Some(&before.extent))?;
    let in_name = mandate::before_change(&mut tx, cmd.id).await?;
    if in_name.is_some() && checked.direction != Direction::Request {
        return Err(ExchangeError::of_field("direction", "MANDATE_REQUEST_ONLY"));
    }
    if before.extent.outing.is_some() && checked.extent.outing.is_none() {
        outing::must_be_empty_tx(&mut tx, cmd.id).await?;
    }
    let home = store::places::of_member(&mut tx, me.member).await?.home;
    let place = near::place_of_listing(&checked.town, home.map(|home| home.town).as_ref());
    let moved = store::extent::town(&mut tx, cmd.id).await? != checked.town;
    let renamed = held.title != checked.title;
    store::write::update(&mut tx, cmd.id, &checked, place.as_ref()).await?;
    keep(&mut tx, cmd.id, &before, &checked.extent, &rules).await?;
    outing::changed_tx(&mut tx, cmd.id, &before.extent, outing::Other { moved, renamed }).await?;
    mandate::tell_of_change(&mut tx, in_name).await?;
    jobs::seek_matches(&mut tx, cmd.id).await?;
    jobs::compare_searches(&mut tx, cmd.id).await?;
    Ok(tx.commit().await?)
}

/// Keeps what it says besides its words, and moves its end where that says another.
async fn keep(
    tx: &mut CommunityTx,
    id: ListingId,
    before: &Kept,
    extent: &Extent,
    rules: &Rules,
) -> Result<(), ExchangeError> {
    if before.extent == *extent {
        return Ok(());
    }
    store::extent::save(tx, id, extent).await?;
    let bounds =
        |extent: &Extent| (extent.outing.map(|outing| (outing.starts_at, outing.ends_at)), extent.available_until);
    if bounds(&before.extent) == bounds(extent) {
        return Ok(());
    }
    // Whatever has just begun to end by itself has at least this moment left: the job of its end closes it.
    let end = extent.end(rules).max(tx.now() + Duration::seconds(1));
    let expires_at = store::extent::move_end(tx, id, end).await?;
    Ok(jobs::schedule(tx, id, expires_at, extent).await?)
}
