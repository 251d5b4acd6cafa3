//! Stewards decide about a reservation: two who think the same.

use super::{Reservation, clear};
use crate::going::LONGEST_REASON;
use crate::head::Head;
use crate::people::Held;
use crate::refuse::{Ruling, turn_away};
use crate::rules::Rules;
use crate::words::ReservationOutcome;
use crate::{SponsorshipError, settle, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, MemberId, ReservationId};
use membership::still_must_tx;
use notice::Kind;
use serde_json::json;
use trust::Rule;

/// Gives one's voice about a reservation.
#[derive(Debug, Clone)]
pub struct DecideReservation {
    /// Which.
    pub id: ReservationId,
    /// Whether it is upheld: then the applicant is refused. Otherwise it is set aside.
    pub upheld: bool,
    /// Why; for stewards alone, kept with the voice; 1 to 500 characters.
    pub reason: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Two thought the same, and it is done.
    Done,
    /// Another steward is to give theirs.
    Waits,
}

/// Gives one's voice, or changes it; the second that says the same decides, at once and in one transaction. Where there is one steward or
/// owner only, an owner names a second, as for whoever goes (decision 21).
///
/// # Errors
/// `NotFound`; `AlreadyAnswered` when it is settled; `OwnReservation` to whoever confided it.
pub async fn decide_reservation(db: &Db, caller: &Caller, cmd: DecideReservation) -> Result<Decided, SponsorshipError> {
    let me = caller.must_as_member(Act::AdmitByOffice)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    still_must_tx(&mut tx, caller, Act::AdmitByOffice).await?;
    let reservation = store::reservation::lock(&mut tx, cmd.id).await?.ok_or(SponsorshipError::NotFound)?;
    if reservation.outcome.is_some() {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    if reservation.confided_by == Some(me.member) {
        return Err(SponsorshipError::OwnReservation);
    }
    store::reservation::voice(&mut tx, cmd.id, me.member, cmd.upheld, &reason).await?;
    // Not the reason: nobody's erasure would find it there, where there is no subject.
    let detail = json!({ "reservation": cmd.id, "upheld": cmd.upheld });
    tx.record(Entry { actor: Some(me.member), subject: None, act: "reservation_voiced", detail });
    let decided = store::reservation::voices(&mut tx, cmd.id, cmd.upheld).await? >= 2;
    match (decided, cmd.upheld) {
        (false, _) => call_another(&mut tx, &reservation, me.member).await?,
        (true, true) => uphold(&mut tx, &head, &reservation, me.member).await?,
        (true, false) => clear(&mut tx, &reservation, ReservationOutcome::SetAside).await?,
    }
    tx.commit().await?;
    Ok(if decided { Decided::Done } else { Decided::Waits })
}

async fn call_another(tx: &mut CommunityTx, reservation: &Reservation, me: MemberId) -> Result<(), SponsorshipError> {
    let about = tx.entropy().id();
    settle::call_other_stewards(tx, Some(me), reservation.applicant, Kind::ReservationMade, about).await
}

/// The applicant is refused, in words that say nothing of what was confided; they may apply again.
async fn uphold(
    tx: &mut CommunityTx,
    head: &Head,
    reservation: &Reservation,
    me: MemberId,
) -> Result<(), SponsorshipError> {
    store::reservation::settle(tx, reservation.id, ReservationOutcome::Upheld).await?;
    let people = Held::take(tx, &[reservation.applicant]).await?;
    // Whoever has gone meanwhile need not be refused.
    let Ok(applicant) = people.waiting(reservation.applicant) else { return Ok(()) };
    let rules = Rules::load(tx).await?;
    let ruling = Ruling { steward: me, rule: Rule::Reservation.code(), reason: "" };
    turn_away(tx, head, &rules, applicant, ruling).await
}
