//! Planning the digests that are due: one row a member and period, and the job that composes the letter, in one transaction
//! per batch.

use crate::{DigestLetter, NoticeError, PlanDigests, period, store};
use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, DigestId, MemberId, Timestamp};

/// Members planned for in one transaction.
pub const BATCH: i64 = 500;

/// A digest that could not be sent within so many hours is not worth sending any more.
pub const LETTER_HOURS: i64 = 48;

/// How far back a member's first digest looks, in days.
pub const FIRST_DIGEST_DAYS: i64 = 7;

/// How far back any digest looks at the most, in days: a letter that got lost is made good by the next one.
pub const MOST_DAYS: i64 = 14;

/// For whom digests are planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Those whose hour has come.
    Due,
    /// Everybody who wants the weekly digest, now, under this period: a rehearsal or a measurement.
    Everybody {
        /// The period the rows are written under.
        period: NaiveDate,
    },
}

/// What was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Planned {
    /// Digests written.
    pub digests: u64,
}

/// A clock and an hour of some members, and the period due for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) timezone: String,
    pub(crate) hour: i32,
    pub(crate) period: NaiveDate,
}

/// A member whose hour has come.
#[derive(Debug, Clone)]
pub(crate) struct DueMember {
    pub(crate) member: MemberId,
    pub(crate) period: NaiveDate,
    pub(crate) since: Timestamp,
    pub(crate) planned: bool,
}

/// Writes this hour's [`PlanDigests`], once whoever else keeps time as well.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), NoticeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let hour = tx.now().timestamp().div_euclid(3_600);
    let meaning = format!("plan-digests:{hour}");
    tx.enqueue_with(&PlanDigests {}, Schedule::default().meaning(meaning)).await?;
    tx.commit().await?;
    Ok(())
}

/// Plans in batches of [`BATCH`], each in its own transaction: a crash keeps what was planned, and the next run goes on. Two
/// runs at once plan nobody twice (`digest_once_per_period`).
pub async fn plan_digests(db: &Db, caller: &Caller, whom: Whom) -> Result<Planned, NoticeError> {
    caller.must(Act::WorkJob)?;
    let (mut planned, mut after) = (Planned::default(), None);
    loop {
        let mut tx = db.begin(caller.community).await?;
        let slots = slots(&mut tx, whom).await?;
        let due = store::due_members(&mut tx, &slots, after, BATCH).await?;
        planned.digests += plan_batch(&mut tx, &due).await?;
        tx.commit().await?;
        after = due.last().map(|due| due.member);
        if due.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            return Ok(planned);
        }
    }
}

async fn slots(tx: &mut CommunityTx, whom: Whom) -> Result<Vec<Slot>, NoticeError> {
    let now = tx.now();
    let clocks = store::clocks(tx).await?;
    Ok(clocks
        .into_iter()
        .filter_map(|(timezone, hour)| {
            let period = match whom {
                Whom::Everybody { period } => Some(period),
                Whom::Due => due(now, &timezone, hour),
            };
            Some(Slot { timezone, hour, period: period? })
        })
        .collect())
}

/// A time zone that nobody knows counts as UTC: a letter at a strange hour is better than none.
fn due(now: Timestamp, timezone: &str, hour: i32) -> Option<NaiveDate> {
    let zone: Tz = timezone.parse().unwrap_or(Tz::UTC);
    period::due(now, zone, u32::try_from(hour).ok()?)
}

async fn plan_batch(tx: &mut CommunityTx, due: &[DueMember]) -> Result<u64, NoticeError> {
    let fresh = due.iter().filter(|due| !due.planned);
    let rows: Vec<(DigestId, &DueMember)> = fresh.map(|due| (DigestId(tx.entropy().id()), due)).collect();
    if rows.is_empty() {
        return Ok(0);
    }
    let written = store::insert_digests(tx, &rows).await?;
    let until = tx.now() + Duration::hours(LETTER_HOURS);
    let letter = |digest: &DigestId| {
        let schedule = Schedule::default().meaning(format!("digest-letter:{digest}")).until(until);
        (DigestLetter { digest: *digest }, schedule)
    };
    tx.enqueue_all(written.iter().map(letter).collect()).await?;
    Ok(written.len() as u64)
}
