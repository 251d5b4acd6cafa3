//! Groups as pages and GraphQL show them.

use crate::{GroupError, GroupState, Joining, Part, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, GroupId, MemberId, Page, PageRequest, Timestamp};
use membership::MemberCard;
use std::collections::HashMap;

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupView {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How members come in.
    pub joining: Joining,
    /// Where it stands.
    pub state: GroupState,
    /// Who looks after it; or asked for it.
    pub keeper: MemberCard,
    /// How many are in it.
    pub members: i64,
    /// What the reader is to it.
    pub part: Part,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Why it was declined or closed, to whoever kept it and to the team; else empty.
    pub reason: String,
    /// Whether the reader sees what is for it: who is in it, and the team, while it is open.
    pub sees_listings: bool,
    /// Whether the reader may put its members out: who keeps it, and the team.
    pub puts_out: bool,
}

impl GroupView {
    /// Whether the reader is in it.
    pub fn is_in(&self) -> bool {
        self.state == GroupState::Open && matches!(self.part, Part::In | Part::Keeps)
    }

    /// Whether the reader looks after it.
    pub fn keeps(&self) -> bool {
        self.state == GroupState::Open && self.part == Part::Keeps
    }
}

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMemberView {
    /// Who.
    pub card: MemberCard,
    /// Since when.
    pub joined_at: Timestamp,
}

/// Open groups, the newest first.
///
/// # Errors
/// `Forbidden`.
pub async fn groups(db: &Db, caller: &Caller, page: &PageRequest) -> Result<Page<GroupView>, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::in_state(&mut tx, GroupState::Open, me.member, page).await?;
    tx.commit().await?;
    Ok(found.map(|view| shown(view, caller)))
}

/// The open groups the caller is in or has asked to join, by name; after them what they have asked the team for.
///
/// # Errors
/// `Forbidden`.
pub async fn my_groups(db: &Db, caller: &Caller) -> Result<Vec<GroupView>, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::of_member(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(found.into_iter().map(|view| shown(view, caller)).collect())
}

/// One group. One that is not open is there for whoever kept it and for the team alone.
///
/// # Errors
/// `Forbidden`.
pub async fn group(db: &Db, caller: &Caller, id: GroupId) -> Result<Option<GroupView>, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::one(&mut tx, id, me.member).await?;
    tx.commit().await?;
    let found = found.filter(|view| view.state == GroupState::Open || may_look_behind(view, caller));
    Ok(found.map(|view| shown(view, caller)))
}

/// Who is in it, those who have been longest first; empty to whoever is not, unless they are of the team.
///
/// # Errors
/// `Forbidden`.
pub async fn group_members(
    db: &Db,
    caller: &Caller,
    id: GroupId,
    page: &PageRequest,
) -> Result<Page<GroupMemberView>, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let is_in = store::members::is_present(&mut tx, id, me.member).await?;
    if !is_in && !is_team(caller) {
        return Ok(Page::whole(Vec::new()));
    }
    let found = store::views::members(&mut tx, id, page).await?;
    tx.commit().await?;
    Ok(found)
}

/// Who has asked to join it, the first first, at most [`crate::limits::WAITING_SHOWN`]; to whoever keeps it, else empty.
///
/// # Errors
/// `Forbidden`.
pub async fn group_waiting(db: &Db, caller: &Caller, id: GroupId) -> Result<Vec<MemberCard>, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::waiting(&mut tx, id, me.member).await?;
    tx.commit().await?;
    Ok(found)
}

/// The groups that members ask the team for, those that wait longest first, at most [`crate::limits::WAITING_SHOWN`]. Stewards.
///
/// # Errors
/// `Forbidden`.
pub async fn groups_asked(db: &Db, caller: &Caller) -> Result<Vec<GroupView>, GroupError> {
    let me = caller.must_as_member(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::asked(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(found)
}

/// What these groups are called, for a noun that has asked already who reads.
///
/// # Errors
/// The database failed.
pub async fn names_tx(tx: &mut CommunityTx, ids: &[GroupId]) -> Result<HashMap<GroupId, String>, DatabaseError> {
    if ids.is_empty() { Ok(HashMap::new()) } else { store::views::names(tx, ids).await }
}

/// Whether somebody is in this group, and it is open: whether something of theirs may be for it.
///
/// # Errors
/// The database failed.
pub async fn is_in_tx(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<bool, DatabaseError> {
    store::members::is_present(tx, group, member).await
}

fn is_team(caller: &Caller) -> bool {
    caller.may(Act::SeeStewardDesk)
}

fn may_look_behind(view: &GroupView, caller: &Caller) -> bool {
    view.part == Part::Keeps || is_team(caller)
}

fn shown(view: GroupView, caller: &Caller) -> GroupView {
    let is_open = view.state == GroupState::Open;
    let reason = if may_look_behind(&view, caller) { view.reason.clone() } else { String::new() };
    GroupView {
        sees_listings: is_open && (view.is_in() || is_team(caller)),
        puts_out: is_open && (view.keeps() || caller.may(Act::DecideGroups)),
        reason,
        ..view
    }
}
