//! The end of a review: a new word cures it by itself; otherwise a person decides once the deadline has passed.

use super::Review;
use crate::{Certificate, Day, MemberState, Standard, TrustGraph};

/// What became of somebody under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cure {
    /// As many paths as are asked for: in good standing again, with the proof.
    Cured(Certificate),
    /// Too few still, with the cut.
    StillBelow(Certificate),
    /// The search was cut short: a person must look.
    Undetermined,
    /// Not under review.
    NotUnderReview,
}

/// Puts somebody back in good standing if and only if κ is at least what is asked for. `since` is the day their seniority
/// counts from: a review does not make anybody younger.
pub fn cure(graph: &mut TrustGraph, member: u32, since: Day, day: Day, standard: &Standard) -> Cure {
    if graph.state(member) != Some(MemberState::UnderReview) {
        return Cure::NotUnderReview;
    }
    match graph.for_keeping(day).certify(member, standard.need()) {
        None => Cure::Undetermined,
        Some(certificate) if certificate.holds() => {
            graph.set_state(member, MemberState::Member { since });
            Cure::Cured(certificate)
        }
        Some(certificate) => Cure::StillBelow(certificate),
    }
}

/// Reviews whose grace is over: a person decides to confirm, suspend or expel. Nothing happens by itself.
pub fn overdue(reviews: &[Review], today: Day) -> impl Iterator<Item = &Review> {
    reviews.iter().filter(move |review| review.until < today)
}
