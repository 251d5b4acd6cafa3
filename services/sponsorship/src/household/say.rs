//! A member says that they share a household with another.

use super::begin::agree;
use super::{MOST_TIES, Pair, Tie};
use crate::head::Head;
use crate::jobs::StandingLetter;
use crate::people::Held;
use crate::words::News;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, Deed, HouseholdId, MemberId};
use membership::MemberCard;
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Says so.
#[derive(Debug, Clone, Copy)]
pub struct SayTogether {
    /// Made by the client; sending it twice says it once.
    pub id: HouseholdId,
    /// With whom.
    pub member: MemberId,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The other is asked.
    Waits,
    /// The other had said so already, or has now agreed: it counts.
    Counts,
    /// Both have said so, but it touches so many that stewards look first.
    Looked,
}

/// Asks the other; where the other has said the same already, both have.
///
/// # Errors
/// `Oneself`; `TooOften`; `NotFound` about anybody not inside; `AlreadyTogether`; `HouseholdFull`.
pub async fn say_together(db: &Db, caller: &Caller, cmd: SayTogether) -> Result<Said, SponsorshipError> {
    let me = caller.must_as_member(Act::ShareHousehold)?;
    if cmd.member == me.member {
        return Err(SponsorshipError::Oneself);
    }
    db.count(caller, Deed::SayTogether, Some(&cmd.member.to_string())).await?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let pair = Pair::of(me.member, cmd.member);
    let people = Held::take(&mut tx, &pair.both()).await?;
    if !people.get(cmd.member)?.standing.is_inside() {
        return Err(SponsorshipError::NotFound);
    }
    if let Some(known) = store::household::between(&mut tx, pair).await? {
        if known.agreed {
            return Err(SponsorshipError::AlreadyTogether);
        }
        if known.said_by == Some(me.member) {
            return Ok(Said::Waits);
        }
        let said = agree(&mut tx, &head, caller, &known, &people).await?;
        tx.commit().await?;
        return Ok(said);
    }
    for member in pair.both() {
        if store::household::open_of(&mut tx, member).await? >= MOST_TIES {
            return Err(SponsorshipError::HouseholdFull);
        }
    }
    let tie = Tie {
        id: cmd.id,
        pair,
        said_by: Some(me.member),
        reason: String::new(),
        agreed: false,
        began: false,
        ended_by: None,
        ending_at: None,
        ended: false,
    };
    if !store::household::insert(&mut tx, &tie).await? {
        return Err(SponsorshipError::IdInUse);
    }
    let detail = json!({ "household": cmd.id });
    tx.record(Entry { actor: Some(me.member), subject: Some(cmd.member), act: "household_said", detail });
    tell_tx(&mut tx, Tell::new(cmd.member, Kind::HouseholdAsked, format!("household-asked:{}", cmd.id)).by(me.member))
        .await?;
    tx.enqueue(&StandingLetter { member: cmd.member, news: News::HouseholdAsked, about: cmd.id.0 }).await?;
    tx.commit().await?;
    Ok(Said::Waits)
}

/// Whether [`say_together`] could say so of whoever this card shows, for what is drawn.
pub fn could_share(caller: &Caller, card: &MemberCard) -> bool {
    let others = caller.me().is_some_and(|me| me.member != card.id);
    others && card.standing.is_inside() && caller.may(Act::ShareHousehold)
}
