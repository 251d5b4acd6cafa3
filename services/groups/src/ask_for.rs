//! A member asks for a group; of the team, they have it at once.

use crate::{GroupError, GroupState, Joining, limits, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, Deed, GroupId, MemberId};
use notice::{Kind, Tell};
use serde_json::json;

/// A group that is wished for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskForGroup {
    /// Made by the client, so that sending twice asks once.
    pub id: GroupId,
    /// 1 to 60 characters on one line; no other open group is called so.
    pub name: String,
    /// What it is for, 1 to 300 characters.
    pub purpose: String,
    /// How members come in.
    pub joining: Joining,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The team is asked.
    Waits,
    /// It is open: one of the team asked.
    Open,
}

/// Asks the team for it; whoever asks will keep it. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the texts; `TooOften`; `NameTaken`; `AskedAlready`; `Enough`; `IdInUse`.
pub async fn ask_for_group(db: &Db, caller: &Caller, cmd: AskForGroup) -> Result<Asked, GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let name = text::needed_line("name", &cmd.name, limits::NAME)?;
    let purpose = text::needed_block("purpose", &cmd.purpose, limits::PURPOSE)?;
    db.count(caller, Deed::AskForGroup, None).await?;
    let granted = caller.may_now(Act::DecideGroups);
    let mut tx = db.begin(caller.community).await?;
    store::lock_names(&mut tx).await?;
    if let Some(known) = store::hold(&mut tx, cmd.id).await? {
        return if known.keeper == me.member { Ok(said(known.state)) } else { Err(GroupError::IdInUse) };
    }
    if store::is_called(&mut tx, &name, cmd.id).await? {
        return Err(GroupError::NameTaken);
    }
    if store::asks_already(&mut tx, me.member).await? {
        return Err(GroupError::AskedAlready);
    }
    let group = store::New { id: cmd.id, name: &name, purpose: &purpose, joining: cmd.joining, keeper: me.member };
    store::insert(&mut tx, &group).await?;
    write_down(&mut tx, me.member, "group_asked", cmd.id);
    if granted {
        open(&mut tx, cmd.id, me.member, me.member).await?;
    } else {
        ask_the_team(&mut tx, cmd.id, &name, me.member).await?;
    }
    tx.commit().await?;
    Ok(if granted { Asked::Open } else { Asked::Waits })
}

/// Refuses whoever may not see the form for a new one.
///
/// # Errors
/// `Forbidden`.
pub fn blank(caller: &Caller) -> Result<(), GroupError> {
    Ok(caller.must(Act::TakePartInGroups)?)
}

fn said(state: GroupState) -> Asked {
    if state == GroupState::Open { Asked::Open } else { Asked::Waits }
}

async fn ask_the_team(tx: &mut CommunityTx, group: GroupId, name: &str, asker: MemberId) -> Result<(), GroupError> {
    for steward in membership::recipient::stewards_tx(tx).await? {
        let told = Tell::new(steward.member, Kind::GroupAsked, format!("group-asked:{group}")).by(asker);
        notice::tell_tx(tx, told.about_group(group, name)).await?;
    }
    Ok(())
}

/// Opens it, with its keeper in it.
pub(crate) async fn open(
    tx: &mut CommunityTx,
    group: GroupId,
    keeper: MemberId,
    steward: MemberId,
) -> Result<(), GroupError> {
    store::members::lock(tx, keeper).await?;
    if store::members::groups_of(tx, keeper).await? >= limits::GROUPS_EACH {
        return Err(GroupError::Enough);
    }
    store::decide(tx, group, GroupState::Open, steward, "").await?;
    store::members::let_in(tx, group, keeper).await?;
    write_down_about(tx, steward, Some(keeper), "group_granted", group);
    Ok(())
}

pub(crate) fn write_down(tx: &mut CommunityTx, actor: MemberId, act: &'static str, group: GroupId) {
    write_down_about(tx, actor, None, act, group);
}

pub(crate) fn write_down_about(
    tx: &mut CommunityTx,
    actor: MemberId,
    subject: Option<MemberId>,
    act: &'static str,
    group: GroupId,
) {
    tx.record(Entry { actor: Some(actor), subject, act, detail: json!({ "group": group }) });
}
