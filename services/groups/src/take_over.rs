//! Whoever is asked to look after a group answers.

use crate::ask_for::write_down_about;
use crate::{GroupError, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, GroupId, MemberId};
use notice::{Kind, Tell};

/// An answer to [`crate::hand_over_group`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerHandOver {
    /// Which group.
    pub id: GroupId,
    /// Whether the caller keeps it from now on.
    pub takes: bool,
}

/// Has the caller keep it from now on, or not; whoever offered it is told. Whoever kept it stays in it.
///
/// # Errors
/// `NotFound`, also to whoever is not in it; `OfferOver` where it is not offered to the caller, whoever keeps it for one, or not any more.
pub async fn answer_hand_over(db: &Db, caller: &Caller, cmd: AnswerHandOver) -> Result<(), GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_open(&mut tx, cmd.id).await?;
    if !store::members::is_present(&mut tx, cmd.id, me.member).await? {
        return Err(GroupError::NotFound);
    }
    let offer = store::offer::standing(&mut tx, cmd.id).await?;
    if offer.is_none_or(|offer| offer.to != me.member) {
        return Err(GroupError::OfferOver);
    }
    answer(&mut tx, &held, me.member, cmd.takes).await?;
    Ok(tx.commit().await?)
}

async fn answer(tx: &mut CommunityTx, held: &store::Held, heir: MemberId, takes: bool) -> Result<(), GroupError> {
    let kind = if takes {
        store::keep(tx, held.id, heir).await?;
        write_down_about(tx, heir, Some(held.keeper), "group_taken_over", held.id);
        Kind::GroupTaken
    } else {
        store::offer::end(tx, held.id).await?;
        Kind::GroupNotTaken
    };
    let now = tx.now().timestamp();
    let told = Tell::new(held.keeper, kind, format!("{}:{}:{now}", kind.as_str().replace('_', "-"), held.id));
    notice::tell_tx(tx, told.by(heir).about_group(held.id, held.name.as_str())).await?;
    Ok(())
}
