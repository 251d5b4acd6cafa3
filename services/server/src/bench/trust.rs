//! The trust engine on a community grown by rule: the same members, words and questions in every run.

mod stored;

pub use stored::{Stored, stored};

use serde::Serialize;
use std::{hint::black_box, time::Instant};
use trust::{
    AdmissionPolicy, Application, Circumstances, Day, Departure, GraphError, MemberState, Offer, Outcome, Reason,
    Standard, TrustGraph, View, decide,
    lab::{
        chance::Chance,
        synthetic::{GROWN_ON, Rows, grown},
        yardstick::kappa_by_petgraph,
    },
    what_if,
};

const SEED: u64 = 20_260_101;
/// Decisions and pairs that are timed, after a tenth as many that are not.
const QUESTIONS: usize = 3_000;
/// Departures that are timed: every founder, the busiest sponsors, and others.
const DEPARTURES: usize = 150;
const BUSIEST: usize = 20;

/// What was seen, without a database.
#[derive(Debug, Serialize)]
pub struct Pure {
    members: usize,
    edges: usize,
    build_s: f64,
    bytes_per_member: usize,
    decision_p50_us: f64,
    decision_p99_us: f64,
    admitted: usize,
    states_p99: usize,
    states_max: usize,
    pair_p50_ms: f64,
    pair_p99_ms: f64,
    pair_ties_p50: usize,
    pair_ties_p99: usize,
    pair_ties_max: usize,
    what_if_p50_ms: f64,
    what_if_p99_ms: f64,
    what_if_max_ms: f64,
    most_falling: usize,
    dominators_s: f64,
    soundness_s: f64,
    petgraph_ford_fulkerson_s: f64,
}

/// A community, with the k it grew by.
pub struct Town {
    /// Its rows.
    pub rows: Rows,
    k: u32,
}

impl Town {
    /// Grows it.
    pub fn grow(members: u32, k: u32) -> Self {
        Self { rows: grown(members, k, &mut Chance::new(SEED)), k }
    }

    /// Asks the engine everything, one question after another.
    pub fn measure(&self) -> Result<Pure, GraphError> {
        let (graph, build_s) = timed(|| self.graph());
        let graph = graph?;
        let view = graph.for_keeping(GROWN_ON);
        let mut chance = Chance::new(SEED ^ 1);
        let (mut decisions, mut states, admitted) = self.decisions(&graph, &mut chance);
        let (mut pairs, mut ties) = pairs(&view, &mut chance);
        let (mut departures, most_falling) = self.departures(&graph, &mut chance);
        let (_, dominators_s) = timed(|| black_box(view.dominators()));
        let (_, soundness_s) = timed(|| black_box(view.soundness(self.k)));
        let newcomer = newcomer(&view, self.k, &mut chance);
        let (_, petgraph_ford_fulkerson_s) = timed(|| black_box(kappa_by_petgraph(&view, &newcomer)));
        states.sort_unstable();
        ties.sort_unstable();
        Ok(Pure {
            members: graph.len(),
            edges: graph.edge_count(),
            build_s,
            bytes_per_member: graph.bytes(1) / graph.len().max(1),
            decision_p50_us: at(&mut decisions, 50) * 1e6,
            decision_p99_us: at(&mut decisions, 99) * 1e6,
            admitted,
            states_p99: below(&states, 99),
            states_max: below(&states, 100),
            pair_p50_ms: at(&mut pairs, 50) * 1e3,
            pair_p99_ms: at(&mut pairs, 99) * 1e3,
            pair_ties_p50: below(&ties, 50),
            pair_ties_p99: below(&ties, 99),
            pair_ties_max: below(&ties, 100),
            what_if_p50_ms: at(&mut departures, 50) * 1e3,
            what_if_p99_ms: at(&mut departures, 99) * 1e3,
            what_if_max_ms: at(&mut departures, 100) * 1e3,
            most_falling,
            dominators_s,
            soundness_s,
            petgraph_ford_fulkerson_s,
        })
    }

    fn graph(&self) -> Result<TrustGraph, GraphError> {
        TrustGraph::build(self.rows.members.iter().copied(), self.rows.edges.iter().copied())
    }

    /// Seconds of each decision, states of each search, and how many were let in.
    fn decisions(&self, graph: &TrustGraph, chance: &mut Chance) -> (Vec<f64>, Vec<usize>, usize) {
        let policy = AdmissionPolicy { sponsors: self.k, ..AdmissionPolicy::default() };
        let now = chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(i64::from(GROWN_ON.number()));
        let members_yesterday = u32::try_from(graph.len()).unwrap_or(u32::MAX);
        let circumstances = Circumstances { now, opened: Day::new(0), admitted_today: 0, members_yesterday };
        let view = graph.for_admission(GROWN_ON, policy.seniority_days);
        let offered_at = now - chrono::TimeDelta::days(3);
        let (mut seconds, mut states, mut admitted) = (Vec::new(), Vec::new(), 0);
        for asked in 0..QUESTIONS + QUESTIONS / 10 {
            let sponsors = newcomer(&view, self.k, chance);
            let offer = |&sponsor: &u32| Offer { sponsor, offered_at, tokens_left: 4, barred: false };
            let offers = sponsors.iter().map(offer).collect();
            let application = Application { applicant: None, offers, open_reservations: 0 };
            let (verdict, took) = timed(|| decide(graph, &policy, &application, &circumstances));
            if asked >= QUESTIONS / 10 {
                admitted += usize::from(verdict.outcome == Outcome::Admitted);
                seconds.push(took);
                states.push(view.states_of_newcomer(&sponsors, self.k));
            }
        }
        (seconds, states, admitted)
    }

    /// Seconds of each preview, and the most who would fall by one.
    fn departures(&self, graph: &TrustGraph, chance: &mut Chance) -> (Vec<f64>, usize) {
        let view = graph.for_keeping(GROWN_ON);
        let members: Vec<u32> = view.standing().collect();
        let mut busiest = members.clone();
        busiest.sort_by_cached_key(|&one| std::cmp::Reverse(view.sponsored(one).count()));
        busiest.truncate(BUSIEST);
        let mut goers: Vec<u32> = view.roots().chain(busiest).collect();
        while goers.len() < DEPARTURES {
            goers.extend(chance.pick(&members));
        }
        let policy = AdmissionPolicy { sponsors: self.k, ..AdmissionPolicy::default() };
        let yesterday = u32::try_from(graph.len()).unwrap_or(u32::MAX);
        let standard = Standard::today(&policy, graph, GROWN_ON, yesterday);
        let ask = |who| {
            let departure = Departure { who: vec![who], reason: Reason::Fraud, day: GROWN_ON, standard };
            let (effects, took) = timed(|| what_if(graph, &departure));
            (took, effects.falling.len())
        };
        let (seconds, falling): (Vec<f64>, Vec<usize>) = goers.into_iter().map(ask).unzip();
        (seconds, falling.into_iter().max().unwrap_or(0))
    }
}

/// Seconds of what one member sees of another, and ties looked at for it.
fn pairs(view: &View<'_>, chance: &mut Chance) -> (Vec<f64>, Vec<usize>) {
    let members: Vec<u32> = view.standing().collect();
    let ask = |_| {
        let (a, b) = (chance.pick(&members).unwrap_or(0), chance.pick(&members).unwrap_or(0));
        (timed(|| black_box(view.connection(a, b))).1, view.ties_of_connection(a, b))
    };
    (0..QUESTIONS + QUESTIONS / 10).map(ask).skip(QUESTIONS / 10).unzip()
}

/// Sponsors of somebody who knows a member and that member's friends, all old enough.
fn newcomer(view: &View<'_>, k: u32, chance: &mut Chance) -> Vec<u32> {
    let size = u32::try_from(view.len()).unwrap_or(u32::MAX);
    let mut sponsors: Vec<u32> = Vec::new();
    while sponsors.len() < k as usize {
        let host = chance.below(size);
        let friends: Vec<u32> = view.sponsors(host).chain(view.sponsored(host)).collect();
        let wanted = chance.some(&friends, k as usize - 1);
        for one in std::iter::once(host).chain(wanted) {
            if sponsors.len() < k as usize && view.stands(one) && !sponsors.contains(&one) {
                sponsors.push(one);
            }
        }
    }
    sponsors
}

/// Whether somebody is a member of the grown community, and since when.
pub(super) fn since(state: MemberState) -> Option<Day> {
    if let MemberState::Member { since } = state { Some(since) } else { None }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed().as_secs_f64())
}

/// The value below which so many of a hundred lie; 0 of none.
pub(super) fn at(values: &mut [f64], percent: usize) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() * percent / 100).or(values.last()).copied().unwrap_or(0.0)
}

/// The same of counts, in order.
fn below(counts: &[usize], percent: usize) -> usize {
    counts.get(counts.len() * percent / 100).or(counts.last()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_town_is_asked_everything_and_answers_the_same_each_time() {
        let town = Town::grow(400, 3);
        let (first, second) = (town.measure().unwrap(), town.measure().unwrap());
        assert_eq!((first.members, first.edges), (400, (400 - 7) * 3));
        assert_eq!((first.admitted, first.states_max), (second.admitted, second.states_max));
        assert_eq!(first.most_falling, second.most_falling);
        assert!(first.admitted > QUESTIONS * 9 / 10, "{first:?}");
    }

    #[test]
    fn a_share_of_the_values_lies_below() {
        let mut values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert!(
            (at(&mut values, 50) - 51.0).abs() < f64::EPSILON && (at(&mut values, 100) - 100.0).abs() < f64::EPSILON
        );
        assert!(at(&mut [], 99).abs() < f64::EPSILON);
    }
}
