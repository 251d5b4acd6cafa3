//! Its author has promised it to somebody.

use crate::{Direction, ExchangeError, Kind, State, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// It is promised to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserve {
    /// Which listing of the caller's.
    pub id: ListingId,
}

/// Marks an open listing of the caller's as promised: it is shown as before, and nobody is told of it any more. Conversations go on, and
/// others may still begin one. Repeating it changes nothing: it is promised since the first time. What was promised: an offer or a request.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed` where it is not open; `OutingReserved` of an outing; `TooOften`.
pub async fn reserve(db: &Db, caller: &Caller, cmd: Reserve) -> Result<Direction, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Edit, None).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.kind == Kind::Outing {
        return Err(ExchangeError::OutingReserved);
    }
    if held.reserved {
        return Ok(held.direction);
    }
    store::reserved::mark(&mut tx, cmd.id).await?;
    tx.commit().await?;
    Ok(held.direction)
}
