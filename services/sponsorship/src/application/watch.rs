//! Keeping an eye on how long people wait, every night.

use super::LATE;
use crate::head::Head;
use crate::jobs::{ApplicationLetter, WatchApplications};
use crate::measure::NIGHT;
use crate::people::Held;
use crate::rules::Rules;
use crate::words::ApplicationNews;
use crate::{SponsorshipError, store};
use chrono::Timelike;
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, MemberId, Standing};
use membership::change_tx;
use notice::{Kind, Tell, tell_tx};

/// Writes a [`WatchApplications`] by night, unless one waits already: days are counted, and once a day is enough.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), SponsorshipError> {
    caller.must(Act::WorkJob)?;
    if caller.community.is_platform() || !NIGHT.contains(&db.clock().now().hour()) {
        return Ok(());
    }
    let mut tx = db.begin(caller.community).await?;
    tx.enqueue_with(&WatchApplications {}, Schedule::default().meaning("watch-applications")).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives everybody who waits an end, tells those whose end is near, and closes those whose time is over. How many of these there
/// were. For the house.
pub async fn watch(db: &Db, caller: &Caller) -> Result<u64, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let days = Rules::load(&mut tx).await?.community.application_days;
    let begun = store::application::begin(&mut tx, days).await?;
    let near = store::application::near_their_end(&mut tx).await?;
    for (member, ends_at) in &near {
        let meaning = format!("application-ending:{member}:{}:{}", ends_at.timestamp(), tx.now().timestamp());
        tell_tx(&mut tx, Tell::new(*member, Kind::ApplicationEnding, meaning)).await?;
        letter(&mut tx, *member, ApplicationNews::EndsSoon).await?;
    }
    let over = store::application::over(&mut tx, LATE).await?;
    tx.commit().await?;
    let mut closed = 0;
    for member in over {
        closed += u64::from(close(db, caller, member).await?);
    }
    Ok(begun + near.len() as u64 + closed)
}

/// Closes one, if it is still so under the locks. In a transaction of its own, as everything that changes where people stand.
async fn close(db: &Db, caller: &Caller, member: MemberId) -> Result<bool, SponsorshipError> {
    let mut tx = db.begin(caller.community).await?;
    let _head = Head::take(&mut tx).await?;
    let people = Held::take(&mut tx, &[member]).await?;
    let waits = people.get(member).is_ok_and(crate::people::Person::waits);
    if !waits || !store::application::close(&mut tx, member, LATE).await? {
        return Ok(false);
    }
    let from = [Standing::Applicant, Standing::Guest];
    change_tx(&mut tx, member, &from, Standing::Left, None, "").await?;
    letter(&mut tx, member, ApplicationNews::Closed).await?;
    tx.commit().await?;
    Ok(true)
}

async fn letter(tx: &mut CommunityTx, member: MemberId, news: ApplicationNews) -> Result<(), SponsorshipError> {
    tx.enqueue(&ApplicationLetter { member, news }).await?;
    Ok(())
}
