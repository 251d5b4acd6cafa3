//! Those nearest to a member, the nearest first, in one pass: for lists, where T of every author would be too dear (design: trust,
//! section 7; decision 0047).
//!
//! Counted is what one breadth-first pass sees for certain: a direct tie, people in common (each is a chain of two steps, and no two of
//! them share anybody), and further away one chain of fewest steps. The T of these chains is never above the T of the pair, because
//! the chains that are left out could only add to it (invariant I16): a list calls nobody nearer than "how you are linked" does.

use crate::View;
use crate::closeness::closeness_of;
use crate::scratch::{Scratch, Stamped};

/// Steps beyond which nobody is looked for: T of one chain of nine steps is 0.01.
const FARTHEST: u32 = 8;

/// Chains that count.
const CHAINS: usize = 3;

/// Members to whom somebody is linked alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// T of the chains that were counted, above 0 and below 1; nobody's T with the viewer is less.
    pub score: f64,
    /// Who, in order of number.
    pub members: Vec<u32>,
}

impl View<'_> {
    /// Those nearest to a member by sponsorships walked either way, the best linked first, at most `most`; the member not among them.
    /// Nobody for who does not stand.
    ///
    /// It reads whole steps and stops after the one with which `most` are found (not before the second, with which people in common
    /// are counted): of those linked alike at the end the lower numbers stay. Work: the ties of those found before the last step.
    pub fn closest(&self, viewer: u32, most: usize) -> Vec<Alike> {
        if !self.stands(viewer) {
            return Vec::new();
        }
        let mut found: Vec<(f64, u32)> = self.graph().pool().lend(|scratch| Pass::of(self, viewer, scratch).run(most));
        found.sort_unstable_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
        found.truncate(most);
        let mut classes: Vec<Alike> = Vec::new();
        for (score, member) in found {
            match classes.last_mut() {
                Some(class) if class.score.total_cmp(&score).is_eq() => class.members.push(member),
                _ => classes.push(Alike { score, members: vec![member] }),
            }
        }
        classes
    }
}

/// One breadth-first pass.
struct Pass<'s, 'v, 'g> {
    view: &'v View<'g>,
    viewer: u32,
    /// Steps to each who was found.
    steps: &'s mut Stamped,
    /// For those one or two steps away: how many people they have in common with the viewer.
    common: &'s mut Stamped,
    found: Vec<u32>,
}

impl<'s, 'v, 'g> Pass<'s, 'v, 'g> {
    fn of(view: &'v View<'g>, viewer: u32, scratch: &'s mut Scratch) -> Self {
        let Scratch { seen_out: steps, seen_in: common, .. } = scratch;
        steps.reset(view.len());
        common.reset(view.len());
        steps.set(viewer, 0);
        Self { view, viewer, steps, common, found: Vec::new() }
    }

    fn run(mut self, most: usize) -> Vec<(f64, u32)> {
        let (mut edge, mut ties) = (vec![self.viewer], Vec::new());
        for steps in 1..=FARTHEST {
            if edge.is_empty() || (steps > 2 && self.found.len() >= most) {
                break;
            }
            let before = self.found.len();
            for &member in &edge {
                ties.clear();
                ties.extend(self.view.neighbours(member));
                ties.sort_unstable();
                ties.dedup();
                for &near in &ties {
                    self.hear(near, steps);
                }
            }
            edge = self.found.get(before..).unwrap_or_default().to_vec();
        }
        self.found.iter().map(|&member| (self.score(member), member)).collect()
    }

    /// Somebody who knows a member `steps - 1` steps away.
    fn hear(&mut self, near: u32, steps: u32) {
        match self.steps.get(near) {
            None => {
                self.steps.set(near, steps);
                self.common.set(near, u32::from(steps == 2));
                self.found.push(near);
            }
            Some(1 | 2) if steps == 2 => {
                let common = self.common.get(near).unwrap_or_default();
                self.common.set(near, common + 1);
            }
            Some(_) => {}
        }
    }

    fn score(&self, member: u32) -> f64 {
        let common = self.common.get(member).unwrap_or_default() as usize;
        let chains = match self.steps.get(member).unwrap_or(FARTHEST) {
            1 => [vec![1], vec![2; common.min(CHAINS - 1)]].concat(),
            2 => vec![2; common.min(CHAINS)],
            steps => vec![steps],
        };
        closeness_of(&chains)
    }
}
