//! Whoever keeps a group asks nobody any more to keep it after them.

use crate::{GroupError, store};
use database::Db;
use kernel::{Act, Caller, GroupId};

/// What was offered by [`crate::hand_over_group`] is offered no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WithdrawHandOver {
    /// Which group of the caller's.
    pub id: GroupId,
}

/// Takes the offer back; nobody is told, and whoever had it can say neither yes nor no any more. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`, also to whoever does not keep it.
pub async fn withdraw_hand_over(db: &Db, caller: &Caller, cmd: WithdrawHandOver) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_kept(&mut tx, cmd.id, me.member).await?;
    store::offer::end(&mut tx, held.id).await?;
    Ok(tx.commit().await?)
}
