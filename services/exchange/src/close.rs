//! The author closes a listing, and may say who helped.

use crate::store::write::Held;
use crate::{ExchangeError, State, limits, outing, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId, MemberId};
use notice::{Kind, Tell};

/// It is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// Which listing of the caller's.
    pub id: ListingId,
    /// The member who helped (or was helped), if it was one.
    pub helped_by: Option<MemberId>,
    /// A word of thanks, shown with the listing; may be empty.
    pub thanks: String,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// [`State::Fulfilled`] when a member was named, else [`State::Closed`].
    pub state: State,
}

/// Closes an open or expired listing of the caller's and thanks whoever helped. Repeating it changes nothing.
pub async fn close(db: &Db, caller: &Caller, cmd: Close) -> Result<Closed, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let thanks = checked_thanks(&cmd.thanks)?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.closed_by == Some(me.member) {
        return Ok(Closed { state: held.state });
    }
    must_be_going_on(&held)?;
    must_know(&mut tx, &cmd, me.member).await?;
    let closed = end(&mut tx, me.member, &cmd, held, &thanks).await?;
    tx.commit().await?;
    Ok(closed)
}

pub(crate) fn checked_thanks(typed: &str) -> Result<String, ExchangeError> {
    text::block("thanks", typed, limits::THANKS_MOST).map_err(|_| ExchangeError::of_field("thanks", "THANKS_TOO_LONG"))
}

/// Refuses what has been closed.
pub(crate) fn must_be_going_on(held: &Held) -> Result<(), ExchangeError> {
    if matches!(held.state, State::Closed | State::Fulfilled | State::Declined) {
        Err(ExchangeError::Closed)
    } else {
        Ok(())
    }
}

/// Ends it, under its lock and by its author, and thanks whoever helped. Whether it goes on, and who helped, has been looked at.
pub(crate) async fn end(
    tx: &mut CommunityTx,
    me: MemberId,
    cmd: &Close,
    held: Held,
    thanks: &str,
) -> Result<Closed, ExchangeError> {
    let state = if cmd.helped_by.is_some() { State::Fulfilled } else { State::Closed };
    let end = store::write::End { state, by: Some(me), reason: "", helped_by: cmd.helped_by, thanks };
    store::write::end(tx, cmd.id, &end).await?;
    let held_state = held.state;
    outing::call_off_tx(tx, cmd.id).await?;
    if let Some(helper) = cmd.helped_by {
        let thanks = Tell::new(helper, Kind::Thanked, format!("thanked:{}", cmd.id));
        notice::tell_tx(tx, thanks.by(me).about_listing(cmd.id, held.title)).await?;
    }
    // What nobody agreed to is never shown, however it ends (migration 0044).
    Ok(Closed { state: if held_state == State::Agreeing { State::Declined } else { state } })
}

/// Whoever helped is somebody else who lives here, or wrote about this listing while they did.
async fn must_know(tx: &mut CommunityTx, cmd: &Close, me: MemberId) -> Result<(), ExchangeError> {
    let Some(helper) = cmd.helped_by else { return Ok(()) };
    if helper != me && store::helpers::may_have_helped(tx, cmd.id, helper).await? {
        Ok(())
    } else {
        Err(ExchangeError::of_field("helped_by", "HELPER_UNKNOWN"))
    }
}
