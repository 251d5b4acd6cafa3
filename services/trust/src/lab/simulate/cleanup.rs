//! Theorem 2 as an experiment: fakes inside, and the accounts that let them in expelled one after another.

use serde::Serialize;

use super::policies::counted;
use crate::lab::chance::Chance;
use crate::lab::synthetic::{GROWN_ON, Rows, word};
use crate::{GraphError, MemberRow, MemberState, TrustGraph};

/// Accounts that let fakes in.
const COMPROMISED: usize = 8;
/// Fakes let in.
const FAKES: u32 = 500;
/// Words a fake has, one more than are asked for.
const SPARE: usize = 1;

/// How many fakes are left after so many expulsions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Accounts expelled.
    pub expelled: usize,
    /// Fakes that still have k sponsors who have k sponsors, and so on.
    pub by_count: usize,
    /// Fakes that still have κ ≥ k.
    pub by_paths: usize,
    /// Honest members who had κ ≥ k before and have not any more.
    pub honest_lost: usize,
}

/// The experiment.
#[derive(Clone, Debug, Serialize)]
pub struct Cleaning {
    /// Where.
    pub place: String,
    /// k.
    pub k: u32,
    /// Accounts that let fakes in.
    pub compromised: usize,
    /// Fakes.
    pub fakes: u32,
    /// Honest members with κ ≥ k at the beginning.
    pub honest: usize,
    /// From no expulsion to all.
    pub points: Vec<Point>,
}

pub(super) fn of(place: String, rows: &Rows, k: u32, seed: u64) -> Result<Cleaning, GraphError> {
    let mut chance = Chance::new(seed ^ 0xc1ea);
    let mut graph = TrustGraph::build(rows.members.iter().copied(), rows.edges.iter().copied())?;
    let plain: Vec<u32> = graph.for_keeping(GROWN_ON).standing().filter(|&one| !graph.was_made_root(one)).collect();
    let compromised = chance.some(&plain, COMPROMISED);
    let first = u32::try_from(graph.len()).unwrap_or(u32::MAX);
    for number in first..first + FAKES {
        graph.put_member(MemberRow { number, root: false, state: MemberState::Member { since: GROWN_ON } })?;
        // The first by the accomplices, later ones by whoever of accomplices and fakes is at hand.
        let known: Vec<u32> = compromised.iter().copied().chain(first..number).collect();
        for sponsor in chance.some(&known, k as usize + SPARE) {
            graph.put_edge(word(sponsor, number, GROWN_ON))?;
        }
    }
    // And they vouch for one another afterwards.
    let fakes: Vec<u32> = (first..first + FAKES).collect();
    for &fake in &fakes {
        for other in chance.some(&fakes, k as usize).into_iter().filter(|&other| other != fake) {
            graph.put_edge(word(fake, other, GROWN_ON))?;
        }
    }
    let whole = graph.for_keeping(GROWN_ON);
    let sound = whole.soundness(k);
    let honest: Vec<u32> = (0..first).filter(|&one| sound.holds(one) && !compromised.contains(&one)).collect();
    let point = |expelled: usize| {
        let gone: Vec<u32> = compromised.iter().copied().take(expelled).collect();
        let view = whole.clone().without(&gone);
        let (kept, sound) = (counted(&view, k as usize), view.soundness(k));
        Point {
            expelled,
            by_count: fakes.iter().filter(|fake| kept.contains(fake)).count(),
            by_paths: fakes.iter().filter(|fake| sound.holds(**fake)).count(),
            honest_lost: honest.iter().filter(|one| !sound.holds(**one)).count(),
        }
    };
    let points = (0..=compromised.len()).map(point).collect();
    Ok(Cleaning { place, k, compromised: compromised.len(), fakes: FAKES, honest: honest.len(), points })
}
