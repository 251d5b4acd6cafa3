//! An applicant takes a request back before it is answered.

use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, SponsorshipId};

/// Takes one's request back.
#[derive(Debug, Clone, Copy)]
pub struct CancelRequest {
    /// The request.
    pub sponsorship: SponsorshipId,
}

/// Takes it back; whoever was asked is not told. Repeating it is harmless.
pub async fn cancel_request(db: &Db, caller: &Caller, cmd: CancelRequest) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let mut tx = db.begin(caller.community).await?;
    let owner = store::request::applicant_of(&mut tx, cmd.sponsorship).await?;
    if owner != Some(me.member) {
        return Err(SponsorshipError::NotFound);
    }
    if !store::request::cancel(&mut tx, cmd.sponsorship, me.member).await? {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    tx.commit().await?;
    Ok(())
}
