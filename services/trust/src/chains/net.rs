//! The best chains in a small net: shortest augmentations on costs that potentials keep from falling below nothing, in buckets of
//! equal distance (R. Dial, 1969). Every member is split in two, joined by a step that costs nothing and can be taken once.

use super::near::{A, B, Near, UNKNOWN};

/// Nobody; beyond all distances.
const NONE: u32 = u32::MAX;
/// A state is a member's `In` (twice their place) or `Out` (one more).
const START: u32 = 2 * A + 1;
const END: u32 = 2 * B;

/// The limit on states was reached.
#[derive(Debug)]
pub(super) struct Capped;

/// Those who were read, by their places, as far as chains can lead through them; and the chains found.
pub(super) struct Net<'n, 's, 'v, 'g> {
    near: &'n Near<'s, 'v, 'g>,
    /// Steps to the end; nothing for whoever has no part in it.
    ways: Vec<u32>,
    /// On a chain: the one before and the one after.
    before: Vec<u32>,
    after: Vec<u32>,
    /// First members after the start, in the order in which they were found.
    firsts: Vec<u32>,
    direct: bool,
    /// At first what is still to go, so that a search keeps to those who lead to the end (P. Hart, N. Nilsson, B. Raphael, 1968).
    potential: Vec<i64>,
    /// Distance of a state in the running search, and the state before it.
    distance: Vec<u32>,
    came_from: Vec<u32>,
    /// Ties looked at, each as often as it was.
    pub(super) looked: usize,
}

impl<'n, 's, 'v, 'g> Net<'n, 's, 'v, 'g> {
    /// `ways`: of [`Near::ways`].
    pub(super) fn of(near: &'n Near<'s, 'v, 'g>, ways: Vec<u32>) -> Self {
        let size = ways.len();
        let to_go = |&way: &u32| if way == UNKNOWN { 0 } else { -i64::from(way) };
        Self {
            near,
            before: vec![NONE; size],
            after: vec![NONE; size],
            firsts: Vec::new(),
            direct: false,
            potential: ways.iter().map(to_go).flat_map(|potential| [potential; 2]).collect(),
            distance: vec![NONE; 2 * size],
            came_from: vec![NONE; 2 * size],
            ways,
            looked: 0,
        }
    }

    /// Finds one chain more, all of them shortest together; how many steps that adds. `left`: states that may still be looked at.
    pub(super) fn augment(&mut self, left: &mut usize) -> Result<Option<u32>, Capped> {
        let Some(length) = self.search(left)? else { return Ok(None) };
        let added = i64::from(length) + get_wide(&self.potential, END) - get_wide(&self.potential, START);
        for (potential, &distance) in self.potential.iter_mut().zip(&self.distance) {
            // Less the whole length, so that what is farther keeps what it has.
            *potential += i64::from(distance.min(length)) - i64::from(length);
        }
        self.lay();
        Ok(Some(u32::try_from(added).unwrap_or(0)))
    }

    /// The distance of the end, in reduced costs.
    fn search(&mut self, left: &mut usize) -> Result<Option<u32>, Capped> {
        let (mut distance, mut came_from) = (std::mem::take(&mut self.distance), std::mem::take(&mut self.came_from));
        distance.fill(NONE);
        set(&mut distance, START, 0);
        let mut buckets = vec![vec![START]];
        let (mut at, mut capped, mut looked) = (0, false, 0);
        while let Some(bucket) = buckets.get_mut(at as usize) {
            let Some(state) = bucket.pop() else {
                at += 1;
                continue;
            };
            if state == END {
                break;
            }
            if get(&distance, state) != at {
                continue;
            }
            if *left == 0 {
                capped = true;
                break;
            }
            *left -= 1;
            let here = get_wide(&self.potential, state);
            looked += self.each_step(state, |next, cost| {
                let reduced = cost + here - get_wide(&self.potential, next);
                debug_assert!(reduced >= 0, "a step costs {reduced}");
                let far = at + u32::try_from(reduced).unwrap_or(0);
                if far < get(&distance, next) {
                    set(&mut distance, next, far);
                    set(&mut came_from, next, state);
                    let bucket = far as usize;
                    if buckets.len() <= bucket {
                        buckets.resize_with(bucket + 1, Vec::new);
                    }
                    if let Some(bucket) = buckets.get_mut(bucket) {
                        bucket.push(next);
                    }
                }
            });
        }
        let length = Some(get(&distance, END)).filter(|&length| length != NONE);
        (self.distance, self.came_from) = (distance, came_from);
        self.looked += looked;
        if capped { Err(Capped) } else { Ok(length) }
    }

    /// Steps that the chains leave open, with their costs. Nothing leads into the start or out of the end. How many ties were looked at.
    fn each_step(&self, state: u32, mut visit: impl FnMut(u32, i64)) -> usize {
        let member = state / 2;
        let back = get(&self.before, member);
        if state.is_multiple_of(2) {
            match back {
                NONE => visit(state + 1, 0),
                A => {}
                back => visit(2 * back + 1, -1),
            }
            return 0;
        }
        let mut looked = 0;
        for next in self.near.tied(member) {
            looked += 1;
            if next != A && get(&self.ways, next) != UNKNOWN && !self.uses(member, next) {
                visit(2 * next, 1);
            }
        }
        if back != NONE {
            visit(state - 1, 0);
        }
        looked
    }

    fn uses(&self, from: u32, to: u32) -> bool {
        match (from, to) {
            (A, B) => self.direct,
            (A, _) => get(&self.before, to) == A,
            _ => get(&self.after, from) == to,
        }
    }

    /// Lays the path that was found over the chains: steps walked backwards are taken out of them.
    fn lay(&mut self) {
        let up = |&state: &u32| Some(get(&self.came_from, state)).filter(|_| state != START);
        let path: Vec<u32> = std::iter::successors(Some(END), up).collect();
        // From its end to its start: each step comes as (to, from).
        let steps = || path.windows(2).filter_map(|pair| if let [to, from] = *pair { Some((from, to)) } else { None });
        let apart = |(from, to): &(u32, u32)| from / 2 != to / 2;
        let back: Vec<(u32, u32)> = steps().filter(apart).filter(|(from, _)| from % 2 == 0).collect();
        let forth: Vec<(u32, u32)> = steps().filter(apart).filter(|(from, _)| from % 2 == 1).collect();
        for (from, to) in back {
            set(&mut self.before, from / 2, NONE);
            set(&mut self.after, to / 2, NONE);
        }
        for (from, to) in forth {
            match (from / 2, to / 2) {
                (A, B) => self.direct = true,
                (A, first) => {
                    self.firsts.push(first);
                    set(&mut self.before, first, A);
                }
                (last, B) => set(&mut self.after, last, B),
                (from, to) => {
                    set(&mut self.after, from, to);
                    set(&mut self.before, to, from);
                }
            }
        }
    }

    /// The chains as members, both ends included; the direct one first.
    pub(super) fn chains(&self) -> Vec<Vec<u32>> {
        let member = |place: u32| self.near.member(place);
        let follow = |first: &u32| {
            let on = |place: &u32| Some(get(&self.after, *place)).filter(|&next| next != NONE);
            std::iter::once(A).chain(std::iter::successors(Some(*first), on)).filter_map(member).collect()
        };
        let direct = self.direct.then(|| [A, B].into_iter().filter_map(member).collect());
        direct.into_iter().chain(self.firsts.iter().map(follow)).collect()
    }
}

fn get(values: &[u32], at: u32) -> u32 {
    values.get(at as usize).copied().unwrap_or(NONE)
}

fn get_wide(values: &[i64], at: u32) -> i64 {
    values.get(at as usize).copied().unwrap_or(0)
}

fn set(values: &mut [u32], at: u32, value: u32) {
    if let Some(slot) = values.get_mut(at as usize) {
        *slot = value;
    }
}
