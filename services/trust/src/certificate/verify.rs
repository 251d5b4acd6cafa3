//! The independent check. It shares no code with the search: it looks at paths and cuts as anyone with paper would.

use std::collections::{HashSet, VecDeque};

use super::{Certificate, Evidence, Subject};
use crate::{Standpoint, TrustGraph, View};

/// What is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The subject is not a root, or is one and the evidence says otherwise.
    #[error("the evidence and the graph disagree on whether the subject is a root")]
    Root,
    /// Not as many paths as the statement needs.
    #[error("{found} paths where {needed} are needed")]
    Count {
        /// Paths given.
        found: usize,
        /// Paths needed.
        needed: usize,
    },
    /// A path is empty, does not begin at a root or does not end at a sponsor of the subject.
    #[error("path {0} does not lead from a root to a sponsor")]
    Ends(usize),
    /// A member on a path may not carry others.
    #[error("member {0} is on a path but may not carry others")]
    Carrier(u32),
    /// A step of a path is no active sponsorship.
    #[error("{0} does not actively sponsor {1}")]
    Step(u32, u32),
    /// Two paths meet, in one member or in one household, or one passes through the subject.
    #[error("member {0}, or their household, is used twice")]
    Shared(u32),
    /// The subject can be reached around the cut.
    #[error("the cut does not separate the subject from the roots")]
    Leak,
}

/// Checks a certificate against a graph: the statement is true of this graph if and only if `Ok`.
pub fn verify(graph: &TrustGraph, certificate: &Certificate) -> Result<(), Flaw> {
    let view = match certificate.standpoint {
        Standpoint::Admission { day, seniority_days } => graph.for_admission(day, seniority_days),
        Standpoint::Keeping { day } => graph.for_keeping(day),
    };
    let own = match certificate.subject {
        Subject::Member { number } => Some(number),
        Subject::Newcomer { .. } => None,
    };
    let is_root = own.is_some_and(|number| view.is_root(number));
    let asked = certificate.asked as usize;
    match &certificate.evidence {
        Evidence::Root if is_root => Ok(()),
        _ if is_root => Err(Flaw::Root),
        Evidence::Root => Err(Flaw::Root),
        Evidence::Enough { paths } => {
            count(paths.len(), asked)?;
            disjoint(&view, &certificate.subject, own, paths)
        }
        Evidence::TooFew { paths, cut } => {
            let size = cut.iter().map(|&one| view.voice(one)).collect::<HashSet<_>>().len();
            count(paths.len(), size)?;
            if size >= asked {
                return Err(Flaw::Count { found: size, needed: asked });
            }
            disjoint(&view, &certificate.subject, own, paths)?;
            separated(&view, &certificate.subject, own, cut)
        }
    }
}

fn count(found: usize, needed: usize) -> Result<(), Flaw> {
    if found == needed { Ok(()) } else { Err(Flaw::Count { found, needed }) }
}

fn sponsors_subject(view: &View<'_>, subject: &Subject, member: u32) -> bool {
    view.stands(member)
        && match subject {
            Subject::Newcomer { sponsors } => sponsors.contains(&member),
            Subject::Member { number } => view.graph().active_in(*number).any(|sponsor| sponsor == member),
        }
}

fn disjoint(view: &View<'_>, subject: &Subject, own: Option<u32>, paths: &[Vec<u32>]) -> Result<(), Flaw> {
    // Who lives alone is on no path to themselves.
    let mut used: HashSet<u32> = own.into_iter().filter(|&one| !shares(view, one)).collect();
    for (index, path) in paths.iter().enumerate() {
        match (path.first(), path.last()) {
            (Some(&first), Some(&last)) if view.is_root(first) && sponsors_subject(view, subject, last) => {}
            _ => return Err(Flaw::Ends(index)),
        }
        let mut earlier = None;
        for &member in path {
            if !view.stands(member) {
                return Err(Flaw::Carrier(member));
            }
            step(view, earlier, member)?;
            let stays = earlier.is_some_and(|one| together(view, one, member));
            if !stays && !used.insert(view.voice(member)) {
                return Err(Flaw::Shared(member));
            }
            earlier = Some(member);
        }
    }
    Ok(())
}

/// A step is a sponsorship, or leads to somebody of the same household.
fn step(view: &View<'_>, from: Option<u32>, to: u32) -> Result<(), Flaw> {
    let Some(from) = from else { return Ok(()) };
    if together(view, from, to) || view.graph().active_in(to).any(|sponsor| sponsor == from) {
        return Ok(());
    }
    Err(Flaw::Step(from, to))
}

fn together(view: &View<'_>, one: u32, other: u32) -> bool {
    one != other && view.voice(one) == view.voice(other)
}

fn shares(view: &View<'_>, one: u32) -> bool {
    !view.households().with(one).is_empty()
}

/// Floods the graph from the roots around the cut, a household with everybody of it at once; the flood must not touch the subject.
fn separated(view: &View<'_>, subject: &Subject, own: Option<u32>, cut: &[u32]) -> Result<(), Flaw> {
    let alone = own.filter(|&one| !shares(view, one));
    let mut wet: HashSet<u32> = cut.iter().map(|&one| view.voice(one)).chain(alone).collect();
    let mut queue: VecDeque<u32> = view.roots().map(|root| view.voice(root)).filter(|root| wet.insert(*root)).collect();
    while let Some(voice) = queue.pop_front() {
        for member in view.standing_with(voice) {
            if sponsors_subject(view, subject, member) {
                return Err(Flaw::Leak);
            }
            queue.extend(view.sponsored(member).map(|next| view.voice(next)).filter(|next| wet.insert(*next)));
        }
    }
    Ok(())
}
