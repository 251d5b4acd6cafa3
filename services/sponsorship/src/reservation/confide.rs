//! A member confides a doubt about somebody who is about to come in.

use super::{LONGEST_WORDS, Reservation};
use crate::head::Head;
use crate::jobs::StandingLetter;
use crate::people::Held;
use crate::words::{Category, News};
use crate::{SponsorshipError, decision, settle, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, MemberId, ReservationId};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Confides a reservation.
#[derive(Debug, Clone)]
pub struct Confide {
    /// Made by the client; sending it twice confides one.
    pub id: ReservationId,
    /// About whom.
    pub applicant: MemberId,
    /// Of what kind; the applicant hears this.
    pub category: Category,
    /// What there is to say, for stewards alone; up to 1,000 characters, and at least one where the kind is `Other`.
    pub words: String,
}

/// Writes it, tells the applicant of what kind it is and the stewards that it waits. About whoever is known to members: for whom somebody
/// vouches, and who is not in yet.
///
/// # Errors
/// `NotFound` about anybody else; `AlreadyReserved` while one's own about them is open.
pub async fn confide(db: &Db, caller: &Caller, cmd: Confide) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Confide)?;
    let words = match cmd.category {
        Category::Other => text::needed_block("words", &cmd.words, LONGEST_WORDS)?,
        Category::Identity | Category::Exchange => text::block("words", &cmd.words, LONGEST_WORDS)?,
    };
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    if let Some(known) = store::reservation::lock(&mut tx, cmd.id).await? {
        let mine = known.confided_by == Some(me.member) && known.applicant == cmd.applicant;
        return if mine { Ok(()) } else { Err(SponsorshipError::IdInUse) };
    }
    let people = Held::take(&mut tx, &[cmd.applicant]).await?;
    let known = people.waiting(cmd.applicant).is_ok() && !decision::offers(&mut tx, cmd.applicant).await?.is_empty();
    if !known {
        return Err(SponsorshipError::NotFound);
    }
    let reservation = Reservation {
        id: cmd.id,
        applicant: cmd.applicant,
        confided_by: Some(me.member),
        category: cmd.category,
        outcome: None,
    };
    if !store::reservation::insert(&mut tx, &reservation, &words).await? {
        return Err(SponsorshipError::AlreadyReserved);
    }
    tell(&mut tx, &reservation, me.member).await?;
    tx.commit().await?;
    Ok(())
}

/// Names nobody to the applicant, and only the applicant to the stewards. The journal's entry names neither: its subject reads it in
/// the copy of their data.
async fn tell(tx: &mut CommunityTx, reservation: &Reservation, me: MemberId) -> Result<(), SponsorshipError> {
    let (id, applicant) = (reservation.id, reservation.applicant);
    tx.record(Entry { actor: None, subject: None, act: "reservation_confided", detail: json!({ "reservation": id }) });
    tell_tx(tx, Tell::new(applicant, Kind::ReservationTold, format!("reservation:{id}"))).await?;
    tx.enqueue(&StandingLetter { member: applicant, news: News::Reserved, about: id.0 }).await?;
    settle::call_other_stewards(tx, Some(me), applicant, Kind::ReservationMade, id.0).await
}
