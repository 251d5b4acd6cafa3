//! What was promised to somebody is free again.

use crate::{Direction, ExchangeError, State, jobs, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// It is promised to nobody any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Free {
    /// Which listing of the caller's.
    pub id: ListingId,
}

/// Takes the mark off a listing of the caller's. Where it is open, what goes with it is looked for and searches are compared with it as when it
/// was new, and the team is told if nobody answers a request in time. What has expired is looked for once it is renewed. Repeating it changes
/// nothing.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed` where it was closed; `TooOften`: each time one looks for whom that helps.
pub async fn free(db: &Db, caller: &Caller, cmd: Free) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Edit, None).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::reserved::hold_own(&mut tx, cmd.id, me.member).await?;
    if !matches!(held.state, State::Open | State::Expired) {
        return Err(ExchangeError::Closed);
    }
    if !held.reserved {
        return Ok(());
    }
    store::reserved::free(&mut tx, cmd.id).await?;
    if held.state == State::Open {
        jobs::seek_matches(&mut tx, cmd.id).await?;
        jobs::compare_searches(&mut tx, cmd.id).await?;
        if held.direction == Direction::Request {
            jobs::watch(&mut tx, cmd.id).await?;
        }
    }
    Ok(tx.commit().await?)
}
