//! Doubts about somebody who is about to come in.

use super::Member;
use crate::{ids::Global, words::ReservationCategory};
use async_graphql::{ID, Object};
use chrono::NaiveDate;
use kernel::Timestamp;
use sponsorship::{ArrivingView, VoiceView};

/// Somebody who is about to come in, as members see them.
pub struct Arriving(pub(crate) ArrivingView);

#[Object]
impl Arriving {
    /// Their id.
    async fn member_id(&self) -> ID {
        self.0.id.global()
    }
    /// Their name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Where they live; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// Since when somebody vouches for them.
    async fn since(&self) -> Timestamp {
        self.0.since
    }
    /// The asker's own reservation about them, as long as it is open.
    async fn own_reservation_id(&self) -> Option<ID> {
        self.0.own.map(Global::global)
    }
}

/// A reservation as its applicant hears of it: of what kind, and not whose.
pub struct ReservationAboutMe(pub(crate) sponsorship::ReservationAboutMe);

#[Object]
impl ReservationAboutMe {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Of what kind.
    async fn category(&self) -> ReservationCategory {
        self.0.category.into()
    }
    /// The day.
    async fn confided_on(&self) -> NaiveDate {
        self.0.confided_on
    }
    /// What the asker said to it; may be empty.
    async fn answer(&self) -> &str {
        &self.0.answer
    }
}

/// A reservation that waits for the stewards.
pub struct OpenReservation(pub(crate) sponsorship::OpenReservation);

#[Object]
impl OpenReservation {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// About whom.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// Whose.
    async fn confided_by(&self) -> Option<Member> {
        self.0.confided_by.clone().map(Member)
    }
    /// How many its author confided within the last twelve months, this one included.
    async fn within_a_year(&self) -> u32 {
        self.0.within_a_year
    }
    /// Of what kind.
    async fn category(&self) -> ReservationCategory {
        self.0.category.into()
    }
    /// What its author wrote; may be empty.
    async fn words(&self) -> &str {
        &self.0.words
    }
    /// When.
    async fn confided_at(&self) -> Timestamp {
        self.0.confided_at
    }
    /// What the applicant says to it; may be empty.
    async fn answer(&self) -> &str {
        &self.0.answer
    }
    /// What stewards think so far.
    async fn voices(&self) -> Vec<ReservationVoice> {
        self.0.voices.iter().cloned().map(ReservationVoice).collect()
    }
    /// Whether the asker may give their voice: not about one's own.
    async fn may_decide(&self) -> bool {
        self.0.may_decide
    }
}

/// What one steward thinks of a reservation.
pub struct ReservationVoice(pub(crate) VoiceView);

#[Object]
impl ReservationVoice {
    /// Who.
    async fn steward(&self) -> Member {
        Member(self.0.steward.clone())
    }
    /// Whether they would uphold it.
    async fn is_upheld(&self) -> bool {
        self.0.upheld
    }
    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
}
