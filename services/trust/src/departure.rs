//! When someone goes: what it would do to others, said before it is done (design: trust, section 5).
//!
//! Nobody is expelled because somebody else was. Those who hang on too few others afterwards go *under review* with a deadline:
//! they keep using the service and carrying others, cannot sponsor, and are cured by a new word. Reviews never cascade.

use serde::{Deserialize, Serialize};

use crate::{Day, MemberState, Standard, TrustGraph, View};

mod apply;
mod cure;
mod household;

pub use apply::apply;
pub use cure::{Cure, cure, overdue};
pub use household::{Move, Moved, what_if_moved};

/// People sponsored within so many days are shown beside an expulsion.
const RECENT_DAYS: i64 = 365;

/// Why somebody goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Expelled for fraud: their words were worth nothing, so their sponsorships become void.
    Fraud,
    /// Expelled for conduct: their words stand on record but carry nobody.
    Conduct,
    /// Suspended: as for conduct, until they come back.
    Suspension,
    /// Left in good standing: they carry others for another [`crate::LEGACY_DAYS`] days.
    Leaving,
}

/// Somebody's going.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// Who go, all at once.
    pub who: Vec<u32>,
    /// Why.
    pub reason: Reason,
    /// The day.
    pub day: Day,
    /// What is asked of those who stay.
    pub standard: Standard,
}

/// Somebody to be reviewed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Who.
    pub member: u32,
    /// Independent paths left.
    pub paths: u32,
    /// Paths asked for.
    pub need: u32,
    /// A person decides after this day, unless a new word has cured it before.
    pub until: Day,
}

/// What a departure does. Lists are in order of number and leave out those who go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effects {
    /// Who go.
    pub who: Vec<u32>,
    /// Why.
    pub reason: Reason,
    /// The day from which nobody is carried by them.
    pub from: Day,
    /// dominated(who): left without any path then.
    pub orphans: Vec<u32>,
    /// `D_k`: had as many paths as are asked for, and then have not.
    pub falling: Vec<u32>,
    /// Had as many standing sponsors as are asked for, and then have not.
    pub below_sponsors: Vec<u32>,
    /// Sponsored by them within the last twelve months.
    pub recent: Vec<u32>,
    /// Their own sponsors. For fraud each gets a strike.
    pub sponsors: Vec<u32>,
    /// Members in good standing who go under review at once. Empty for leaving.
    pub reviews: Vec<Review>,
    /// Members about whom the search was cut short: a person must look.
    pub undetermined: Vec<u32>,
    /// Whether so many are touched that two moderators must agree.
    pub two_moderators: bool,
}

/// Says what a departure would do. Changes nothing.
pub fn what_if(graph: &TrustGraph, departure: &Departure) -> Effects {
    let Departure { who, reason, day, standard } = departure;
    let (who, view) = (distinct(who.iter().copied()), graph.for_keeping(*day));
    let falling = view.falling_without(&who, standard.need());
    let orphans = orphans(&view, &who);
    let reviews = match reason {
        Reason::Leaving => Vec::new(),
        Reason::Fraud | Reason::Conduct | Reason::Suspension => reviews(graph, departure, &who, &falling.members),
    };
    let members = view.standing().count();
    Effects {
        from: if *reason == Reason::Leaving { day.plus(crate::LEGACY_DAYS) } else { *day },
        below_sponsors: below_sponsors(&view, &who, standard.sponsors as usize),
        recent: recent(graph, &who, *day),
        sponsors: others(&who, who.iter().flat_map(|&one| graph.active_in(one))),
        two_moderators: standard.valve(reviews.len() + falling.undetermined.len(), members),
        reason: *reason,
        falling: falling.members,
        undetermined: falling.undetermined,
        orphans,
        reviews,
        who,
    }
}

/// dominated(who): those who fall below one path. Found nearby as all falls are; by flooding the whole community only where a
/// search was cut short.
fn orphans(view: &View<'_>, gone: &[u32]) -> Vec<u32> {
    let nearby = view.falling_without(gone, 1);
    if nearby.undetermined.is_empty() { nearby.members } else { view.orphans_without(gone) }
}

/// Those who fall and are in good standing; who is under review already keeps the deadline they have.
fn reviews(graph: &TrustGraph, departure: &Departure, gone: &[u32], falling: &[u32]) -> Vec<Review> {
    below(&graph.for_keeping(departure.day).without(gone), falling, &departure.standard, departure.day)
}

/// The reviews of those of them who are in good standing.
fn below(after: &View<'_>, falling: &[u32], standard: &Standard, day: Day) -> Vec<Review> {
    let good = |member: &&u32| matches!(after.graph().state(**member), Some(MemberState::Member { .. }));
    falling.iter().filter(good).filter_map(|&member| review(after, member, standard, day)).collect()
}

/// A review of this member, if they have fewer paths than are asked for. Nothing while that is undetermined.
fn review(view: &View<'_>, member: u32, standard: &Standard, day: Day) -> Option<Review> {
    let need = standard.need();
    let paths = view.kappa_at_least(member, need).kappa()?;
    (paths < need).then(|| Review { member, paths, need, until: standard.until(day, paths) })
}

/// Everybody in good standing who has fewer paths than are asked for today: for the day an import arrives, the day somebody's
/// legacy ends, and the day a rule is made stricter. With those about whom the search was cut short.
pub fn census(graph: &TrustGraph, day: Day, standard: &Standard) -> (Vec<Review>, Vec<u32>) {
    let view = graph.for_keeping(day);
    if standard.need() == 0 {
        return (Vec::new(), Vec::new());
    }
    let sound = view.soundness(standard.need());
    let below = view.standing().filter(|&member| !sound.holds(member));
    let good = below.filter(|&member| matches!(graph.state(member), Some(MemberState::Member { .. })));
    let reviews = good.filter_map(|member| review(&view, member, standard, day)).collect();
    (reviews, sound.undetermined)
}

fn below_sponsors(view: &View<'_>, gone: &[u32], k: usize) -> Vec<u32> {
    let after = view.clone().without(gone);
    let short = |member: &u32| !view.is_root(*member) && words(view, *member) >= k && words(&after, *member) < k;
    others(gone, gone.iter().flat_map(|&one| view.sponsored(one)).filter(short))
}

/// Sponsors who stand, those of one household counted once.
fn words(view: &View<'_>, member: u32) -> usize {
    view.voices_among(view.sponsors(member))
}

fn recent(graph: &TrustGraph, gone: &[u32], day: Day) -> Vec<u32> {
    let given = gone.iter().flat_map(|&one| graph.active_out_days(one));
    others(gone, given.filter(|(_, given)| day.since(*given) < RECENT_DAYS).map(|(member, _)| member))
}

fn distinct(members: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut members: Vec<u32> = members.collect();
    members.sort_unstable();
    members.dedup();
    members
}

fn others(gone: &[u32], members: impl Iterator<Item = u32>) -> Vec<u32> {
    distinct(members.filter(|member| gone.binary_search(member).is_err()))
}
