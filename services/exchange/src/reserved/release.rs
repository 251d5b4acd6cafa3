//! What was promised to somebody is promised to nobody any more.

use crate::{Direction, ExchangeError, State, audience, jobs, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// It is promised to nobody any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// Which listing of the caller's.
    pub id: ListingId,
}

/// Takes the mark off an open listing of the caller's: what goes with it is looked for and searches are compared with it as when it was new, and
/// the team is told if nobody answers a request in time. Repeating it changes nothing. What was released: an offer or a request.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed` where it is not open: what has expired is renewed first, and keeps its mark;
/// `AUDIENCE_GROUP_NOT_YOURS`: whoever has left the group that it is for has nobody told of it there; `TooOften`.
pub async fn release(db: &Db, caller: &Caller, cmd: Release) -> Result<Direction, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Edit, None).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if !held.reserved {
        return Ok(held.direction);
    }
    audience::must_be_of_its_group(&mut tx, cmd.id, me.member).await?;
    store::reserved::release(&mut tx, cmd.id).await?;
    jobs::seek_matches(&mut tx, cmd.id).await?;
    jobs::compare_searches(&mut tx, cmd.id).await?;
    if held.direction == Direction::Request {
        jobs::watch(&mut tx, cmd.id).await?;
    }
    tx.commit().await?;
    Ok(held.direction)
}
