//! Somebody else looks after a group from now on.

use crate::ask_for::write_down_about;
use crate::{GroupError, store};
use database::Db;
use kernel::{Act, Caller, GroupId, MemberId};
use notice::{Kind, Tell};

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandOverGroup {
    /// Which group of the caller's.
    pub id: GroupId,
    /// Who keeps it from now on; somebody in it.
    pub member: MemberId,
}

/// Hands it over, and tells them. Whoever kept it stays in it.
///
/// # Errors
/// `NotFound`, also to whoever does not keep it; `NotInIt`.
pub async fn hand_over_group(db: &Db, caller: &Caller, cmd: HandOverGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_kept(&mut tx, cmd.id, me.member).await?;
    if cmd.member == me.member {
        return Ok(());
    }
    if !store::members::is_present(&mut tx, cmd.id, cmd.member).await? {
        return Err(GroupError::NotInIt);
    }
    store::keep(&mut tx, cmd.id, cmd.member).await?;
    write_down_about(&mut tx, me.member, Some(cmd.member), "group_handed_over", cmd.id);
    let now = tx.now().timestamp();
    let told = Tell::new(cmd.member, Kind::GroupHandedOver, format!("group-handed-over:{}:{now}", cmd.id));
    notice::tell_tx(&mut tx, told.by(me.member).about_group(cmd.id, held.name)).await?;
    Ok(tx.commit().await?)
}
