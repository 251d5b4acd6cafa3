//! A member does not come after all.

use super::leave;
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, ListingId};

/// "I am not coming."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepBack {
    /// From which outing.
    pub listing: ListingId,
}

/// Takes the caller off the list; the first who waits for a seat gets theirs. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` of what is no outing with a date.
pub async fn step_back(db: &Db, caller: &Caller, cmd: StepBack) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    let held = store::outing::hold(&mut tx, cmd.listing).await?.ok_or(ExchangeError::NotFound)?;
    leave(&mut tx, &held, me.member).await?;
    Ok(tx.commit().await?)
}
