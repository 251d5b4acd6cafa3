//! Doing what was previewed.

use super::{Departure, Effects, Reason, what_if};
use crate::{EdgeState, MemberState, TrustGraph};

/// Lets them go: their states and sponsorships, and the reviews. What comes back is what [`what_if`] said of the same graph.
pub fn apply(graph: &mut TrustGraph, departure: &Departure) -> Effects {
    let effects = what_if(graph, departure);
    for &one in &effects.who {
        graph.set_state(one, state(departure));
        if departure.reason == Reason::Fraud {
            graph.end_words(one, EdgeState::Void);
        }
    }
    for review in &effects.reviews {
        graph.set_state(review.member, MemberState::UnderReview);
    }
    effects
}

fn state(departure: &Departure) -> MemberState {
    match departure.reason {
        Reason::Fraud | Reason::Conduct => MemberState::Expelled,
        Reason::Suspension => MemberState::Suspended,
        Reason::Leaving => MemberState::Left { day: departure.day },
    }
}
