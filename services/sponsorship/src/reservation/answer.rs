//! Whoever a reservation is about answers it.

use super::LONGEST_ANSWER;
use crate::{SponsorshipError, settle, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, ReservationId};
use notice::Kind;

/// Answers a reservation about oneself.
#[derive(Debug, Clone)]
pub struct AnswerReservation {
    /// Which.
    pub id: ReservationId,
    /// What there is to say to it; 1 to 2,000 characters.
    pub words: String,
}

/// Answers once, as long as it is open; the stewards are called.
///
/// # Errors
/// `NotFound` when it is not about oneself, or over; `AlreadyAnswered`.
pub async fn answer_reservation(db: &Db, caller: &Caller, cmd: AnswerReservation) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let words = text::needed_block("words", &cmd.words, LONGEST_ANSWER)?;
    let mut tx = db.begin(caller.community).await?;
    let reservation = store::reservation::lock(&mut tx, cmd.id).await?;
    let mine = reservation.is_some_and(|one| one.applicant == me.member && one.outcome.is_none());
    if !mine {
        return Err(SponsorshipError::NotFound);
    }
    if !store::reservation::answer(&mut tx, cmd.id, &words).await? {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    settle::call_other_stewards(&mut tx, None, me.member, Kind::ReservationAnswered, cmd.id.0).await?;
    tx.commit().await?;
    Ok(())
}
