//! Somebody in a group is asked whether they look after it from now on.

use crate::{GroupError, GroupMemberView, GroupView, edit, limits, store};
use database::Db;
use kernel::{Act, Caller, Deed, GroupId, MemberId};
use notice::{Kind, Tell};

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandOverGroup {
    /// Which group of the caller's.
    pub id: GroupId,
    /// Who is to keep it; somebody in it.
    pub member: MemberId,
}

/// Offers it to them, and tells them; once a day where it is offered again and again. Until they say yes the caller keeps it. One person is
/// asked at a time: whoever was before is asked no longer. They have [`limits::offered`]. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`, also to whoever does not keep it; `NotInIt`; `TooOften`.
pub async fn hand_over_group(db: &Db, caller: &Caller, cmd: HandOverGroup) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_kept(&mut tx, cmd.id, me.member).await?;
    let offered = store::offer::standing(&mut tx, cmd.id).await?;
    if cmd.member == me.member || offered.is_some_and(|offer| offer.to == cmd.member) {
        return Ok(());
    }
    db.count(caller, Deed::HandOverGroup, None).await?;
    if !store::members::is_present(&mut tx, cmd.id, cmd.member).await? {
        return Err(GroupError::NotInIt);
    }
    store::offer::make(&mut tx, cmd.id, cmd.member).await?;
    let meaning = format!("group-offered:{}:{}", cmd.id, tx.now().date_naive());
    let told = Tell::new(cmd.member, Kind::GroupOffered, meaning);
    notice::tell_tx(&mut tx, told.by(me.member).about_group(cmd.id, held.name)).await?;
    Ok(tx.commit().await?)
}

/// Who could keep it after the caller: whoever else is in it, of those whose name holds these letters, without regard to capitals and
/// accents, by name, [`limits::HEIRS_SHOWN`] at the most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heirs {
    /// The group.
    pub group: GroupView,
    /// They.
    pub members: Vec<GroupMemberView>,
    /// Whether there are more of that name.
    pub is_cut: bool,
}

/// The same, for the form of whoever keeps it.
///
/// # Errors
/// `Forbidden`; `NotFound`, also to whoever does not keep it.
pub async fn heirs(db: &Db, caller: &Caller, id: GroupId, named: &str) -> Result<Heirs, GroupError> {
    let group = edit::to_edit(db, caller, id).await?;
    let named: String = named.trim().chars().take(limits::SOUGHT).collect();
    let mut tx = db.begin(caller.community).await?;
    let mut members = store::views::heirs(&mut tx, id, group.keeper.id, &named).await?;
    tx.commit().await?;
    let shown = usize::try_from(limits::HEIRS_SHOWN).unwrap_or(usize::MAX);
    let is_cut = members.len() > shown;
    members.truncate(shown);
    Ok(Heirs { group, members, is_cut })
}
