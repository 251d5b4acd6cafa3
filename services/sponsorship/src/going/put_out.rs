//! A steward puts somebody out, having seen what it does to others.

use super::carry_out::carry_out;
use super::{Asked, Departure, LONGEST_REASON, PROPOSAL_KEPT};
use crate::head::Head;
use crate::words::{Cause, DepartureState};
use crate::{SponsorshipError, settle, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, DepartureId, MemberId};
use membership::{still_must_tx, suspend::may_judge};
use notice::Kind;
use serde_json::json;

/// Puts somebody out.
#[derive(Debug, Clone)]
pub struct PutOut {
    /// Made by the client; sending it twice decides once.
    pub id: DepartureId,
    /// Whom.
    pub member: MemberId,
    /// Why, as a kind.
    pub cause: Cause,
    /// Why, in words: told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
    /// The name of what was shown ([`super::EffectsView::seen`]).
    pub seen: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutOutcome {
    /// They are out.
    Done,
    /// Another steward is to confirm it within seven days.
    Waits,
}

/// Puts a member out, and everybody under review who hangs on them, in one transaction; or, where it touches more than one member in a
/// hundred or more than a hundred people, writes down the wish for another steward. The house needs no second hand.
///
/// # Errors
/// `GraphMoved` when others are touched than were shown; `DepartureWaits` when a wish about this person waits already; `Forbidden`,
/// `LastOwner` and `StandingMoved` as [`membership::suspend`] has them.
pub async fn put_out(db: &Db, caller: &Caller, cmd: PutOut) -> Result<PutOutcome, SponsorshipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    if let Some(known) = store::departure::lock(&mut tx, cmd.id).await? {
        return repeated(&known, &cmd);
    }
    let asked = Asked::now(&mut tx, cmd.member, cmd.cause).await?;
    may_judge(&mut tx, caller, Act::Suspend, cmd.member).await?;
    if asked.seen() != cmd.seen {
        return Err(SponsorshipError::GraphMoved);
    }
    let waits = asked.effects.two_moderators && caller.me().is_some();
    let wish = Departure {
        id: cmd.id,
        member: cmd.member,
        cause: cmd.cause,
        reason,
        state: DepartureState::Proposed,
        touched: asked.touched(),
        proposed_by: caller.me().map(|me| me.member),
        expires_at: tx.now() + PROPOSAL_KEPT,
        settled_by: None,
    };
    store::departure::let_go_expired(&mut tx, cmd.member).await?;
    if !store::departure::insert(&mut tx, &wish, &cmd.seen).await? {
        return Err(SponsorshipError::DepartureWaits);
    }
    if waits {
        propose(&mut tx, &wish).await?;
    } else {
        carry_out(&mut tx, &head, caller, &wish, &asked).await?;
    }
    tx.commit().await?;
    Ok(if waits { PutOutcome::Waits } else { PutOutcome::Done })
}

fn repeated(known: &Departure, cmd: &PutOut) -> Result<PutOutcome, SponsorshipError> {
    match known.state {
        _ if known.member != cmd.member || known.cause != cmd.cause => Err(SponsorshipError::IdInUse),
        DepartureState::Proposed => Ok(PutOutcome::Waits),
        DepartureState::Done => Ok(PutOutcome::Done),
        DepartureState::CalledOff => Err(SponsorshipError::DepartureSettled),
    }
}

/// Writes the wish down and calls the other stewards.
async fn propose(tx: &mut CommunityTx, wish: &Departure) -> Result<(), SponsorshipError> {
    let detail = json!({ "cause": wish.cause, "touched": wish.touched, "reason": wish.reason });
    tx.record(Entry { actor: wish.proposed_by, subject: Some(wish.member), act: "departure_proposed", detail });
    settle::call_other_stewards(tx, wish.proposed_by, wish.member, Kind::SecondNeeded, wish.id.0).await
}
