//! Nobody who never comes back is kept for ever: told after 23 months, erased after 24 (bar P4; so the CNIL holds it to be in
//! proportion). Coming once is enough, to read one page.
//!
//! Invariants
//! - Nobody is erased who was not told [`limits::IDLE_NOTICE`] before at the least, however long nobody kept time.
//! - Owners are never idle: somebody has to answer for a community. Nor is whoever was put out: that is kept for as long as it holds.

use crate::{PrivacyError, erase, jobs::IdleLetter, jobs::WatchIdle, limits, store};
use chrono::{Months, NaiveDate, Timelike};
use database::{Db, Schedule, audit::Entry};
use kernel::{Act, Caller, MemberId, Timestamp};
use serde_json::json;

/// People told, and people erased, in one step: a community that was imported two years ago has them all at once.
const STEP: i64 = 500;

/// Writes a [`WatchIdle`] by night, unless one waits already.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), PrivacyError> {
    caller.must(Act::WorkJob)?;
    if caller.community.is_platform() || !limits::NIGHT.contains(&db.clock().now().hour()) {
        return Ok(());
    }
    let mut tx = db.begin(caller).await?;
    tx.enqueue_with(&WatchIdle {}, Schedule::default().meaning("watch-idle")).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells those who have not been here for 23 months, and has those erased who were told and did not come. How many of both. For the house.
pub async fn watch(db: &Db, caller: &Caller) -> Result<u64, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut found = 0;
    loop {
        let round = tell_some(db, caller).await? + erase_some(db, caller).await?;
        found += round;
        if round == 0 {
            return Ok(found);
        }
    }
}

async fn tell_some(db: &Db, caller: &Caller) -> Result<u64, PrivacyError> {
    let mut tx = db.begin(caller).await?;
    let last = before(tx.now(), limits::IDLE_TOLD_AFTER);
    let told = store::idle::tell(&mut tx, last, STEP).await?;
    let day = tx.now().date_naive();
    let letter = |&member: &MemberId| {
        (IdleLetter { member }, Schedule::default().meaning(format!("idle-letter:{member}:{day}")))
    };
    tx.enqueue_all(told.iter().map(letter).collect()).await?;
    tx.commit().await?;
    Ok(u64::try_from(told.len()).unwrap_or(u64::MAX))
}

async fn erase_some(db: &Db, caller: &Caller) -> Result<u64, PrivacyError> {
    let mut tx = db.begin(caller).await?;
    // Before any member, as everybody takes it.
    membership::trust_log::lock_tx(&mut tx).await?;
    let told = (tx.now() - limits::IDLE_NOTICE).date_naive();
    let last = before(tx.now(), limits::IDLE_ERASED_AFTER);
    let over = store::idle::over(&mut tx, last, told, STEP).await?;
    for &(member, standing) in &over {
        erase::leave_and_wish(&mut tx, member, standing, None).await?;
        tx.record(Entry { actor: None, subject: Some(member), act: "idle_erased", detail: json!({}) });
    }
    tx.commit().await?;
    Ok(u64::try_from(over.len()).unwrap_or(u64::MAX))
}

/// What the letter says: from which day on they are erased. Nothing once they came. For the house.
pub async fn idle_letter(db: &Db, caller: &Caller, member: MemberId) -> Result<Option<NaiveDate>, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let last = store::idle::told(&mut tx, member).await?;
    let earliest = (tx.now() + limits::IDLE_NOTICE).date_naive();
    tx.commit().await?;
    let ends = last.and_then(|day| day.checked_add_months(limits::IDLE_ERASED_AFTER));
    Ok(ends.map(|ends| ends.max(earliest)))
}

/// The last day on which somebody who is idle for so long by now was here.
fn before(now: Timestamp, months: Months) -> NaiveDate {
    now.date_naive().checked_sub_months(months).unwrap_or(NaiveDate::MIN)
}
