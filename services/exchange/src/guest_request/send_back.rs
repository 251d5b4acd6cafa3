//! A steward sends the request of somebody who waits back.

use super::{answer, hold_as_read, write_down};
use crate::jobs::CheckNews;
use crate::{ExchangeError, moderate, store};
use database::Db;
use kernel::{Act, Caller, ListingId, Timestamp};
use notice::Kind;

/// It cannot be read by members as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendBack {
    /// Which.
    pub id: ListingId,
    /// When what the steward read was sent.
    pub sent_at: Timestamp,
    /// What to change, or why not, in words for its author. 1 to 500 characters.
    pub reason: String,
}

/// Sends it back with the reason, of which its author is told; they may change it and send it again.
///
/// # Errors
/// `NotFound`; `ChangedMeanwhile` where it says something else by now; `Closed` where it does not wait (any more); a missing reason.
pub async fn send_guest_request_back(db: &Db, caller: &Caller, cmd: SendBack) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let reason = moderate::checked(&cmd.reason)?;
    let mut tx = db.begin(caller).await?;
    let held = hold_as_read(&mut tx, cmd.id, cmd.sent_at).await?;
    store::guest_request::send_back(&mut tx, cmd.id, &reason).await?;
    answer(&mut tx, &held, Kind::GuestRequestSentBack, CheckNews::SentBack).await?;
    write_down(&mut tx, me.member, &held, "guest_request_sent_back", &reason).await?;
    Ok(tx.commit().await?)
}
