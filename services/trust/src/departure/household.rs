//! When people turn out to live together, or no longer do: what it would do to others, said before it is done (decision 0035).

use serde::{Deserialize, Serialize};

use super::{Review, below};
use crate::{Day, Households, Standard, TrustGraph};

/// A change of who lives with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// These two share a household.
    Together(u32, u32),
    /// These two no longer do.
    Apart(u32, u32),
}

/// What a change of households does. Lists are in order of number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Had as many independent paths as are asked for, and then have not.
    pub falling: Vec<u32>,
    /// Members in good standing who go under review at once.
    pub reviews: Vec<Review>,
    /// Members about whom the search was cut short: a person must look.
    pub undetermined: Vec<u32>,
    /// Whether so many are touched that two moderators must agree.
    pub two_moderators: bool,
}

impl Move {
    /// Households as they would be.
    fn then(self, now: &Households) -> Households {
        let mut then = now.clone();
        match self {
            Self::Together(one, other) => then.tie(one, other),
            Self::Apart(one, other) => then.untie(one, other),
        }
        then
    }

    fn whom(self) -> [u32; 2] {
        let (Self::Together(one, other) | Self::Apart(one, other)) = self;
        [one, other]
    }
}

/// Says what a change of households would do. Changes nothing.
pub fn what_if_moved(graph: &TrustGraph, change: Move, day: Day, standard: &Standard) -> Moved {
    let (view, then) = (graph.for_keeping(day), change.then(graph.households()));
    let falling = view.falling_living(&then, &change.whom(), standard.need());
    let after = view.clone().living(&then);
    let reviews = below(&after, &falling.members, standard, day);
    Moved {
        two_moderators: standard.valve(reviews.len() + falling.undetermined.len(), view.standing().count()),
        falling: falling.members,
        undetermined: falling.undetermined,
        reviews,
    }
}
