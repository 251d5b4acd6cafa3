//! A member comes along.

use super::{Attendance, enter};
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// "I am coming."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignUp {
    /// To which outing.
    pub listing: ListingId,
}

/// Gives the caller a seat, or a place in the line while all are taken. Repeating it changes nothing and answers the same.
///
/// # Errors
/// `NotFound` of what is no outing with a date; `OwnOuting`; `Closed`; `OutingBegun`; `OutingCrowded`; `TooOften`.
pub async fn sign_up(db: &Db, caller: &Caller, cmd: SignUp) -> Result<Attendance, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    db.count(caller, Deed::SignUp, None).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::outing::hold(&mut tx, cmd.listing).await?.ok_or(ExchangeError::NotFound)?;
    if held.author == me.member {
        return Err(ExchangeError::OwnOuting);
    }
    let attendance = enter(&mut tx, &held, me.member).await?;
    tx.commit().await?;
    Ok(attendance)
}
