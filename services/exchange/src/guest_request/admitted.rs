//! What somebody asked for while they waited, once they are in. For the job of [`membership::jobs::MemberAdmitted`].

use crate::{ExchangeError, Extent, State, jobs, rules, store};
use chrono::Duration;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId};
use membership::jobs::MemberAdmitted;

/// Makes their request a listing like any other: one that the team has not looked at yet is published, since members publish what they
/// like; one that the team sent back is closed, with its reason, and can be written anew. False when there is none.
pub async fn take_up(db: &Db, caller: &Caller, job: &MemberAdmitted) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(held) = store::guest_request::hold_of(&mut tx, job.member).await? else { return Ok(false) };
    match held.state {
        State::Checking => publish(&mut tx, held.id).await?,
        State::Returned => store::guest_request::close_returned(&mut tx, held.id).await?,
        State::Open => jobs::seek_matches(&mut tx, held.id).await?,
        State::Agreeing | State::Declined | State::Fulfilled | State::Closed | State::Expired => {}
    }
    let now = tx.now();
    store::guest_request::make_ordinary(&mut tx, job.member, now).await?;
    tx.commit().await?;
    Ok(true)
}

async fn publish(tx: &mut CommunityTx, id: ListingId) -> Result<(), ExchangeError> {
    let days = rules::rules(tx).await?.listing_days;
    let wanted = tx.now() + Duration::days(i64::from(days));
    let expires_at = store::guest_request::open(tx, id, wanted).await?;
    jobs::schedule(tx, id, expires_at, &Extent::default()).await?;
    jobs::watch(tx, id).await?;
    jobs::compare_searches(tx, id).await?;
    Ok(jobs::seek_matches(tx, id).await?)
}
