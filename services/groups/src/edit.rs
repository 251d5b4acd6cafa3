//! Whoever keeps a group changes what it is called, what it is for, and how members come in.

use crate::ask_for::write_down;
use crate::{GroupError, GroupView, Joining, limits, store, views};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, GroupId, MemberId};
use notice::{Kind, Tell};

/// A group as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditGroup {
    /// Which group of the caller's.
    pub id: GroupId,
    /// 1 to 60 characters on one line; no other open group is called so.
    pub name: String,
    /// What it is for, 1 to 300 characters.
    pub purpose: String,
    /// How members come in.
    pub joining: Joining,
}

/// Changes a group that the caller keeps. Its members are told where it is called otherwise; whoever waits to be let in comes in where
/// everybody may from now on. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the texts; `TooOften`; `NotFound`, also to whoever does not keep it; `NameTaken`.
pub async fn edit_group(db: &Db, caller: &Caller, cmd: EditGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let name = text::needed_line("name", &cmd.name, limits::NAME)?;
    let purpose = text::needed_block("purpose", &cmd.purpose, limits::PURPOSE)?;
    db.count(caller, Deed::EditGroup, None).await?;
    let mut tx = db.begin(caller.community).await?;
    store::lock_names(&mut tx).await?;
    let held = store::hold_kept(&mut tx, cmd.id, me.member).await?;
    if (&held.name, &held.purpose, held.joining) == (&name, &purpose, cmd.joining) {
        return Ok(());
    }
    if store::is_called(&mut tx, &name, cmd.id).await? {
        return Err(GroupError::NameTaken);
    }
    store::edit(&mut tx, cmd.id, &name, &purpose, cmd.joining).await?;
    if held.name != name {
        tell_members(&mut tx, cmd.id, &name, me.member).await?;
    }
    if cmd.joining == Joining::AtOnce {
        welcome(&mut tx, cmd.id, &name).await?;
    }
    write_down(&mut tx, me.member, "group_edited", cmd.id);
    Ok(tx.commit().await?)
}

/// The group, for the form of whoever keeps it.
///
/// # Errors
/// `Forbidden`; `NotFound`, also to whoever does not keep it.
pub async fn to_edit(db: &Db, caller: &Caller, id: GroupId) -> Result<GroupView, GroupError> {
    caller.must(Act::TakePartInGroups)?;
    views::group(db, caller, id).await?.filter(GroupView::keeps).ok_or(GroupError::NotFound)
}

async fn tell_members(tx: &mut CommunityTx, id: GroupId, name: &str, keeper: MemberId) -> Result<(), GroupError> {
    let now = tx.now().timestamp();
    for member in store::members::all_in(tx, id).await?.into_iter().filter(|member| *member != keeper) {
        let told = Tell::new(member, Kind::GroupRenamed, format!("group-renamed:{id}:{now}"));
        notice::tell_tx(tx, told.about_group(id, name)).await?;
    }
    Ok(())
}

async fn welcome(tx: &mut CommunityTx, id: GroupId, name: &str) -> Result<(), GroupError> {
    let now = tx.now().timestamp();
    for member in store::members::let_all_in(tx, id).await? {
        let told = Tell::new(member, Kind::GroupLetIn, format!("group-answered:{id}:{now}"));
        notice::tell_tx(tx, told.about_group(id, name)).await?;
    }
    Ok(())
}
