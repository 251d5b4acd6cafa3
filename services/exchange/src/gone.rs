//! What somebody who has gone left open. For the job of [`membership::jobs::MemberGone`].

use crate::{ExchangeError, mandate, store};
use database::Db;
use kernel::{Act, Caller};
use membership::jobs::MemberGone;

/// Closes the listings they had open when they went, or with the team; how many. Nobody sees them meanwhile: this keeps them from opening again
/// by themselves, years later, when their author comes back.
pub async fn tidy(db: &Db, caller: &Caller, job: &MemberGone) -> Result<u64, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    mandate::end_of_gone(&mut tx, job.member, job.gone_at).await?;
    let closed = store::write::close_of(&mut tx, job.member, job.gone_at).await?;
    store::guest_request::make_ordinary(&mut tx, job.member, job.gone_at).await?;
    tx.commit().await?;
    Ok(closed)
}
