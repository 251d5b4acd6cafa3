//! The team grants a group, or declines it.

use crate::ask_for::{open, write_down_about};
use crate::{GroupError, GroupState, limits, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, GroupId};
use notice::{Kind, Tell};

/// It is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrantGroup {
    /// Which.
    pub id: GroupId,
}

/// It is declined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclineGroup {
    /// Which.
    pub id: GroupId,
    /// Why, 1 to 500 characters; whoever asked reads it.
    pub reason: String,
}

/// Opens it, with whoever asked as its keeper, who is told. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`; `AnsweredBefore`; `NameTaken` where another was opened under its name meanwhile; `Enough` where whoever asked is in as many
/// groups as one may be.
pub async fn grant_group(db: &Db, caller: &Caller, cmd: GrantGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::DecideGroups)?;
    let mut tx = db.begin(caller.community).await?;
    store::lock_names(&mut tx).await?;
    let held = store::hold(&mut tx, cmd.id).await?.ok_or(GroupError::NotFound)?;
    match held.state {
        GroupState::Open => return Ok(()),
        GroupState::Asked => {}
        GroupState::Declined | GroupState::Closed => return Err(GroupError::AnsweredBefore),
    }
    if store::is_called(&mut tx, &held.name, cmd.id).await? {
        return Err(GroupError::NameTaken);
    }
    open(&mut tx, cmd.id, held.keeper, me.member).await?;
    let told = Tell::new(held.keeper, Kind::GroupGranted, format!("group-granted:{}", cmd.id));
    notice::tell_tx(&mut tx, told.about_group(cmd.id, held.name)).await?;
    Ok(tx.commit().await?)
}

/// Declines it, and tells whoever asked. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the reason; `NotFound`; `AnsweredBefore` where it was granted.
pub async fn decline_group(db: &Db, caller: &Caller, cmd: DeclineGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::DecideGroups)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold(&mut tx, cmd.id).await?.ok_or(GroupError::NotFound)?;
    match held.state {
        GroupState::Declined => return Ok(()),
        GroupState::Asked => {}
        GroupState::Open | GroupState::Closed => return Err(GroupError::AnsweredBefore),
    }
    store::decide(&mut tx, cmd.id, GroupState::Declined, me.member, &reason).await?;
    write_down_about(&mut tx, me.member, Some(held.keeper), "group_declined", cmd.id);
    let told = Tell::new(held.keeper, Kind::GroupDeclined, format!("group-declined:{}", cmd.id));
    notice::tell_tx(&mut tx, told.about_group(cmd.id, held.name)).await?;
    Ok(tx.commit().await?)
}
