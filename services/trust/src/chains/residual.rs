//! What the chains found so far leave to a further one: every member split in two, steps taken back for a gain.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::meeting::Path;
use crate::View;
use crate::scratch::Side;

/// A map from states; the keys are small numbers that nobody outside chooses freely, so a quick hash will do.
pub(super) type States<V> = HashMap<Side, V, BuildHasherDefault<Quick>>;
type Numbers<V> = HashMap<u32, V, BuildHasherDefault<Quick>>;

/// Multiplication by an odd constant (D. E. Knuth, *The Art of Computer Programming* 3, 6.4).
#[derive(Debug, Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.unsigned_abs() as u64);
    }
}

/// The chains so far, as steps, with the potentials that keep every cost from falling below nothing.
pub(super) struct Residual<'v, 'g> {
    view: &'v View<'g>,
    a: u32,
    b: u32,
    direct: bool,
    /// First members after `a`, in the order in which they were found.
    firsts: Vec<u32>,
    /// For a member in between: the one before and the one after on its chain.
    before: Numbers<u32>,
    after: Numbers<u32>,
    potential: States<i64>,
    near: RefCell<Near>,
}

/// Neighbours, read from the graph once: each further search passes the same members again.
#[derive(Default)]
struct Near {
    /// Where a member's begin and end.
    lists: Numbers<(usize, usize)>,
    all: Vec<u32>,
}

impl<'v, 'g> Residual<'v, 'g> {
    pub(super) fn between(view: &'v View<'g>, a: u32, b: u32) -> Self {
        Self {
            view,
            a,
            b,
            direct: false,
            firsts: Vec::new(),
            before: Numbers::default(),
            after: Numbers::default(),
            potential: States::default(),
            near: RefCell::default(),
        }
    }

    pub(super) fn ends(&self) -> (Side, Side) {
        (Side::Out(self.a), Side::In(self.b))
    }

    fn uses(&self, from: u32, to: u32) -> bool {
        if from != self.a {
            self.after.get(&from) == Some(&to)
        } else if to == self.b {
            self.direct
        } else {
            self.before.get(&to) == Some(&from)
        }
    }

    /// Whether a chain passes through this member. One through whom none passes is not split: `In` stands for both sides.
    fn used(&self, member: u32) -> bool {
        self.before.contains_key(&member)
    }

    /// States that can follow this one, with the reduced cost. Nothing leads into `a` or out of `b`.
    pub(super) fn onward(&self, state: Side, mut visit: impl FnMut(Side, u32)) {
        let here = self.potential(state);
        match state {
            Side::In(member) if member == self.b => {}
            Side::In(member) if self.used(member) => match self.before.get(&member) {
                Some(&back) if back != self.a => visit(Side::Out(back), self.reduced(-1, here, Side::Out(back))),
                _ => {}
            },
            Side::Out(member) | Side::In(member) => {
                self.each_neighbour(member, |next| {
                    if next != self.a && !self.uses(member, next) {
                        visit(Side::In(next), self.reduced(1, here, Side::In(next)));
                    }
                });
                if self.used(member) {
                    visit(Side::In(member), self.reduced(0, here, Side::In(member)));
                }
            }
        }
    }

    /// States that this one can follow: the same steps, seen from their ends.
    pub(super) fn backward(&self, state: Side, mut visit: impl FnMut(Side, u32)) {
        let here = self.potential(state);
        let cost = |cost: i64, from: Side| reduce(cost, self.potential(from), here);
        match state {
            Side::In(member) => {
                self.each_neighbour(member, |source| {
                    if source != self.b && !self.uses(source, member) {
                        let from = self.leaving(source);
                        visit(from, cost(1, from));
                    }
                });
                if self.used(member) {
                    visit(Side::Out(member), cost(0, Side::Out(member)));
                }
            }
            Side::Out(member) => match self.after.get(&member) {
                Some(&next) if next != self.b => visit(Side::In(next), cost(-1, Side::In(next))),
                _ => {}
            },
        }
    }

    fn each_neighbour(&self, member: u32, visit: impl FnMut(u32)) {
        let mut near = self.near.borrow_mut();
        let Near { lists, all } = &mut *near;
        let (from, to) = *lists.entry(member).or_insert_with(|| {
            let from = all.len();
            all.extend(self.view.neighbours(member));
            (from, all.len())
        });
        all.get(from..to).unwrap_or_default().iter().copied().for_each(visit);
    }

    /// The state from which steps lead away from a member.
    fn leaving(&self, member: u32) -> Side {
        if member == self.a || self.used(member) { Side::Out(member) } else { Side::In(member) }
    }

    fn potential(&self, state: Side) -> i64 {
        self.potential.get(&state).copied().unwrap_or(0)
    }

    fn reduced(&self, cost: i64, here: i64, to: Side) -> u32 {
        reduce(cost, here, self.potential(to))
    }

    /// Lays the path over the chains: steps walked backwards are taken out of them. Tells what it adds to the total length.
    pub(super) fn augment(&mut self, path: &Path) -> u32 {
        let (start, end) = self.ends();
        let added = i64::from(path.length) + self.potential(end) - self.potential(start);
        for &(state, shift) in &path.shifts {
            *self.potential.entry(state).or_default() += shift;
        }
        let steps: Vec<(Side, Side)> = path.states.windows(2).filter_map(pair).collect();
        let fresh = |&(_, state): &(Side, Side)| matches!(state, Side::In(to) if to != self.b && !self.used(to));
        let fresh: Vec<Side> = steps.iter().filter(|step| fresh(step)).map(|&(_, to)| to).collect();
        for step in &steps {
            if let (Side::In(member), Side::Out(back)) = *step {
                self.after.remove(&back);
                self.before.remove(&member);
            }
        }
        for step in &steps {
            let (Side::Out(from) | Side::In(from), Side::In(to)) = *step else { continue };
            if from != to {
                self.lay(from, to);
            }
        }
        for state in fresh {
            // Split from now on, with one potential for both sides. Whoever was split before keeps both.
            if let Side::In(to) = state {
                let potential = self.potential(state);
                self.potential.insert(Side::Out(to), potential);
            }
        }
        u32::try_from(added).unwrap_or(0)
    }

    fn lay(&mut self, from: u32, to: u32) {
        if from == self.a && to == self.b {
            self.direct = true;
            return;
        }
        if from == self.a {
            self.firsts.push(to);
        } else {
            self.after.insert(from, to);
        }
        if to != self.b {
            self.before.insert(to, from);
        }
    }

    /// The chains, both ends included; the direct one first.
    pub(super) fn chains(&self) -> Vec<Vec<u32>> {
        let follow = |first: &u32| {
            let inner = std::iter::successors(Some(*first), |member| self.after.get(member).copied());
            std::iter::once(self.a).chain(inner).collect()
        };
        self.direct.then(|| vec![self.a, self.b]).into_iter().chain(self.firsts.iter().map(follow)).collect()
    }
}

fn pair(states: &[Side]) -> Option<(Side, Side)> {
    if let [from, to] = *states { Some((from, to)) } else { None }
}

/// Potentials are such that no step costs less than nothing.
fn reduce(cost: i64, from: i64, to: i64) -> u32 {
    let reduced = cost + from - to;
    debug_assert!(reduced >= 0, "a step costs {reduced}");
    u32::try_from(reduced).unwrap_or(0)
}
