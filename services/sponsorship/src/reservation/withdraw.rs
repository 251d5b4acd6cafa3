//! Whoever confided a reservation takes it back.

use super::clear;
use crate::head::Head;
use crate::words::ReservationOutcome;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, ReservationId};
use serde_json::json;

/// Takes one's own reservation back.
#[derive(Debug, Clone, Copy)]
pub struct WithdrawReservation {
    /// Which.
    pub id: ReservationId,
}

/// Takes it back; the decision about its applicant is taken anew. Repeating it is harmless.
///
/// # Errors
/// `NotFound` when it is not one's own; `AlreadyAnswered` when stewards have decided before.
pub async fn withdraw_reservation(db: &Db, caller: &Caller, cmd: WithdrawReservation) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Confide)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let reservation = store::reservation::lock(&mut tx, cmd.id).await?;
    let reservation = reservation.filter(|one| one.confided_by == Some(me.member)).ok_or(SponsorshipError::NotFound)?;
    match reservation.outcome {
        Some(ReservationOutcome::Withdrawn) => return Ok(()),
        Some(_) => return Err(SponsorshipError::AlreadyAnswered),
        None => {}
    }
    clear(&mut tx, &reservation, ReservationOutcome::Withdrawn).await?;
    let detail = json!({ "reservation": cmd.id });
    tx.record(Entry { actor: None, subject: None, act: "reservation_withdrawn", detail });
    tx.commit().await?;
    Ok(())
}
