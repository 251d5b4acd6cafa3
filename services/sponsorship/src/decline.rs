//! A member says no to a request, in private.

use crate::{SponsorshipError, store, words::State};
use database::Db;
use kernel::{Act, Caller, SponsorshipId};

/// Declines.
#[derive(Debug, Clone, Copy)]
pub struct Decline {
    /// The request.
    pub sponsorship: SponsorshipId,
}

/// Declines. Nobody hears anything now. The applicant reads "not this time" when the request's time is over, without a name
/// and as after one that found no answer ([`crate::expire`]): an answer at once would tell whose address they had typed.
/// Repeating it is harmless.
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
    tx.commit().await?;
    Ok(())
}
