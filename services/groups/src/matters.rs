//! What is open between a group and one reader: that it is offered to somebody, that they were put out of it, and how they would come in.

use crate::{GroupError, GroupState, GroupView, Joining, Part, limits, store};
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
    /// Whether the reader, who is outside, may join it or ask to now. Its bounds and theirs are looked at when they do.
    pub may_join: bool,
    /// Whether they would have to ask: everybody has to, or they were put out of it once.
    pub asks_first: bool,
}

impl Matters {
    /// All of it, of an open group at this moment.
    pub fn of(view: &GroupView, offer: Option<OfferView>, put_out: Option<PutOutView>, now: Timestamp) -> Self {
        let outside = view.state == GroupState::Open && view.part == Part::Outside;
        let entrance = entrance(view.joining, put_out.as_ref(), now).filter(|_| outside);
        Self { may_join: entrance.is_some(), asks_first: entrance == Some(Joining::Asking), offer, put_out }
    }
}

/// How somebody outside comes in: as everybody does, by asking where they were put out of it once; not at all until they may ask again.
pub(crate) fn entrance(joining: Joining, put_out: Option<&PutOutView>, now: Timestamp) -> Option<Joining> {
    match put_out {
        None => Some(joining),
        Some(out) if out.may_ask(now) => Some(Joining::Asking),
        Some(_) => None,
    }
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
    fn may_ask(&self, now: Timestamp) -> bool {
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
    let view = store::views::one(&mut tx, id, me.member).await?.filter(|view| view.state == GroupState::Open);
    let Some(view) = view else { return Ok(Matters::default()) };
    let offer = offer(&mut tx, id, me.member).await?;
    let put_out = store::put_out::view(&mut tx, id, me.member).await?;
    let now = tx.now();
    tx.commit().await?;
    Ok(Matters::of(&view, offer, put_out, now))
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
