//! One run: a world, a policy, an attack; a year, and the clean-up after it.

use std::collections::HashSet;

use serde::Serialize;

use super::attacks::Attack;
use super::policies::Policy;
use super::town::Town;
use crate::lab::chance::Chance;
use crate::lab::synthetic::{GROWN_ON, Rows, word};
use crate::{Day, Departure, EdgeRow, EdgeState, GraphError, Leniency, Reason, Standard, apply};

/// Newcomers in a year, of a hundred members.
const ARRIVALS_PERCENT: u32 = 10;
/// Days after which an honest newcomer gives up.
const PATIENCE: i32 = 60;
/// Fakes that each fake of a knot endorses: those that follow in a ring.
const RING: usize = 6;
/// Days between two looks at the lowest hundredth (P6).
const MONTH: i32 = 30;
/// Searches and pairs that are looked at where an attack is meant to slow or to flatter.
const LOOKS: usize = 100;

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
    /// Where the attack is meant to slow searches: the most states that one search for a newcomer of the fakes' visited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hardest: Option<usize>,
    /// Where the attack is meant to look close: the closest that a fake looks to an honest member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closest: Option<f64>,
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
    trial.prepare(seed)?;
    let (asked, came) = trial.year(seed)?;
    trial.close(asked, came)
}

impl Trial<'_> {
    /// What the attacker has done before the first day.
    fn prepare(&mut self, seed: u64) -> Result<(), GraphError> {
        if self.attack == Attack::Households {
            for pair in self.accomplices.chunks_exact(2) {
                if let &[one, other] = pair {
                    self.town.graph.tie(one, other)?;
                }
            }
        }
        if !self.attack.fakes_beforehand() {
            return Ok(());
        }
        let mut chance = Chance::new(seed ^ 0xbef0);
        for _ in 0..self.terms.most_fakes {
            let known: Vec<u32> = self.accomplices.iter().chain(&self.fakes).copied().collect();
            let fake = self.town.settle(&chance.some(&known, RING))?;
            self.fakes.push(fake);
        }
        for at in 0..self.fakes.len() {
            let Some(&fake) = self.fakes.get(at) else { break };
            let mut friends = chance.some(&self.fakes, RING);
            friends.extend(self.accomplices.iter().copied().filter(|_| self.attack == Attack::Inflation));
            for friend in friends.into_iter().filter(|&friend| friend != fake) {
                self.town.graph.put_edge(word(fake, friend, GROWN_ON))?;
            }
        }
        Ok(())
    }

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
        if self.attack == Attack::Exhaustion {
            self.talk_out_of_words(chance);
        }
        if !self.attack.brings_fakes() || self.attack.fakes_beforehand() {
            return Ok(());
        }
        while self.fakes.len() < self.terms.most_fakes as usize {
            let spent = |one: &u32| self.attack == Attack::Careless && self.careless_done.contains(one);
            let able = self.accomplices.iter().filter(|one| !spent(one)).chain(&self.fakes).copied();
            let mut able: Vec<u32> = able.filter(|&one| self.town.able(one)).collect();
            // Whoever knows the rule asks one of each household.
            let mut asked = HashSet::new();
            able.retain(|one| asked.insert(self.town.graph.households().voice(*one)));
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

    /// Each accomplice talks one honest member out of a word, spent on nobody who stays.
    fn talk_out_of_words(&mut self, chance: &mut Chance) {
        for _ in 0..self.accomplices.len() {
            let Some(one) = chance.pick(&self.residents) else { break };
            if self.town.able(one) {
                self.town.spend(one);
            }
        }
    }

    /// The hardest of many searches for a newcomer whom fakes vouch for.
    fn hardest(&self, chance: &mut Chance) -> Option<usize> {
        let view = self.town.graph.for_keeping(self.town.day);
        let k = self.terms.k;
        let search = |chance: &mut Chance| view.states_of_newcomer(&chance.some(&self.fakes, k as usize), k);
        (self.attack == Attack::Latency).then(|| (0..LOOKS).map(|_| search(chance)).max().unwrap_or(0))
    }

    /// The closest that a fake looks to honest members, many pairs looked at.
    fn closest(&self, chance: &mut Chance) -> Option<f64> {
        let view = self.town.graph.for_keeping(self.town.day);
        let pair = |chance: &mut Chance| {
            let (resident, fake) = (chance.pick(&self.residents)?, chance.pick(&self.fakes)?);
            Some(view.connection(resident, fake).score())
        };
        let seen = |chance: &mut Chance| (0..LOOKS).filter_map(|_| pair(chance)).fold(0.0, f64::max);
        (self.attack == Attack::Inflation).then(|| seen(chance))
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
        let mut chance = Chance::new(u64::from(day.number().unsigned_abs()));
        let (hardest, closest) = (self.hardest(&mut chance), self.closest(&mut chance));
        let before = policy.keeps(&self.town.graph, day, k);
        let kept_back = (k as usize - 1).min(self.accomplices.len().saturating_sub(1));
        let goers: Vec<u32> = self.accomplices.iter().skip(kept_back).copied().collect();
        if self.attack == Attack::Households {
            for (&fake, &kept) in self.fakes.iter().zip(self.accomplices.iter().take(kept_back).cycle()) {
                self.town.graph.tie(fake, kept)?;
            }
        }
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
            hardest,
            closest,
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
        // Fakes that were inside before the rule was, are no matter of the door.
        if self.attack.fakes_beforehand() {
            return None;
        }
        let view = self.town.graph.for_keeping(self.town.day);
        let (c, k) = (view.voices_among(self.accomplices.iter().copied()), self.terms.k as usize);
        if matches!(self.town.policy, Policy::Paths | Policy::Tokens | Policy::Whole) && c < k {
            return Some(0);
        }
        let q = self.town.knobs.tokens.saturating_add(self.attack.lasted()).min(self.town.knobs.most_tokens) as usize;
        let windows = (self.terms.days.saturating_sub(1) / 365 + 1) as usize;
        // Each account has words of its own, those of one household too.
        self.town.policy.counts_tokens().then_some(self.accomplices.len() * q * windows)
    }
}
