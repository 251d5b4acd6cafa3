//! A community is removed, whole (bar T13): asked for by an owner or an operator, told to everybody, waited for, and then
//! carried out. `infra/decisions/0017` says why it is so, and what is left.

mod carry_out;
mod tell;

pub use carry_out::{Removed, carry_out, is_due, remove_again};
pub use tell::{RemovalFacts, letter, tell};

use crate::jobs::{RemovalNews, RemoveCommunity, TellRemoval};
use crate::{PrivacyError, limits, store};
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{Act, Caller, CommunityId, MemberId, RemovalId, Timestamp};
use serde_json::json;

/// The wish, and that it is meant.
#[derive(Debug, Clone)]
pub struct AskRemoval {
    /// Made by whoever asks: repeating it changes nothing.
    pub id: RemovalId,
    /// The community's short name, typed: nobody does that by mistake.
    pub slug: String,
}

/// A removal that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RemovalView {
    /// Which wish.
    pub id: RemovalId,
    /// Asked for when.
    pub asked_at: Timestamp,
    /// Carried out when.
    pub due_at: Timestamp,
    /// Whether it has begun: then nothing calls it off.
    pub has_begun: bool,
}

/// An owner wants their community removed. Everybody is told, and it happens after a waiting time.
///
/// # Errors
/// `RemovalNotConfirmed`; `RemovalAsked` while another wish waits; `NotFound` for the installation's own tenant.
pub async fn ask_removal(db: &Db, caller: &Caller, cmd: AskRemoval) -> Result<RemovalView, PrivacyError> {
    let me = caller.must_as_member(Act::RemoveCommunity)?;
    ask(db, caller.community, Some(me.member), None, cmd).await
}

/// The same, by an operator, for a community that nobody looks after any more.
///
/// # Errors
/// As [`ask_removal`]; `NotFound` when there is no such community.
pub async fn ask_removal_of(
    db: &Db,
    caller: &Caller,
    community: CommunityId,
    cmd: AskRemoval,
) -> Result<RemovalView, PrivacyError> {
    caller.must(Act::Operate)?;
    ask(db, community, None, caller.me().map(|me| me.member), cmd).await
}

/// An owner calls the removal off, whoever asked for it. Nothing when none waits.
///
/// # Errors
/// `RemovalBegun`.
pub async fn call_off_removal(db: &Db, caller: &Caller) -> Result<(), PrivacyError> {
    let me = caller.must_as_member(Act::RemoveCommunity)?;
    call_off(db, caller.community, Some(me.member), None).await
}

/// The same, by an operator.
///
/// # Errors
/// `RemovalBegun`; `NotFound` when there is no such community.
pub async fn call_off_removal_of(db: &Db, caller: &Caller, community: CommunityId) -> Result<(), PrivacyError> {
    caller.must(Act::Operate)?;
    call_off(db, community, None, caller.me().map(|me| me.member)).await
}

/// The removal that waits for the caller's community, for its owners.
pub async fn removal(db: &Db, caller: &Caller) -> Result<Option<RemovalView>, PrivacyError> {
    caller.must(Act::SeeSettings)?;
    look(db, caller.community).await
}

/// The community's short name and the removal that waits for it, for operators.
///
/// # Errors
/// `NotFound` when there is no such community.
pub async fn removal_of(
    db: &Db,
    caller: &Caller,
    community: CommunityId,
) -> Result<(community::CommunityFace, Option<RemovalView>), PrivacyError> {
    caller.must(Act::SeeOperatorDesk)?;
    let face = community::face(db, community).await.map_err(membership::MembershipError::from)?;
    let face = face.filter(|face| !face.is_platform()).ok_or(PrivacyError::NotFound)?;
    Ok((face, look(db, community).await?))
}

async fn look(db: &Db, community: CommunityId) -> Result<Option<RemovalView>, PrivacyError> {
    let mut tx = db.begin(community).await?;
    let found = store::removal::standing(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}

async fn ask(
    db: &Db,
    community: CommunityId,
    owner: Option<MemberId>,
    operator: Option<MemberId>,
    cmd: AskRemoval,
) -> Result<RemovalView, PrivacyError> {
    let mut tx = db.begin(community).await?;
    let slug = store::removal::lock(&mut tx).await?.filter(|_| !community.is_platform());
    let slug = slug.ok_or(PrivacyError::NotFound)?;
    if let Some(standing) = store::removal::standing(&mut tx).await? {
        return if standing.id == cmd.id { Ok(standing) } else { Err(PrivacyError::RemovalAsked) };
    }
    if cmd.slug != slug {
        return Err(PrivacyError::RemovalNotConfirmed);
    }
    let asked_at = tx.now();
    let view = RemovalView { id: cmd.id, asked_at, due_at: asked_at + limits::REMOVAL_AFTER, has_begun: false };
    store::removal::note(&mut tx, &view).await?;
    plan(&mut tx, &view).await?;
    let detail = json!({ "removal": view.id.0, "due_at": view.due_at, "operator": operator });
    tx.record(Entry { actor: owner, subject: None, act: "removal_asked", detail });
    tx.commit().await?;
    Ok(view)
}

/// Everything that is to happen until then, and then.
async fn plan(tx: &mut CommunityTx, view: &RemovalView) -> Result<(), PrivacyError> {
    let RemovalView { id: removal, asked_at, due_at, .. } = *view;
    let tell = |news, everybody| TellRemoval { removal, news, everybody };
    tx.enqueue(&tell(RemovalNews::Asked, false)).await?;
    let later = Schedule::at(asked_at + limits::REMOVAL_TOLD_AFTER);
    tx.enqueue_with(&tell(RemovalNews::Asked, true), later).await?;
    tx.enqueue_with(&tell(RemovalNews::Soon, false), Schedule::at(due_at - limits::REMOVAL_SOON)).await?;
    tx.enqueue_with(&RemoveCommunity { removal }, Schedule::at(due_at)).await?;
    Ok(())
}

async fn call_off(
    db: &Db,
    community: CommunityId,
    owner: Option<MemberId>,
    operator: Option<MemberId>,
) -> Result<(), PrivacyError> {
    let mut tx = db.begin(community).await?;
    store::removal::lock(&mut tx).await?.ok_or(PrivacyError::NotFound)?;
    let Some(standing) = store::removal::standing(&mut tx).await? else { return Ok(()) };
    if standing.has_begun {
        return Err(PrivacyError::RemovalBegun);
    }
    store::removal::clear(&mut tx).await?;
    // Whoever was told that it is going to be removed is told that it is not.
    let everybody = tx.now() >= standing.asked_at + limits::REMOVAL_TOLD_AFTER;
    tx.enqueue(&TellRemoval { removal: standing.id, news: RemovalNews::CalledOff, everybody }).await?;
    let detail = json!({ "removal": standing.id.0, "operator": operator });
    tx.record(Entry { actor: owner, subject: None, act: "removal_called_off", detail });
    Ok(tx.commit().await?)
}
