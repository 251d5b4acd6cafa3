//! Giving a listing more time.

use crate::{ExchangeError, Extent, State, audience, jobs, limits, rules, store};
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
/// that a second click does nothing; so does one that ends by a date of its own, an outing for one.
///
/// # Errors
/// `DatePast` where that date has passed; `NotFound` when it is not one's own; `Closed`; `AUDIENCE_GROUP_NOT_YOURS`.
pub async fn renew(db: &Db, caller: &Caller, cmd: Renew) -> Result<Renewed, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold_own(&mut tx, cmd.id, me.member).await?;
    let dated = store::extent::of(&mut tx, cmd.id).await?.extent.has_end();
    match may_renew(held.state, held.expires_at, tx.now(), dated) {
        Answer::Closed => return Err(ExchangeError::Closed),
        Answer::Dated => return Err(ExchangeError::DatePast),
        Answer::TimeLeft => return Ok(Renewed { expires_at: held.expires_at }),
        Answer::Yes => audience::must_be_of_its_group(&mut tx, cmd.id, me.member).await?,
    }
    let rules = rules::rules(&mut tx).await?;
    let expires_at = store::write::renew(&mut tx, cmd.id, rules.renewed_until()).await?;
    jobs::schedule(&mut tx, cmd.id, expires_at, &Extent::default()).await?;
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
    /// It ends by a date of its own, which has passed.
    Dated,
}

pub(crate) fn may_renew(state: State, expires_at: Timestamp, now: Timestamp, dated: bool) -> Answer {
    match state {
        State::Open if dated => Answer::TimeLeft,
        State::Expired if dated => Answer::Dated,
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
    use chrono::Duration;

    #[test]
    fn renewing_is_offered_when_the_end_is_near_or_past() {
        let now = Timestamp::from_timestamp(1_795_000_000, 0).unwrap();
        let soon = now + Duration::days(14);
        let asked = |state, end| may_renew(state, end, now, false);
        assert_eq!(asked(State::Open, soon), Answer::Yes);
        assert_eq!(asked(State::Open, soon + Duration::seconds(1)), Answer::TimeLeft);
        assert_eq!(asked(State::Expired, now - Duration::days(30)), Answer::Yes);
        assert_eq!(asked(State::Fulfilled, soon), Answer::Closed);
        assert_eq!(asked(State::Closed, soon), Answer::Closed);
    }

    #[test]
    fn what_ends_by_a_date_of_its_own_is_not_renewed() {
        let now = Timestamp::from_timestamp(1_795_000_000, 0).unwrap();
        let asked = |state, end| may_renew(state, end, now, true);
        assert_eq!(asked(State::Open, now + Duration::days(1)), Answer::TimeLeft);
        assert_eq!(asked(State::Expired, now - Duration::days(1)), Answer::Dated);
        assert_eq!(asked(State::Closed, now - Duration::days(1)), Answer::Closed);
    }
}
