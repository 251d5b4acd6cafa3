//! Reservations: whom members may still have doubts about, what an applicant hears, and what stewards decide on.

use crate::words::Category;
use crate::{SponsorshipError, store};
use chrono::NaiveDate;
use database::{DatabaseError, Db};
use kernel::{Act, Caller, MemberId, ReservationId, Timestamp};
use membership::{MemberCard, views::cards_tx};
use std::collections::HashMap;

/// Somebody who is about to come in, as members see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivingView {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Where they live; may be empty.
    pub town: String,
    /// Since when somebody vouches for them.
    pub since: Timestamp,
    /// The reader's own reservation about them, as long as it is open.
    pub own: Option<ReservationId>,
}

/// Who is about to come in: waits, and somebody vouches for them. The latest first, at most 100.
pub async fn arriving(db: &Db, caller: &Caller) -> Result<Vec<ArrivingView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Confide)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::reservation::arriving(&mut tx, me.member, None).await?;
    tx.commit().await?;
    Ok(found)
}

/// One of them.
pub async fn arriving_one(
    db: &Db,
    caller: &Caller,
    applicant: MemberId,
) -> Result<Option<ArrivingView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Confide)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::reservation::arriving(&mut tx, me.member, Some(applicant)).await?.pop();
    tx.commit().await?;
    Ok(found)
}

/// A reservation as its applicant hears of it: of what kind, and not whose or in what words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservationAboutMe {
    /// Which.
    pub id: ReservationId,
    /// Of what kind.
    pub category: Category,
    /// The day, and no more.
    pub confided_on: NaiveDate,
    /// What the applicant said to it; may be empty.
    pub answer: String,
}

/// Open reservations about the caller, the oldest first.
pub async fn reservations_about_me(db: &Db, caller: &Caller) -> Result<Vec<ReservationAboutMe>, SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::reservation::about(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(found)
}

/// What one steward thinks of a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceView {
    /// Who.
    pub steward: MemberCard,
    /// Whether they would uphold it.
    pub upheld: bool,
    /// Why.
    pub reason: String,
}

/// A reservation that waits for the stewards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReservation {
    /// Which.
    pub id: ReservationId,
    /// About whom.
    pub applicant: MemberCard,
    /// Whose.
    pub confided_by: Option<MemberCard>,
    /// How many its author confided within the last twelve months, this one included.
    pub within_a_year: u32,
    /// Of what kind.
    pub category: Category,
    /// What they wrote; may be empty.
    pub words: String,
    /// When.
    pub confided_at: Timestamp,
    /// What the applicant says to it; may be empty.
    pub answer: String,
    /// What stewards think so far.
    pub voices: Vec<VoiceView>,
    /// Whether the reader may give their voice: not about one's own.
    pub may_decide: bool,
}

/// Those that wait, the oldest first, at most 100; for stewards.
pub async fn open_reservations(db: &Db, caller: &Caller) -> Result<Vec<OpenReservation>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let me = caller.me().map(|me| me.member);
    let mut tx = db.begin(caller.community).await?;
    let rows = store::reservation::open(&mut tx).await?;
    let voices = store::reservation::open_voices(&mut tx).await?;
    let mut ids: Vec<MemberId> = rows.iter().flat_map(|row| [Some(row.applicant), row.confided_by]).flatten().collect();
    ids.extend(voices.iter().map(|voice| voice.steward));
    let cards: HashMap<MemberId, MemberCard> =
        cards_tx(&mut tx, &ids).await?.into_iter().map(|card| (card.id, card)).collect();
    tx.commit().await?;
    let shape = |row: store::reservation::OpenRow| {
        let about = voices.iter().filter(|voice| voice.reservation == row.id);
        let voice = |voice: &store::reservation::VoiceRow| {
            let steward = cards.get(&voice.steward)?.clone();
            Some(VoiceView { steward, upheld: voice.upheld, reason: voice.reason.clone() })
        };
        let category = row.category.parse().map_err(DatabaseError::damaged);
        let Some(applicant) = cards.get(&row.applicant).cloned() else { return Ok(None) };
        Ok::<_, DatabaseError>(Some(OpenReservation {
            id: row.id,
            applicant,
            confided_by: row.confided_by.and_then(|id| cards.get(&id).cloned()),
            within_a_year: u32::try_from(row.within_a_year).unwrap_or(u32::MAX),
            category: category?,
            words: row.words,
            confided_at: row.confided_at,
            answer: row.answer,
            voices: about.filter_map(voice).collect(),
            may_decide: me.is_some() && row.confided_by != me,
        }))
    };
    let found: Result<Vec<Option<OpenReservation>>, DatabaseError> = rows.into_iter().map(shape).collect();
    Ok(found?.into_iter().flatten().collect())
}
