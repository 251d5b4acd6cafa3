//! What somebody who has gone left open, or who is out for a time. For the jobs [`MemberGone`] and [`MemberSuspended`].

use crate::{ExchangeError, State, mandate, outing, store};
use database::Db;
use kernel::{Act, Caller};
use membership::jobs::{MemberGone, MemberSuspended};

/// Closes the listings they had open when they went, or with the team, and gives back their seats; how many listings. Nobody sees them meanwhile: this keeps them from opening again
/// by themselves, years later, when their author comes back.
pub async fn tidy(db: &Db, caller: &Caller, job: &MemberGone) -> Result<u64, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    mandate::end_of_gone(&mut tx, job.member, job.gone_at).await?;
    let outings = store::outing::ahead_of_author(&mut tx, job.member, job.gone_at).await?;
    let closed = store::write::close_of(&mut tx, job.member, job.gone_at).await?;
    for outing in outings {
        outing::call_off_tx(&mut tx, outing).await?;
    }
    outing::give_back_tx(&mut tx, job.member, job.gone_at).await?;
    store::guest_request::make_ordinary(&mut tx, job.member, job.gone_at).await?;
    tx.commit().await?;
    Ok(closed)
}

/// Gives back the seats of somebody who is out for a time, and calls off the outings they had ahead: nobody would be there. Whatever else
/// they have waits for them. How many outings were called off; none where they are back: the job may come late, or once more.
pub async fn stand_down(db: &Db, caller: &Caller, job: &MemberSuspended) -> Result<usize, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if !store::outing::is_suspended(&mut tx, job.member).await? {
        return Ok(0);
    }
    let outings = store::outing::ahead_of_author(&mut tx, job.member, job.suspended_at).await?;
    for outing in &outings {
        let end = store::write::End { state: State::Closed, by: None, reason: "", helped_by: None, thanks: "" };
        store::write::end(&mut tx, *outing, &end).await?;
        outing::call_off_tx(&mut tx, *outing).await?;
    }
    outing::give_back_tx(&mut tx, job.member, job.suspended_at).await?;
    tx.commit().await?;
    Ok(outings.len())
}
