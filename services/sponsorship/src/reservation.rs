//! Reservations instead of blackballing: a member confides a doubt about somebody who is about to come in; the applicant hears of what
//! kind it is and may answer; two stewards decide (design: trust, section 6).
//!
//! Invariants
//! - Whose a reservation is stands in no journal entry, notification, letter or copy but its author's own: for stewards alone.
//! - An open one holds admission, by whatever road; the end of one has the decision taken anew, by a job of the same transaction.

mod answer;
mod confide;
mod decide;
mod withdraw;

pub use answer::{AnswerReservation, answer_reservation};
pub use confide::{Confide, confide};
pub use decide::{DecideReservation, Decided, decide_reservation};
pub use withdraw::{WithdrawReservation, withdraw_reservation};

use crate::jobs::RecheckApplicant;
use crate::words::{Category, ReservationOutcome};
use crate::{SponsorshipError, store};
use database::{CommunityTx, Schedule};
use kernel::{MemberId, ReservationId};
use notice::{Kind, Tell, tell_tx};

/// The longest text of whoever confides one, characters.
pub const LONGEST_WORDS: usize = 1_000;

/// The longest answer of whoever it is about, characters.
pub const LONGEST_ANSWER: usize = 2_000;

/// A reservation as it is stored, held until the transaction ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reservation {
    pub(crate) id: ReservationId,
    pub(crate) applicant: MemberId,
    pub(crate) confided_by: Option<MemberId>,
    pub(crate) category: Category,
    pub(crate) outcome: Option<ReservationOutcome>,
}

/// Ends one so that its applicant can come in: tells them that it is over, and has the decision about them taken anew.
async fn clear(
    tx: &mut CommunityTx,
    reservation: &Reservation,
    outcome: ReservationOutcome,
) -> Result<(), SponsorshipError> {
    store::reservation::settle(tx, reservation.id, outcome).await?;
    let told = format!("reservation-settled:{}", reservation.id);
    tell_tx(tx, Tell::new(reservation.applicant, Kind::ReservationSettled, told)).await?;
    let recheck = Schedule::default().meaning(format!("recheck:{}:{}", reservation.applicant, reservation.id));
    tx.enqueue_with(&RecheckApplicant { member: reservation.applicant }, recheck).await?;
    Ok(())
}
