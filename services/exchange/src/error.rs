//! Why a listing could not be published, changed or closed.

use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse, TooOften};

/// One field that cannot stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, by the name every door uses.
    pub field: &'static str,
    /// `SCREAMING_SNAKE`, translated like the code of a [`Refusal`].
    pub code: &'static str,
}

impl FieldProblem {
    /// The problem `code` of `field`.
    pub const fn new(field: &'static str, code: &'static str) -> Self {
        Self { field, code }
    }

    /// The problem as a door translates it.
    pub const fn refusal(self) -> Refusal {
        Refusal::of_field(self.code, self.field)
    }
}

/// What can go wrong with listings.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Absent, foreign, or not the caller's own.
    #[error("we cannot find this listing")]
    NotFound,
    /// One problem a field, in the order of the form; never empty.
    #[error("something in this listing cannot be accepted as it is")]
    Invalid(Vec<FieldProblem>),
    /// Somebody who waits has one request at a time.
    #[error("there is a request of theirs already")]
    OneRequest,
    /// It says something else by now than what the steward read.
    #[error("this request was changed meanwhile")]
    ChangedMeanwhile,
    /// It says something else by now than what the person in whose name it is read.
    #[error("this request in their name was changed meanwhile")]
    ReadOtherwise,
    /// It is not open (any more).
    #[error("this listing is closed")]
    Closed,
    /// It is not urgent (any more).
    #[error("this request is not urgent")]
    NotUrgent,
    /// It is promised to somebody: nobody is asked because of it.
    #[error("this listing is promised to somebody")]
    Reserved,
    /// It has seats: who comes to it is written down there.
    #[error("an outing is not promised to one person")]
    OutingReserved,
    /// Its author did not say that the team may show it to everybody.
    #[error("its author keeps this listing with the team")]
    AudienceKept,
    /// It ended by a date of its own: renewing would not move that.
    #[error("the date of this listing has passed")]
    DatePast,
    /// One's own outing needs no seat.
    #[error("this outing is their own")]
    OwnOuting,
    /// It has begun: nobody signs up any more.
    #[error("this outing has begun")]
    OutingBegun,
    /// More people come, or wait for a seat, than one outing takes.
    #[error("an outing takes at most {max} people", max = crate::limits::COMERS)]
    OutingCrowded,
    /// As many listings were published in a day as one member may.
    #[error("a member publishes at most {max} listings a day", max = crate::limits::LISTINGS_A_DAY)]
    EnoughToday,
    /// As many searches are kept as one member may.
    #[error("a member keeps at most {max} searches", max = crate::limits::SEARCHES_KEPT)]
    EnoughSearches,
    /// As many drafts are kept as one member may.
    #[error("a member keeps at most {max} drafts", max = crate::limits::DRAFTS_KEPT)]
    EnoughDrafts,
    /// A listing of the caller's has this id: there is nothing to keep for later any more.
    #[error("this is published already")]
    AlreadyPublished,
    /// The listing has as many photos as one may have.
    #[error("a listing has at most {max} photos", max = crate::limits::PHOTOS_EACH)]
    PhotosEnough,
    /// The member has as many photos as one may have, or as heavy ones.
    #[error("this member has no room for another photo")]
    PhotosTooMany,
    /// The picture, or where pictures are kept.
    #[error(transparent)]
    Picture(#[from] pictures::PictureError),
    /// Too often.
    #[error(transparent)]
    TooOften(#[from] TooOften),
    /// Another member's listing has this id.
    #[error("this id belongs to another listing")]
    IdTaken,
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl ExchangeError {
    /// Every field that cannot stay as it is; empty unless [`ExchangeError::Invalid`].
    pub fn problems(&self) -> &[FieldProblem] {
        match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        }
    }

    pub(crate) fn of_field(field: &'static str, code: &'static str) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, code)])
    }
}

impl Refuse for ExchangeError {
    /// Of several field problems, the first.
    fn refusal(&self) -> Refusal {
        match self {
            Self::NotFound => Refusal::NOT_FOUND,
            Self::Invalid(problems) => {
                problems.first().map_or(Refusal::new(RefusalKind::Invalid, "OTHER"), |problem| problem.refusal())
            }
            Self::OneRequest => Refusal::new(RefusalKind::Conflict, "GUEST_REQUEST_ONE"),
            Self::ChangedMeanwhile => Refusal::new(RefusalKind::Conflict, "GUEST_REQUEST_CHANGED"),
            Self::ReadOtherwise => Refusal::new(RefusalKind::Conflict, "MANDATE_CHANGED"),
            Self::Closed => Refusal::new(RefusalKind::Conflict, "LISTING_CLOSED"),
            Self::NotUrgent => Refusal::new(RefusalKind::Conflict, "LISTING_NOT_URGENT"),
            Self::Reserved => Refusal::new(RefusalKind::Conflict, "LISTING_RESERVED"),
            Self::OutingReserved => Refusal::new(RefusalKind::Conflict, "OUTING_NOT_RESERVED"),
            Self::AudienceKept => Refusal::new(RefusalKind::Conflict, "AUDIENCE_KEPT"),
            Self::DatePast => Refusal::new(RefusalKind::Conflict, "LISTING_DATE_PAST"),
            Self::OwnOuting => Refusal::new(RefusalKind::Conflict, "OUTING_OWN"),
            Self::OutingBegun => Refusal::new(RefusalKind::Conflict, "OUTING_BEGUN"),
            Self::OutingCrowded => Refusal::new(RefusalKind::Conflict, "OUTING_CROWDED"),
            Self::EnoughToday => Refusal::too_often("LISTINGS_ENOUGH_TODAY", 3_600),
            Self::EnoughSearches => Refusal::new(RefusalKind::Conflict, "SEARCHES_ENOUGH"),
            Self::EnoughDrafts => Refusal::new(RefusalKind::Conflict, "DRAFTS_ENOUGH"),
            Self::AlreadyPublished => Refusal::new(RefusalKind::Conflict, "DRAFT_PUBLISHED"),
            Self::PhotosEnough => Refusal::of_field("PHOTOS_ENOUGH", "photos"),
            Self::PhotosTooMany => Refusal::of_field("PHOTOS_TOO_MANY", "photos"),
            Self::Picture(no) => no.refusal(),
            Self::TooOften(no) => no.refusal(),
            Self::IdTaken => Refusal::new(RefusalKind::Conflict, "LISTING_ID_TAKEN"),
            Self::Forbidden(forbidden) => forbidden.refusal(),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}
