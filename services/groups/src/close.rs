//! A group is over: its keeper says so, or the team.

use crate::ask_for::write_down_about;
use crate::{GroupError, GroupState, limits, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, GroupId, MemberId};
use notice::{Kind, Tell};

/// Its keeper closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseGroup {
    /// Which.
    pub id: GroupId,
}

/// The team closes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseGroupByOffice {
    /// Which.
    pub id: GroupId,
    /// Why, 1 to 500 characters; whoever kept it reads it.
    pub reason: String,
}

/// Closes a group that the caller keeps, and tells its members. What was for it stays with its authors, who may show it to everybody.
/// Repeating it changes nothing.
///
/// # Errors
/// `NotFound`, also to whoever does not keep it.
pub async fn close_group(db: &Db, caller: &Caller, cmd: CloseGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold(&mut tx, cmd.id).await?.filter(|held| held.keeper == me.member);
    let held = held.ok_or(GroupError::NotFound)?;
    close(&mut tx, &held, me.member, "").await?;
    Ok(tx.commit().await?)
}

/// The team closes one, with a reason. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the reason; `NotFound`.
pub async fn close_group_by_office(db: &Db, caller: &Caller, cmd: CloseGroupByOffice) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::DecideGroups)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold(&mut tx, cmd.id).await?.ok_or(GroupError::NotFound)?;
    close(&mut tx, &held, me.member, &reason).await?;
    Ok(tx.commit().await?)
}

async fn close(tx: &mut CommunityTx, held: &store::Held, by: MemberId, reason: &str) -> Result<(), GroupError> {
    match held.state {
        GroupState::Closed => return Ok(()),
        GroupState::Open => {}
        GroupState::Asked | GroupState::Declined => return Err(GroupError::NotFound),
    }
    let members = store::members::end_all(tx, held.id).await?;
    store::close(tx, held.id, reason).await?;
    write_down_about(tx, by, Some(held.keeper), "group_closed", held.id);
    for member in members.into_iter().filter(|member| *member != by) {
        let told = Tell::new(member, Kind::GroupClosed, format!("group-closed:{}", held.id));
        let told = told.about_group(held.id, held.name.as_str());
        // Its page is there for whoever kept it alone: they read why.
        let group = told.group.filter(|_| member == held.keeper);
        notice::tell_tx(tx, Tell { group, ..told }).await?;
    }
    Ok(())
}
