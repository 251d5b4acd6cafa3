//! A member says no to a request, in private.

use crate::{SponsorshipError, jobs::SponsorshipDeclined, store, words::State};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, SponsorshipId};
use notice::{Kind, Tell, tell_tx};

/// Declines.
#[derive(Debug, Clone, Copy)]
pub struct Decline {
    /// The request.
    pub sponsorship: SponsorshipId,
}

/// Declines. The applicant hears "not this time", without a name and in the words of a request that found no answer; nobody
/// else hears anything. Repeating it is harmless.
pub async fn decline(db: &Db, caller: &Caller, cmd: Decline) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let request =
        store::request::to_answer(&mut tx, cmd.sponsorship, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    if request.state == State::Declined {
        return Ok(());
    }
    if !store::request::decline(&mut tx, cmd.sponsorship, me.member).await? {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    tell_not_this_time(&mut tx, cmd.sponsorship, request.applicant).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells the applicant that a request came to nothing: the same words, and the same letter, whatever the reason.
pub(crate) async fn tell_not_this_time(
    tx: &mut CommunityTx,
    sponsorship: SponsorshipId,
    applicant: MemberId,
) -> Result<(), SponsorshipError> {
    let told = Tell::new(applicant, Kind::SponsorshipDeclined, format!("not-this-time:{sponsorship}"));
    tell_tx(tx, told.about_sponsorship(sponsorship)).await?;
    tx.enqueue(&SponsorshipDeclined { sponsorship }).await?;
    Ok(())
}
