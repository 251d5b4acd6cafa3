//! Giving a listing more time.

use crate::{ExchangeError, State, jobs, limits, rules, store};
use chrono::Duration;
use database::Db;
use kernel::{Act, Caller, ListingId, Timestamp};

/// It is still true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renew {
    /// Which listing of the caller's.
    pub id: ListingId,
}

/// Until when it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewed {
    /// The end as it stands now.
    pub expires_at: Timestamp,
}

/// Opens an expired listing again, or moves the end of one that ends soon. One that has time left stays as it is, so
/// that a second click does nothing.
pub async fn renew(db: &Db, caller: &Caller, cmd: Renew) -> Result<Renewed, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    match may_renew(held.state, held.expires_at, tx.now()) {
        Answer::Closed => return Err(ExchangeError::Closed),
        Answer::TimeLeft => return Ok(Renewed { expires_at: held.expires_at }),
        Answer::Yes => {}
    }
    let rules = rules::rules(&mut tx).await?;
    let wanted = tx.now() + Duration::days(i64::from(rules.listing_days));
    let expires_at = store::write::renew(&mut tx, cmd.id, wanted).await?;
    jobs::schedule(&mut tx, cmd.id, expires_at).await?;
    jobs::seek_matches(&mut tx, cmd.id).await?;
    jobs::compare_searches(&mut tx, cmd.id).await?;
    tx.commit().await?;
    Ok(Renewed { expires_at })
}

/// Whether a listing may be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    TimeLeft,
    Closed,
}

pub(crate) fn may_renew(state: State, expires_at: Timestamp, now: Timestamp) -> Answer {
    match state {
        State::Expired => Answer::Yes,
        State::Open if expires_at - now <= limits::renewable_before_end() => Answer::Yes,
        State::Open => Answer::TimeLeft,
        State::Checking | State::Returned | State::Agreeing | State::Declined | State::Fulfilled | State::Closed => {
            Answer::Closed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renewing_is_offered_when_the_end_is_near_or_past() {
        let now = Timestamp::from_timestamp(1_795_000_000, 0).unwrap();
        let soon = now + Duration::days(14);
        assert_eq!(may_renew(State::Open, soon, now), Answer::Yes);
        assert_eq!(may_renew(State::Open, soon + Duration::seconds(1), now), Answer::TimeLeft);
        assert_eq!(may_renew(State::Expired, now - Duration::days(30), now), Answer::Yes);
        assert_eq!(may_renew(State::Fulfilled, soon, now), Answer::Closed);
        assert_eq!(may_renew(State::Closed, soon, now), Answer::Closed);
    }
}
