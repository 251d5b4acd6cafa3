//! One run: a world, a policy, an attack; a year, and the clean-up after it.

use std::collections::HashSet;

use serde::Serialize;

use super::attacks::Attack;
use super::policies::Policy;
use super::town::Town;
use crate::lab::chance::Chance;
use crate::lab::synthetic::{GROWN_ON, Rows};
use crate::{Day, Departure, EdgeRow, EdgeState, GraphError, Leniency, Reason, Standard, apply};

/// Newcomers in a year, of a hundred members.
const ARRIVALS_PERCENT: u32 = 10;
/// Days after which an honest newcomer gives up.
const PATIENCE: i32 = 60;
/// Fakes that each fake of a knot endorses: those that follow in a ring.
const RING: usize = 6;
/// Days between two looks at the lowest hundredth (P6).
const MONTH: i32 = 30;

/// What is the same in all runs of a plan.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Terms {
    /// k.
    pub k: u32,
    /// Days simulated.
    pub days: u32,
    /// Fakes at which the attacker has enough.
    pub most_fakes: u32,
}

/// What came of one run.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Fakes that came in.
    pub fakes_in: usize,
    /// The most that Theorem 3 allows, where quotas count and c ≥ k; 0 fakes where c < k.
    pub bound: Option<usize>,
    /// Accounts of the attacker expelled afterwards: all but k − 1.
    pub expelled: usize,
    /// Fakes that then still meet the rule.
    pub fakes_left: usize,
    /// Honest newcomers, and how many of them came in.
    pub honest_asked: usize,
    /// Honest newcomers let in within their patience.
    pub honest_in: usize,
    /// Honest members who met the rule before the expulsions and do not after.
    pub honest_lost: usize,
}

struct Trial<'t> {
    town: Town,
    attack: Attack,
    terms: &'t Terms,
    accomplices: Vec<u32>,
    residents: Vec<u32>,
    fakes: Vec<u32>,
    careless_done: HashSet<u32>,
}

/// Runs it. Everything that chance decides is the same for every policy as far as the policy allows.
pub(super) fn run(
    rows: &Rows,
    policy: Policy,
    attack: Attack,
    c: usize,
    seed: u64,
    terms: &Terms,
) -> Result<Outcome, GraphError> {
    let town = Town::new(rows, policy, terms.k)?;
    let view = town.graph.for_keeping(GROWN_ON);
    let accomplices = attack.accomplices(&view, c, &mut Chance::new(seed));
    let residents: Vec<u32> = view.standing().filter(|one| !accomplices.contains(one)).collect();
    let mut trial =
        Trial { town, attack, terms, accomplices, residents, fakes: Vec::new(), careless_done: HashSet::new() };
    for &one in &trial.accomplices {
        trial.town.has_lasted(one, attack.lasted());
    }
    let (asked, came) = trial.year(seed)?;
    trial.close(asked, came)
}

impl Trial<'_> {
    /// Tells how many honest people asked and how many came in.
    fn year(&mut self, seed: u64) -> Result<(usize, usize), GraphError> {
        let people = u32::try_from(self.residents.len()).unwrap_or(u32::MAX);
        let wanted = people.saturating_mul(ARRIVALS_PERCENT) / 100;
        let (mut waiting, mut asked, mut came) = (Vec::<(i32, Chance)>::new(), 0_u32, 0);
        let mut attacker = Chance::new(seed ^ 0xa77a);
        for past in 0..self.terms.days {
            let day = GROWN_ON.plus(past);
            self.town.dawn(day);
            let due = u64::from(wanted) * u64::from(past + 1) / u64::from(self.terms.days.max(1));
            while u64::from(asked) < due {
                asked += 1;
                waiting
                    .push((day.number() + PATIENCE, Chance::new(seed.wrapping_mul(31).wrapping_add(u64::from(asked)))));
            }
            waiting.retain(|(until, _)| *until >= day.number());
            let mut still = Vec::new();
            for (until, mut chance) in waiting {
                let sponsors = self.friends(&mut chance);
                match self.town.admit(&sponsors) {
                    Some(_) => came += 1,
                    None => still.push((until, chance)),
                }
            }
            waiting = still;
            self.strike(&mut attacker)?;
            if self.town.policy == Policy::Ranking && day.number() % MONTH == 0 {
                self.look_at_the_tail();
            }
        }
        Ok((asked as usize, came))
    }

    /// Whom an honest newcomer asks: somebody at random, and that one's friends; with griefers, one of those.
    fn friends(&self, chance: &mut Chance) -> Vec<u32> {
        let needed = self.town.needed();
        let view = self.town.graph.for_keeping(self.town.day);
        let mut friends: Vec<u32> = Vec::new();
        if self.attack == Attack::Griefing {
            let able: Vec<u32> = self.accomplices.iter().copied().filter(|&one| self.town.able(one)).collect();
            friends.extend(chance.pick(&able));
        }
        for _ in 0..20 {
            let Some(host) = chance.pick(&self.residents) else { break };
            let near: Vec<u32> =
                view.neighbours(host).filter(|one| self.residents.binary_search(one).is_ok()).collect();
            for one in std::iter::once(host).chain(chance.some(&near, needed)) {
                if friends.len() < needed && !friends.contains(&one) && self.town.able(one) {
                    friends.push(one);
                }
            }
        }
        friends
    }

    /// The attacker lets in as many as the day allows.
    fn strike(&mut self, chance: &mut Chance) -> Result<(), GraphError> {
        if self.attack == Attack::Griefing {
            return Ok(());
        }
        while self.fakes.len() < self.terms.most_fakes as usize {
            let spent = |one: &u32| self.attack == Attack::Careless && self.careless_done.contains(one);
            let able = self.accomplices.iter().filter(|one| !spent(one)).chain(&self.fakes).copied();
            let able: Vec<u32> = able.filter(|&one| self.town.able(one)).collect();
            let sponsors = self.attack.sponsors(&able, self.town.needed(), chance);
            let Some(fake) = self.town.admit(&sponsors) else { break };
            self.careless_done.extend(sponsors);
            self.fakes.push(fake);
        }
        if self.attack == Attack::Knot && self.town.day == GROWN_ON {
            let around = self.fakes.iter().chain(&self.fakes);
            for (at, &one) in self.fakes.iter().enumerate() {
                for &other in around.clone().skip(at + 1).take(RING).filter(|&&other| other != one) {
                    self.town.endorse(one, other)?;
                }
            }
        }
        Ok(())
    }

    fn look_at_the_tail(&mut self) {
        let tail = self.town.graph.for_keeping(self.town.day).sybil_tail(1);
        let caught: Vec<u32> = tail.into_iter().filter(|one| self.fakes.contains(one)).collect();
        self.go(&caught, Reason::Fraud);
    }

    fn go(&mut self, who: &[u32], reason: Reason) {
        let standard = Standard { sponsors: 0, paths: 0, leniency: Leniency::default() };
        let departure = Departure { who: who.to_vec(), reason, day: self.town.day, standard };
        apply(&mut self.town.graph, &departure);
    }

    /// All but k − 1 of the attacker's accounts are found out, or withdraw.
    fn close(mut self, asked: usize, came: usize) -> Result<Outcome, GraphError> {
        let (policy, day, k) = (self.town.policy, self.town.day, self.terms.k);
        let before = policy.keeps(&self.town.graph, day, k);
        let kept_back = (k as usize - 1).min(self.accomplices.len().saturating_sub(1));
        let goers: Vec<u32> = self.accomplices.iter().skip(kept_back).copied().collect();
        if self.attack == Attack::Withdrawal {
            self.take_back(&goers, day)?;
        }
        self.go(&goers, Reason::Fraud);
        let after = policy.keeps(&self.town.graph, day, k);
        let fakes: HashSet<u32> = self.fakes.iter().copied().collect();
        let theirs = |one: &u32| fakes.contains(one) || self.accomplices.contains(one);
        Ok(Outcome {
            fakes_in: fakes.len(),
            bound: self.bound(),
            expelled: goers.len(),
            fakes_left: fakes.intersection(&after).count(),
            honest_asked: asked,
            honest_in: came,
            honest_lost: before.difference(&after).filter(|one| !theirs(one)).count(),
        })
    }

    fn take_back(&mut self, goers: &[u32], day: Day) -> Result<(), GraphError> {
        let words: Vec<EdgeRow> = self.town.graph.edges().filter(|edge| goers.contains(&edge.sponsor)).collect();
        for word in words {
            self.town.graph.put_edge(EdgeRow { state: EdgeState::Revoked, day, ..word })?;
        }
        Ok(())
    }

    /// Theorem 1 and Theorem 3: nobody where c < k; else c·q·(⌊t/W⌋ + 1) / (k − q₁), q with what accomplices have earned.
    fn bound(&self) -> Option<usize> {
        let (c, k) = (self.accomplices.len(), self.terms.k as usize);
        if matches!(self.town.policy, Policy::Paths | Policy::Tokens | Policy::Whole) && c < k {
            return Some(0);
        }
        let q = self.town.knobs.tokens.saturating_add(self.attack.lasted()).min(self.town.knobs.most_tokens) as usize;
        let windows = (self.terms.days.saturating_sub(1) / 365 + 1) as usize;
        self.town.policy.counts_tokens().then_some(c * q * windows)
    }
}
