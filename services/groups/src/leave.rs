//! A member leaves a group, or takes back what they have asked for.

use crate::{GroupError, GroupState, store};
use database::Db;
use kernel::{Act, Caller, GroupId};

/// The caller wants to be in it no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeaveGroup {
    /// Which.
    pub id: GroupId,
}

/// Takes the caller out of it, or takes back that they asked to join. A group they have asked for and that was not granted yet is gone.
/// Nobody is told. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`; `KeeperStays` to whoever keeps it.
pub async fn leave_group(db: &Db, caller: &Caller, cmd: LeaveGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold(&mut tx, cmd.id).await?.ok_or(GroupError::NotFound)?;
    let keeps = held.keeper == me.member;
    match held.state {
        GroupState::Open if keeps => return Err(GroupError::KeeperStays),
        GroupState::Open => store::members::end(&mut tx, held.id, me.member).await?,
        GroupState::Asked if keeps => store::forget(&mut tx, held.id).await?,
        _ => return Err(GroupError::NotFound),
    }
    Ok(tx.commit().await?)
}
