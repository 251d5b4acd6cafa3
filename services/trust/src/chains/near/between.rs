//! How far the second end is for those through whom a chain as short as was read can lead: few, where the neighbourhoods are great.
//!
//! Whomever the second end has heard of, it knows. Whoever only the first knows is farther than the second has read: those of them who
//! can matter are found from the second's edge, a step back at a time, as long as both distances come to no more than was read.

use super::{End, HEARD, Near, Seen, UNKNOWN};

impl Near<'_, '_, '_> {
    /// Steps to the second end, by places; nothing ([`UNKNOWN`]) for whoever lies on no chain of at most [`Self::steps`] steps. Once
    /// all was read, everybody may lie on one, and is 0 steps away: less is never wrong. Ties of all others but those are read.
    pub(in crate::chains) fn ways(&mut self) -> Vec<u32> {
        for at in 0..self.middle.len() {
            if let Some(&place) = self.middle.get(at) {
                self.read(place);
            }
        }
        if self.all_read {
            return vec![0; self.seen.len()];
        }
        let mut ways: Vec<u32> = self.seen.iter().map(|seen| seen.from(End::B)).collect();
        self.lead_back(&mut ways);
        ways
    }

    fn lead_back(&mut self, ways: &mut [u32]) {
        let (most, edge) = (self.steps(), self.back.steps);
        let at_the_edge = |&place: &u32| ways.get(place as usize) == Some(&edge);
        let mut queue: Vec<u32> = self.middle.iter().copied().filter(at_the_edge).collect();
        let (mut next, mut looked) = (0, 0);
        while let Some(&place) = queue.get(next) {
            next += 1;
            let way = ways.get(place as usize).map_or(UNKNOWN, |way| way.saturating_add(1));
            let leads = |seen: &Seen| seen.heard == End::A.bit() && seen.from_a.saturating_add(way) <= most;
            for place in self.tied(place) {
                looked += 1;
                let slot = ways.get_mut(place as usize).filter(|slot| **slot == UNKNOWN);
                if let Some(slot) = slot.filter(|_| self.known(place).is_some_and(leads)) {
                    *slot = way;
                    queue.push(place);
                }
            }
        }
        self.looked += looked;
    }

    /// Places of those somebody is tied to, as far as they have one; some twice.
    pub(in crate::chains) fn tied(&self, place: u32) -> impl Iterator<Item = u32> {
        let (begin, end) = self.known(place).map_or((0, 0), |seen| (seen.begin as usize, seen.end as usize));
        let ties = self.ties.get(begin..end).unwrap_or_default();
        ties.iter().filter_map(|&member| self.places.get(member).filter(|&place| place < HEARD))
    }

    /// Whose place it is.
    pub(in crate::chains) fn member(&self, place: u32) -> Option<u32> {
        self.known(place).map(|seen| seen.member)
    }
}
