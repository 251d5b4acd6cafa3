//! The answers, in the shape of section 12.

use std::path::Path;

use serde::Serialize;

use super::world::World;
use super::{ApplicantQuery, Case, Expulsion, LabError};
use crate::pairs::Way;
use crate::{Day, Distances, Dominators, Proof, View};

/// Sets up to this size are listed.
const LISTED: usize = 200;
/// From so many edges on, undirected chains are not counted.
const TOO_MANY_EDGES: usize = 120_000;

/// Answers to the questions that were asked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<Vec<MemberAnswer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applicants: Option<Vec<ApplicantAnswer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dominated: Option<Vec<DominatedAnswer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<ReachAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pairs: Option<Vec<PairAnswer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expulsions: Option<Vec<ExpulsionAnswer>>,
}

#[derive(Clone, Debug, Serialize)]
struct MemberAnswer {
    id: u32,
    kappa: Kappa,
    dist: Option<u32>,
    dominators: Option<Set>,
}

#[derive(Clone, Debug, Serialize)]
struct ApplicantAnswer {
    name: String,
    active_sponsors: usize,
    kappa: Kappa,
    dist: Option<u32>,
    dominators: Option<Set>,
}

#[derive(Clone, Debug, Serialize)]
struct DominatedAnswer {
    id: u32,
    set: Set,
}

#[derive(Clone, Debug, Serialize)]
struct ReachAnswer {
    reachable: usize,
    active: usize,
    kappa_ge_2: usize,
    max_dist: Option<u32>,
}

#[derive(Clone, Debug, Serialize)]
struct PairAnswer {
    a: u32,
    b: u32,
    length: Option<usize>,
    disjoint_directed: usize,
    disjoint_undirected: Option<usize>,
    common_sponsors: Set,
}

#[derive(Clone, Debug, Serialize)]
struct ExpulsionAnswer {
    remove: Vec<u32>,
    orphans: Set,
    kappa_after: Vec<(u32, Kappa)>,
}

/// κ, or that there is nothing to count.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kappa {
    Founder,
    #[serde(untagged)]
    Count(u32),
}

/// A set of accounts, listed or, beyond 200, as size and fingerprint.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum Set {
    Listed(Vec<u32>),
    Hashed { size: usize, fnv: u64 },
}

/// Answers a case; `edges_file` is looked for in `folder`.
pub fn answer(case: &Case, folder: &Path) -> Result<Answer, LabError> {
    let world = World::load(case, folder)?;
    let view = world.graph.for_keeping(Day::new(0)).search_states(usize::MAX);
    let lab = Lab {
        world: &world,
        distances: view.distances(),
        dominators: view.dominators(),
        view,
        cap: case.kappa_cap.unwrap_or(u32::MAX),
    };
    let asked = &case.queries;
    Ok(Answer {
        members: asked.members.as_deref().map(|ids| ids.iter().map(|&id| lab.member(id)).collect()),
        applicants: asked.applicants.as_deref().map(|all| all.iter().map(|one| lab.applicant(one)).collect()),
        dominated: asked.dominated.as_deref().map(|ids| ids.iter().map(|&id| lab.dominated(id)).collect()),
        reach: asked.reach.then(|| lab.reach()),
        pairs: asked.pairs.as_deref().map(|all| all.iter().map(|&(a, b)| lab.pair(a, b)).collect()),
        expulsions: asked.expulsions.as_deref().map(|all| all.iter().map(|one| lab.expulsion(one)).collect()),
    })
}

struct Lab<'w> {
    world: &'w World,
    view: View<'w>,
    distances: Distances,
    dominators: Dominators,
    cap: u32,
}

impl Lab<'_> {
    fn member(&self, id: u32) -> MemberAnswer {
        let number = self.world.number(id);
        MemberAnswer {
            id,
            kappa: self.kappa(&self.view, id),
            dist: number.and_then(|number| self.distances.of(number)),
            dominators: number.and_then(|number| self.dominators.of(number)).map(|set| self.set(&set)),
        }
    }

    /// κ in a view; 0 for accounts that do not exist there.
    fn kappa(&self, view: &View<'_>, id: u32) -> Kappa {
        match self.world.number(id).filter(|&number| view.stands(number)) {
            Some(number) => counted(&view.kappa_at_least(number, self.cap)),
            None => Kappa::Count(0),
        }
    }

    fn applicant(&self, query: &ApplicantQuery) -> ApplicantAnswer {
        let sponsors = self.view.heads_of_newcomer(&self.world.numbers(&query.sponsors));
        let nearest = sponsors.iter().filter_map(|&sponsor| self.distances.of(sponsor)).min();
        ApplicantAnswer {
            name: query.name.clone(),
            active_sponsors: sponsors.len(),
            kappa: counted(&self.view.kappa_of_newcomer(&sponsors, self.cap)),
            dist: nearest.map(|steps| steps.saturating_add(1)),
            dominators: self.on_every_path(&sponsors).map(|set| self.set(&set)),
        }
    }

    /// A newcomer hangs on whomever all reachable sponsors hang on, each sponsor hanging on itself too.
    fn on_every_path(&self, sponsors: &[u32]) -> Option<Vec<u32>> {
        let with_self = |sponsor: u32| {
            let mut chain = self.dominators.of(sponsor)?;
            chain.push(sponsor);
            Some(chain)
        };
        let mut common = sponsors.iter().filter_map(|&sponsor| with_self(sponsor)).reduce(|mut common, chain| {
            common.retain(|member| chain.contains(member));
            common
        })?;
        common.sort_unstable();
        Some(common)
    }

    fn dominated(&self, id: u32) -> DominatedAnswer {
        let numbers = self.world.number(id).map(|number| self.dominators.dominated_by(number));
        DominatedAnswer { id, set: self.set(&numbers.unwrap_or_default()) }
    }

    fn reach(&self) -> ReachAnswer {
        let carried_twice = |member: &u32| self.dominators.hangs_on_nobody(*member) && !self.view.is_root(*member);
        ReachAnswer {
            reachable: self.distances.reached(),
            active: self.view.standing().count(),
            kappa_ge_2: self.view.standing().filter(carried_twice).count(),
            max_dist: self.distances.greatest(),
        }
    }

    fn pair(&self, a: u32, b: u32) -> PairAnswer {
        let both = self.world.number(a).zip(self.world.number(b));
        let chains = |way| both.map_or(0, |(a, b)| self.view.disjoint_chains(a, b, way, u32::MAX).chains.len());
        let shortest = both.and_then(|(a, b)| self.view.shortest_chain(a, b, Way::Along));
        let common = both
            .filter(|&(a, b)| self.view.stands(a) && self.view.stands(b))
            .map(|(a, b)| self.view.common_sponsors(a, b));
        PairAnswer {
            a,
            b,
            length: shortest.map(|chain| chain.len().saturating_sub(1)),
            disjoint_directed: chains(Way::Along),
            disjoint_undirected: (self.world.edges < TOO_MANY_EDGES).then(|| chains(Way::Both)),
            common_sponsors: self.set(&common.unwrap_or_default()),
        }
    }

    fn expulsion(&self, query: &Expulsion) -> ExpulsionAnswer {
        let gone = self.world.numbers(&query.remove);
        let after = self.view.clone().without(&gone);
        ExpulsionAnswer {
            remove: query.remove.clone(),
            orphans: self.set(&self.view.orphans_without(&gone)),
            kappa_after: query.watch.iter().map(|&id| (id, self.kappa(&after, id))).collect(),
        }
    }

    fn set(&self, numbers: &[u32]) -> Set {
        let accounts = self.world.accounts(numbers);
        if accounts.len() <= LISTED {
            return Set::Listed(accounts);
        }
        let fnv = accounts.iter().fold(0_u64, |sum, id| sum.wrapping_add(fnv1a(*id)));
        Set::Hashed { size: accounts.len(), fnv }
    }
}

fn counted(proof: &Proof) -> Kappa {
    match proof {
        Proof::Root => Kappa::Founder,
        Proof::AtLeast { paths } | Proof::Exactly { paths, .. } => {
            Kappa::Count(u32::try_from(paths.len()).unwrap_or(u32::MAX))
        }
        Proof::Undetermined { at_least, .. } => Kappa::Count(*at_least),
    }
}

/// FNV-1a, 64 bits, of the account as four little-endian bytes.
fn fnv1a(id: u32) -> u64 {
    id.to_le_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_fnv_1a_of_little_endian_bytes() {
        // Reference value of FNV-1a-64 for the four bytes "abcd".
        assert_eq!(fnv1a(u32::from_le_bytes(*b"abcd")), 0xfc17_9f83_ee07_24dd);
    }
}
