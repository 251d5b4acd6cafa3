//! What is open between a group and one reader: that it is offered to somebody, and that they were put out of it.

use crate::{GroupError, limits, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, GroupId, MemberId, Timestamp};
use membership::MemberCard;

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matters {
    /// To whoever keeps it, and whoever it is offered to.
    pub offer: Option<OfferView>,
    /// To whoever was put out of it.
    pub put_out: Option<PutOutView>,
}

/// A group is offered to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferView {
    /// To whom.
    pub to: MemberCard,
    /// Until when they can answer.
    pub until: Timestamp,
    /// Whether that is the reader.
    pub is_mine: bool,
}

/// The reader was put out of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOutView {
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// From when on they may ask to join it again.
    pub again_at: Timestamp,
}

impl PutOutView {
    pub(crate) fn of(reason: String, at: Timestamp) -> Self {
        Self { reason, at, again_at: at + limits::put_out() }
    }

    /// Whether they may ask again at this moment; whoever keeps the group decides.
    pub fn may_ask(&self, now: Timestamp) -> bool {
        self.again_at <= now
    }
}

/// What is open between this group and the caller; nothing of one that is not open.
///
/// # Errors
/// `Forbidden`.
pub async fn matters(db: &Db, caller: &Caller, id: GroupId) -> Result<Matters, GroupError> {
    let me = caller.must_as_member(Act::SeeGroups)?;
    let mut tx = db.begin(caller.community).await?;
    let offer = offer(&mut tx, id, me.member).await?;
    let put_out = store::put_out::view(&mut tx, id, me.member).await?;
    tx.commit().await?;
    Ok(Matters { offer, put_out })
}

async fn offer(tx: &mut CommunityTx, id: GroupId, reader: MemberId) -> Result<Option<OfferView>, DatabaseError> {
    let Some(offer) = store::offer::standing(tx, id).await? else { return Ok(None) };
    let is_mine = offer.to == reader;
    if !is_mine && !store::views::is_kept_by(tx, id, reader).await? {
        return Ok(None);
    }
    let to = store::views::member(tx, id, offer.to).await?;
    Ok(to.map(|to| OfferView { to: to.card, until: offer.at + limits::offered(), is_mine }))
}
