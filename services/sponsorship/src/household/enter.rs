//! A steward writes down that two people share a household, and why, having seen whom that touches.

use super::begin::{begin, look, numbers};
use super::{LONGEST_REASON, Pair, Tie, views::seen};
use crate::head::Head;
use crate::jobs::StandingLetter;
use crate::people::{Held, Person};
use crate::words::News;
use crate::{SponsorshipError, settle, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, HouseholdId, MemberId};
use membership::{still_must_tx, suspend::may_judge};
use notice::Kind;
use serde_json::json;
use trust::Move;

/// Enters it.
#[derive(Debug, Clone)]
pub struct EnterTogether {
    /// Made by the client; sending it twice enters it once.
    pub id: HouseholdId,
    /// One of the two.
    pub member: MemberId,
    /// The other.
    pub other: MemberId,
    /// Why; both read it; 1 to 500 characters.
    pub reason: String,
    /// The name of what was shown ([`super::HouseholdEffects::seen`]).
    pub seen: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// It counts.
    Counts,
    /// It touches so many that another steward must enter it as well.
    Waits,
}

/// Enters it, tells both why, and puts under review whoever falls; where that are more than one hand may touch, another steward must
/// enter it too.
///
/// # Errors
/// `Oneself` for one person twice; `NotFound`, and `Forbidden` as [`may_judge`] has them; `GraphMoved` when others are touched than were
/// shown; `AlreadyTogether`; `SameSteward` to whoever entered it first.
pub async fn enter_together(db: &Db, caller: &Caller, cmd: EnterTogether) -> Result<Entered, SponsorshipError> {
    caller.must(Act::JoinHouseholds)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    if cmd.member == cmd.other {
        return Err(SponsorshipError::Oneself);
    }
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::JoinHouseholds).await?;
    let pair = Pair::of(cmd.member, cmd.other);
    for member in pair.both() {
        may_judge(&mut tx, caller, Act::JoinHouseholds, member).await?;
    }
    let people = Held::take(&mut tx, &pair.both()).await?;
    if pair.both().into_iter().any(|one| people.get(one).is_ok_and(Person::waits)) {
        return Err(SponsorshipError::NotFound);
    }
    let me = caller.me().map(|me| me.member);
    let known = store::household::between(&mut tx, pair).await?;
    if let Some(known) = &known {
        match (known.began, known.reason.is_empty()) {
            (true, _) if known.id == cmd.id => return Ok(Entered::Counts),
            (true, _) => return Err(SponsorshipError::AlreadyTogether),
            (false, false) if known.said_by == me && known.id == cmd.id => return Ok(Entered::Waits),
            (false, false) if known.said_by == me && me.is_some() => return Err(SponsorshipError::SameSteward),
            _ => {}
        }
    }
    let second = known.as_ref().is_some_and(|known| !known.reason.is_empty());
    let tie = write(&mut tx, &cmd, pair, me, &reason, known).await?;
    let vertices = numbers(&tie, &people)?;
    let moved = look(&mut tx, Move::Together(vertices[0], vertices[1])).await?;
    if seen(vertices, &moved) != cmd.seen {
        return Err(SponsorshipError::GraphMoved);
    }
    let detail = json!({ "household": tie.id, "reason": reason });
    tx.record(Entry { actor: me, subject: Some(pair.one), act: "household_entered", detail: detail.clone() });
    tx.record(Entry { actor: me, subject: Some(pair.other), act: "household_entered", detail });
    let touches_many = moved.two_moderators || !moved.undetermined.is_empty();
    if touches_many && !second && me.is_some() {
        settle::call_other_stewards(&mut tx, me, pair.one, Kind::HouseholdLook, tie.id.0).await?;
        tx.commit().await?;
        return Ok(Entered::Waits);
    }
    begin(&mut tx, &head, me, &tie, vertices, &moved).await?;
    for member in pair.both() {
        tx.enqueue(&StandingLetter { member, news: News::HouseholdEntered, about: tie.id.0 }).await?;
    }
    tx.commit().await?;
    Ok(Entered::Counts)
}

/// The tie with this steward's reason, written anew or in place of what the two had said.
async fn write(
    tx: &mut CommunityTx,
    cmd: &EnterTogether,
    pair: Pair,
    me: Option<MemberId>,
    reason: &str,
    known: Option<Tie>,
) -> Result<Tie, SponsorshipError> {
    if let Some(known) = known {
        store::household::enter(tx, known.id, me, reason).await?;
        return Ok(known);
    }
    let tie = Tie {
        id: cmd.id,
        pair,
        said_by: me,
        reason: reason.to_owned(),
        agreed: true,
        began: false,
        ended_by: None,
        ending_at: None,
        ended: false,
    };
    if store::household::insert(tx, &tie).await? { Ok(tie) } else { Err(SponsorshipError::IdInUse) }
}
