//! A request's time is over.

use crate::{SponsorshipError, jobs::SponsorshipDeclined, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, SponsorshipId};
use notice::{Kind, Tell, tell_tx};

/// Ends it if its time is over and its applicant was not told of anything before. True when it ended now. Whether it was
/// declined or found no answer, they are told in the same words and at the same moment.
pub async fn expire(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let ended = store::ends::expire(&mut tx, id).await?;
    if let Some(applicant) = ended {
        tell_not_this_time(&mut tx, id, applicant).await?;
    }
    tx.commit().await?;
    Ok(ended.is_some())
}

async fn tell_not_this_time(
    tx: &mut CommunityTx,
    sponsorship: SponsorshipId,
    applicant: MemberId,
) -> Result<(), SponsorshipError> {
    let told = Tell::new(applicant, Kind::SponsorshipDeclined, format!("not-this-time:{sponsorship}"));
    tell_tx(tx, told.about_sponsorship(sponsorship)).await?;
    tx.enqueue(&SponsorshipDeclined { sponsorship }).await?;
    Ok(())
}
