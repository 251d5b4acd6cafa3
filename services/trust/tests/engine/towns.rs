//! Communities with households, and the same written out anew with one vertex for each household and a leaf for each who lives there.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{Day, Leniency, MemberState, Standard, TrustGraph, View};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, count, edge, row, worlds};

/// A community, and who lives with whom.
#[derive(Clone, Debug)]
pub struct Town {
    pub world: World,
    pub ties: Vec<(u32, u32)>,
}

impl Town {
    pub fn graph(&self) -> TrustGraph {
        let mut graph = self.world.graph();
        for &(one, other) in &self.ties {
            graph.tie(one, other).unwrap();
        }
        graph
    }

    /// Everybody's household, written down a second time: labels are spread until none changes.
    pub fn voices(&self) -> Vec<u32> {
        let mut voices: Vec<u32> = (0..self.world.len()).collect();
        loop {
            let mut changed = false;
            for &(one, other) in &self.ties {
                let least = voices[one as usize].min(voices[other as usize]);
                for member in [one, other] {
                    changed |= voices[member as usize] != least;
                    voices[member as usize] = least;
                }
            }
            if !changed {
                return voices;
            }
        }
    }

    pub fn contracted(&self, purpose: Purpose) -> Contracted {
        Contracted::of(self, purpose)
    }

    pub fn and(&self, one: u32, other: u32) -> Self {
        let mut more = self.clone();
        more.ties.push((one, other));
        more
    }
}

/// The community without households that says the same.
pub struct Contracted {
    pub world: World,
    pub voices: Vec<u32>,
    pub shares: Vec<bool>,
    pub stands: Vec<bool>,
}

impl Contracted {
    pub fn of(town: &Town, purpose: Purpose) -> Self {
        let (world, voices) = (&town.world, town.voices());
        let size = world.len();
        let stands: Vec<bool> = (0..size).map(|member| oracle::carries(world, member, purpose)).collect();
        let roots: HashSet<u32> = oracle::roots(world, purpose).into_iter().collect();
        let mut with: Vec<Vec<u32>> = vec![Vec::new(); voices.len()];
        for (member, &voice) in (0..).zip(&voices) {
            with[voice as usize].push(member);
        }
        let shares: Vec<bool> = (0..size).map(|member| with[voices[member as usize] as usize].len() > 1).collect();
        let state = |stands| if stands { MemberState::Member { since: Day::new(0) } } else { MemberState::Expelled };
        let voice_row = |voice: u32| {
            let household = &with[voice as usize];
            let standing = household.iter().any(|&one| stands[one as usize]);
            row(voice, household.iter().any(|one| roots.contains(one)), state(standing))
        };
        let leaf_row = |member: u32| row(size + member, roots.contains(&member), state(stands[member as usize]));
        let members = (0..size).map(voice_row).chain((0..size).map(leaf_row)).collect();
        let mut edges = Vec::new();
        for (from, to) in oracle::pairs(world).into_iter().filter(|pair| stands[pair.0 as usize]) {
            let (giver, taker) = (voices[from as usize], voices[to as usize]);
            // Somebody who does not stand may be asked about, and carries nobody.
            if giver != taker && (stands[to as usize] || !shares[to as usize]) {
                edges.push(edge(giver, taker, trust::EdgeState::Active));
            }
            edges.push(edge(giver, size + to, trust::EdgeState::Active));
        }
        Self { world: World { members, edges }, voices, shares, stands }
    }

    /// The vertex that means a member as somebody asked about.
    pub fn subject(&self, member: u32) -> u32 {
        if self.shares[member as usize] { count(self.voices.len()) + member } else { member }
    }

    /// Who is named for a voice: the first of it who stands.
    pub fn named(&self, voice: u32) -> u32 {
        let mut household = (0..count(self.voices.len())).filter(|&one| self.voices[one as usize] == voice);
        household.find(|&one| self.stands[one as usize]).unwrap()
    }

    /// The member whom a vertex means as somebody asked about, if it means one.
    pub fn whom(&self, vertex: u32) -> Option<u32> {
        let size = count(self.voices.len());
        match vertex.checked_sub(size) {
            Some(member) => Some(member).filter(|&member| self.shares[member as usize]),
            None => Some(vertex).filter(|&vertex| !self.shares[vertex as usize]),
        }
    }

    pub fn kappa(&self, member: u32) -> u32 {
        oracle::kappa_by_flow(&self.world, self.subject(member), Purpose::Keeping)
    }
}

/// Communities where some live together.
pub fn towns(most: u32) -> impl Strategy<Value = Town> {
    (worlds(most), proptest::collection::vec((any::<Index>(), any::<Index>()), 0..=(most as usize / 3))).prop_map(
        |(world, pairs)| {
            let ties = pairs.into_iter().map(|(one, other)| (world.pick(one), world.pick(other))).collect();
            Town { world, ties }
        },
    )
}

pub fn kappa(view: &View<'_>, member: u32) -> u32 {
    view.kappa_at_least(member, u32::MAX).kappa().unwrap_or(u32::MAX)
}

pub fn kappas(town: &Town) -> Vec<u32> {
    let graph = town.graph();
    (0..town.world.len()).map(|member| kappa(&graph.for_keeping(TODAY), member)).collect()
}

pub fn standard(k: u32) -> Standard {
    Standard { sponsors: k, paths: k, leniency: Leniency::default() }
}

/// Those who stand, and have at least k here and fewer there.
pub fn fallen(before: &Town, after: &Town, k: u32) -> Vec<u32> {
    let here = |town: &Town, member| kappa_of_contracted(town, member) >= k;
    let stands = |member: &u32| oracle::carries(&after.world, *member, Purpose::Keeping);
    (0..before.world.len()).filter(stands).filter(|&one| here(before, one) && !here(after, one)).collect()
}

pub fn kappa_of_contracted(town: &Town, member: u32) -> u32 {
    if oracle::roots(&town.world, Purpose::Keeping).contains(&member) {
        return u32::MAX;
    }
    town.contracted(Purpose::Keeping).kappa(member)
}
