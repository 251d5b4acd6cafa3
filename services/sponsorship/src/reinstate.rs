//! A steward takes a suspension back, with a reason.

use crate::head::Head;
use crate::{SponsorshipError, liability};
use database::Db;
use kernel::{Act, Caller, MemberId};
use membership::reinstate::reinstate_tx;

/// Who, and why.
#[derive(Debug, Clone)]
pub struct Reinstate {
    /// Whom.
    pub member: MemberId,
    /// Why; told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// Ends a suspension: the member stands again where they stood before it, a review goes on where it was. Whoever had a second strike
/// meanwhile is looked at by people from now on, as anybody else would have been at once.
///
/// # Errors
/// Those of [`reinstate_tx`].
pub async fn reinstate(db: &Db, caller: &Caller, cmd: Reinstate) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    reinstate_tx(&mut tx, caller, cmd.member, &cmd.reason).await?;
    liability::look_at_what_came_meanwhile(&mut tx, cmd.member).await?;
    tx.commit().await?;
    Ok(())
}
