//! Somebody who waits takes their request back, or says that somebody helped.

use crate::close::{self, Close, Closed};
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller};

/// Closes the caller's request, wherever it stands, and thanks whoever helped: one of those who wrote about it. Repeating it changes
/// nothing. It needs no right that could be taken away.
///
/// # Errors
/// `NotFound` when it is not one's own; what is wrong with the thanks; `HELPER_UNKNOWN` of somebody who has not written.
pub async fn close_guest_request(db: &Db, caller: &Caller, cmd: Close) -> Result<Closed, ExchangeError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let thanks = close::checked_thanks(&cmd.thanks)?;
    let mut tx = db.begin(caller).await?;
    let request = store::guest_request::hold(&mut tx, cmd.id).await?;
    request.filter(|request| request.author == me.member).ok_or(ExchangeError::NotFound)?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.closed_by == Some(me.member) {
        return Ok(Closed { state: held.state });
    }
    close::must_be_going_on(&held)?;
    if let Some(helper) = cmd.helped_by {
        let wrote = store::helpers::who_wrote(&mut tx, cmd.id).await?;
        if !wrote.iter().any(|card| card.id == helper) {
            return Err(ExchangeError::of_field("helped_by", "HELPER_UNKNOWN"));
        }
    }
    let closed = close::end(&mut tx, me.member, &cmd, held, &thanks).await?;
    tx.commit().await?;
    Ok(closed)
}
