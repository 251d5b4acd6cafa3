//! A request that found no answer ends.

use crate::{SponsorshipError, decline::tell_not_this_time, store};
use database::Db;
use kernel::{Act, Caller, SponsorshipId};

/// Ends it if its time is over and it is still open. True when it ended now. The applicant is told as if it had been declined.
pub async fn expire(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let ended = store::request::expire(&mut tx, id).await?;
    if let Some(applicant) = ended {
        tell_not_this_time(&mut tx, id, applicant).await?;
    }
    tx.commit().await?;
    Ok(ended.is_some())
}
