//! Whoever keeps a group lets somebody in, or does not.

use crate::{GroupError, store};
use database::Db;
use kernel::{Act, Caller, GroupId, MemberId};
use notice::{Kind, Tell};

/// The keeper's answer to somebody who asks to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerJoining {
    /// Which group.
    pub group: GroupId,
    /// Who asks.
    pub member: MemberId,
    /// Whether they come in.
    pub comes_in: bool,
}

/// Lets them in, or not; they are told either way. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`, also to whoever does not keep it; `AnsweredBefore` where they do not ask (any more).
pub async fn answer_joining(db: &Db, caller: &Caller, cmd: AnswerJoining) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_kept(&mut tx, cmd.group, me.member).await?;
    match store::members::joined(&mut tx, held.id, cmd.member).await? {
        Some(true) if cmd.comes_in => return Ok(()),
        Some(false) => {}
        _ => return Err(GroupError::AnsweredBefore),
    }
    let kind = if cmd.comes_in {
        store::members::let_in(&mut tx, held.id, cmd.member).await?;
        Kind::GroupLetIn
    } else {
        store::members::end(&mut tx, held.id, cmd.member).await?;
        Kind::GroupNotLetIn
    };
    let now = tx.now().timestamp();
    let told = Tell::new(cmd.member, kind, format!("group-answered:{}:{now}", held.id));
    notice::tell_tx(&mut tx, told.about_group(held.id, held.name)).await?;
    Ok(tx.commit().await?)
}
