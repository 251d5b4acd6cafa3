//! Changing a listing.

use crate::{Draft, ExchangeError, State, jobs, near, rules, store};
use database::Db;
use kernel::{Act, Caller, ListingId};

/// The listing's new text and choices, all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which listing of the caller's.
    pub id: ListingId,
    /// What stands in it from now on.
    pub draft: Draft,
}

/// Changes an open listing of the caller's. Its place in lists and its end stay.
pub async fn edit(db: &Db, caller: &Caller, cmd: Edit) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    let rules = rules::rules(&mut tx).await?;
    let checked = cmd.draft.check(&rules)?;
    let home = store::places::of_member(&mut tx, me.member).await?.home;
    let place = near::place_of_listing(&checked.town, home.as_ref());
    store::write::update(&mut tx, cmd.id, &checked, place.as_ref()).await?;
    jobs::seek_matches(&mut tx, cmd.id).await?;
    jobs::compare_searches(&mut tx, cmd.id).await?;
    Ok(tx.commit().await?)
}
