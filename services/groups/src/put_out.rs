//! Somebody is put out of a group: by whoever keeps it, or by the team.

use crate::ask_for::write_down_about;
use crate::{GroupError, GroupMemberView, GroupView, limits, store, views};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, GroupId, MemberId};
use notice::{Kind, Tell};

/// Who, out of which group, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOutOfGroup {
    /// Which group.
    pub group: GroupId,
    /// Who is in it and shall not be any more.
    pub member: MemberId,
    /// Why, 1 to 500 characters; they read it.
    pub reason: String,
}

/// Puts somebody out of a group that the caller keeps, and tells them. What was for it is not there for them any more; they cannot ask to
/// join it for [`limits::put_out`], and after that its keeper decides. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the reason; `NotFound`, also to whoever does not keep it; `KeeperNotPutOut`; `NotInIt`.
pub async fn put_out_of_group(db: &Db, caller: &Caller, cmd: PutOutOfGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_kept(&mut tx, cmd.group, me.member).await?;
    put_out(&mut tx, &held, cmd.member, me.member, &reason).await?;
    Ok(tx.commit().await?)
}

/// The same by the team, out of any group.
///
/// # Errors
/// What is wrong with the reason; `NotFound`; `KeeperNotPutOut`: a group with nobody to look after it is closed; `NotInIt`.
pub async fn put_out_of_group_by_office(db: &Db, caller: &Caller, cmd: PutOutOfGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::DecideGroups)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_open(&mut tx, cmd.group).await?;
    put_out(&mut tx, &held, cmd.member, me.member, &reason).await?;
    Ok(tx.commit().await?)
}

/// The group and whoever could be put out of it by the caller, for the form.
///
/// # Errors
/// `Forbidden`; `NotFound` to whoever neither keeps it nor is of the team, and of whoever is not in it or keeps it.
pub async fn blank(
    db: &Db,
    caller: &Caller,
    id: GroupId,
    member: MemberId,
) -> Result<(GroupView, GroupMemberView), GroupError> {
    let group = views::group(db, caller, id).await?.filter(|group| group.puts_out).ok_or(GroupError::NotFound)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::member(&mut tx, id, member).await?;
    tx.commit().await?;
    let found = found.filter(|one| one.card.id != group.keeper.id);
    Ok((group, found.ok_or(GroupError::NotFound)?))
}

async fn put_out(
    tx: &mut CommunityTx,
    held: &store::Held,
    member: MemberId,
    by: MemberId,
    reason: &str,
) -> Result<(), GroupError> {
    if member == held.keeper {
        return Err(GroupError::KeeperNotPutOut);
    }
    if store::members::joined(tx, held.id, member).await? != Some(true) {
        let before = store::put_out::view(tx, held.id, member).await?;
        return before.map(|_| ()).ok_or(GroupError::NotInIt);
    }
    store::members::end(tx, held.id, member).await?;
    store::put_out::note(tx, held.id, member, by, reason).await?;
    write_down_about(tx, by, Some(member), "group_put_out", held.id);
    let now = tx.now().timestamp();
    let told = Tell::new(member, Kind::GroupPutOut, format!("group-put-out:{}:{now}", held.id));
    notice::tell_tx(tx, told.about_group(held.id, held.name.as_str())).await?;
    Ok(())
}
