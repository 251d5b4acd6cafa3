//! The author closes a listing, and may say who helped.

use crate::{ExchangeError, State, limits, store};
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
    let thanks = text::block("thanks", &cmd.thanks, limits::THANKS_MOST)
        .map_err(|_| ExchangeError::of_field("thanks", "THANKS_TOO_LONG"))?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    if held.closed_by == Some(me.member) {
        return Ok(Closed { state: held.state });
    }
    if !matches!(held.state, State::Open | State::Expired) {
        return Err(ExchangeError::Closed);
    }
    must_know(&mut tx, &cmd, me.member).await?;
    let state = if cmd.helped_by.is_some() { State::Fulfilled } else { State::Closed };
    let end = store::write::End { state, by: Some(me.member), reason: "", helped_by: cmd.helped_by, thanks: &thanks };
    store::write::end(&mut tx, cmd.id, &end).await?;
    if let Some(helper) = cmd.helped_by {
        let thanks = Tell::new(helper, Kind::Thanked, format!("thanked:{}", cmd.id));
        notice::tell_tx(&mut tx, thanks.by(me.member).about_listing(cmd.id, held.title)).await?;
    }
    tx.commit().await?;
    Ok(Closed { state })
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
