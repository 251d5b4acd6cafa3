//! A shortest path searched from both ends (I. Pohl, *Bi-directional search*, 1971), in buckets of equal distance (R. Dial, 1969),
//! with the potentials for the next search.
//!
//! Potentials after a meeting at total distance D, where everything nearer than r to the start, and nearer than D − r to the
//! end, is settled: the distance from the start within the first ball, D less the distance to the end within the second, r
//! elsewhere. No step then costs less than nothing, and those of the path cost nothing (decision 0015); r is taken off all, so
//! that states never seen keep potential 0.

use super::residual::{Residual, States};
use crate::scratch::Side;

/// A shortest path.
#[derive(Debug)]
pub(super) struct Path {
    /// From the start to the end.
    pub(super) states: Vec<Side>,
    /// In reduced costs.
    pub(super) length: u32,
    /// What to add to the potentials.
    pub(super) shifts: Vec<(Side, i64)>,
}

/// How a search ended.
#[derive(Debug)]
pub(super) enum Met {
    Path(Path),
    Nothing,
    Capped,
}

/// Searches from both ends, always where fewer wait. `left`: states that may still be looked at.
pub(super) fn meet(residual: &Residual<'_, '_>, left: &mut usize) -> Met {
    let (start, end) = residual.ends();
    let (mut ahead, mut back) = (Ball::around(start), Ball::around(end));
    let mut best: Option<(u32, Side)> = None;
    while best.is_none_or(|(length, _)| ahead.radius().saturating_add(back.radius()) < length) {
        if ahead.exhausted() || back.exhausted() {
            break;
        }
        let grown = if ahead.waiting() <= back.waiting() {
            ahead.grow(&back, &mut best, left, |state, visit| residual.onward(state, visit))
        } else {
            back.grow(&ahead, &mut best, left, |state, visit| residual.backward(state, visit))
        };
        if !grown {
            return Met::Capped;
        }
    }
    match best {
        None => Met::Nothing,
        Some((length, middle)) => Met::Path(path(&ahead, &back, length, middle)),
    }
}

fn path(ahead: &Ball, back: &Ball, length: u32, middle: Side) -> Path {
    let mut states = ahead.trail(middle);
    states.reverse();
    states.extend(back.trail(middle).into_iter().skip(1));
    let near = ahead.radius().min(length);
    let near_shift = |at: u32| i64::from(at) - i64::from(near);
    let far = length - near;
    let shifts = ahead.within(near).map(|(state, at)| (state, near_shift(at)));
    let shifts = shifts.chain(back.within(far).map(|(state, at)| (state, i64::from(far) - i64::from(at)))).collect();
    Path { states, length, shifts }
}

/// One side of the search.
struct Ball {
    /// Distance, and the state it was reached from (the middle from itself).
    found: States<(u32, Side)>,
    /// States waiting, by distance.
    buckets: Vec<Vec<Side>>,
    /// Everything nearer than this is settled.
    next: usize,
}

impl Ball {
    fn around(middle: Side) -> Self {
        let mut found = States::default();
        found.insert(middle, (0, middle));
        Self { found, buckets: vec![vec![middle]], next: 0 }
    }

    fn exhausted(&self) -> bool {
        self.next >= self.buckets.len()
    }

    /// Beyond all distances once nothing waits.
    fn radius(&self) -> u32 {
        if self.exhausted() { u32::MAX } else { u32::try_from(self.next).unwrap_or(u32::MAX) }
    }

    fn waiting(&self) -> usize {
        self.buckets.get(self.next).map_or(0, Vec::len)
    }

    /// Settles the nearest distance, with whatever lies there at no further cost, unless a path is found that nothing can be
    /// shorter than. False when the limit was reached.
    fn grow(
        &mut self,
        other: &Self,
        best: &mut Option<(u32, Side)>,
        left: &mut usize,
        steps: impl Fn(Side, &mut dyn FnMut(Side, u32)),
    ) -> bool {
        let at = u32::try_from(self.next).unwrap_or(u32::MAX);
        while let Some(state) = self.buckets.get_mut(self.next).and_then(Vec::pop) {
            if self.found.get(&state).is_none_or(|known| known.0 != at) {
                continue;
            }
            if *left == 0 {
                return false;
            }
            *left -= 1;
            let (found, buckets) = (&mut self.found, &mut self.buckets);
            steps(state, &mut |next, cost| {
                let far = at.saturating_add(cost);
                if found.get(&next).is_some_and(|known| known.0 <= far) {
                    return;
                }
                found.insert(next, (far, state));
                let bucket = far as usize;
                if buckets.len() <= bucket {
                    buckets.resize_with(bucket + 1, Vec::new);
                }
                if let Some(bucket) = buckets.get_mut(bucket) {
                    bucket.push(next);
                }
                if let Some(&(rest, _)) = other.found.get(&next) {
                    let length = far.saturating_add(rest);
                    if best.is_none_or(|(shortest, _)| length < shortest) {
                        *best = Some((length, next));
                    }
                }
            });
            if best.is_some_and(|(length, _)| length <= at.saturating_add(other.radius())) {
                return true;
            }
        }
        self.next += 1;
        while self.buckets.get(self.next).is_some_and(Vec::is_empty) {
            self.next += 1;
        }
        true
    }

    /// States nearer than this, with their distances.
    fn within(&self, radius: u32) -> impl Iterator<Item = (Side, u32)> {
        self.found.iter().filter(move |(_, known)| known.0 < radius).map(|(state, known)| (*state, known.0))
    }

    /// From a state back to the middle, both included.
    fn trail(&self, state: Side) -> Vec<Side> {
        let up = |at: &Side| self.found.get(at).map(|known| known.1).filter(|up| up != at);
        std::iter::successors(Some(state), up).collect()
    }
}
