//! A request that nobody answers reaches the team. For the job of [`crate::jobs::WatchRequest`].

use crate::{ExchangeError, jobs::WatchRequest, store};
use database::Db;
use kernel::{Act, Caller};
use notice::{Kind, Tell};

/// Tells the team that nobody has written to the request; false when that is not needed: answered, promised,
/// closed, its author gone.
pub async fn call_team(db: &Db, caller: &Caller, job: &WatchRequest) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(request) = store::unanswered::waits(&mut tx, job.listing).await? else { return Ok(false) };
    for steward in membership::recipient::stewards_tx(&mut tx).await? {
        let meaning = format!("request-unanswered:{}", job.listing);
        let told = Tell::new(steward.member, Kind::RequestUnanswered, meaning);
        notice::tell_tx(&mut tx, told.about_listing(job.listing, request.title.as_str())).await?;
    }
    tx.commit().await?;
    Ok(true)
}
