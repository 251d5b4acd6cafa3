//! Going, by one's own wish; an applicant gives up the same way.

use crate::{MembershipError, change_tx};
use database::Db;
use kernel::{Act, Caller, Standing};

/// Whether the caller may go at all, before they are asked whether they are sure.
pub fn may_leave(caller: &Caller) -> Result<(), MembershipError> {
    Ok(caller.must(Act::Leave)?)
}

/// Takes the caller out of the community. The session stays, so that they see where they stand and may ask again.
///
/// # Errors
/// `LastOwner` (bar M8).
pub async fn leave(db: &Db, caller: &Caller) -> Result<(), MembershipError> {
    let me = caller.must_as_member(Act::Leave)?;
    let from = [Standing::Applicant, Standing::Guest, Standing::Member, Standing::UnderReview];
    let mut tx = db.begin(caller.community).await?;
    change_tx(&mut tx, me.member, &from, Standing::Left, Some(me.member), "").await?;
    tx.commit().await?;
    Ok(())
}
