//! A steward lets the request of somebody who waits through.

use super::{answer, hold_as_read, write_down};
use crate::jobs::{self, CheckNews};
use crate::{ExchangeError, Extent, rules, store};
use database::Db;
use kernel::{Act, Caller, ListingId, Timestamp};
use notice::Kind;

/// Members may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetThrough {
    /// Which.
    pub id: ListingId,
    /// When what the steward read was sent.
    pub sent_at: Timestamp,
}

/// Publishes it, as new as what is published at this moment where nobody has read it before, and tells its author.
///
/// # Errors
/// `NotFound`; `ChangedMeanwhile` where it says something else by now; `Closed` where it does not wait (any more).
pub async fn let_guest_request_through(db: &Db, caller: &Caller, cmd: LetThrough) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let mut tx = db.begin(caller).await?;
    let held = hold_as_read(&mut tx, cmd.id, cmd.sent_at).await?;
    let days = rules::rules(&mut tx).await?.listing_days;
    let wanted = tx.now() + chrono::Duration::days(i64::from(days));
    let expires_at = store::guest_request::open(&mut tx, cmd.id, wanted).await?;
    jobs::schedule(&mut tx, cmd.id, expires_at, &Extent::default()).await?;
    jobs::watch(&mut tx, cmd.id).await?;
    jobs::compare_searches(&mut tx, cmd.id).await?;
    answer(&mut tx, &held, Kind::GuestRequestLetThrough, CheckNews::LetThrough).await?;
    write_down(&mut tx, me.member, &held, "guest_request_let_through", "").await?;
    Ok(tx.commit().await?)
}
