//! Who lives with whom: accounts of one household are one voice (design: trust, section 1; decision 0035).
//!
//! A tie says that two accounts share a household; whoever is tied to one another, at however many removes, is one household. Paths
//! look at *voices*: a household is one vertex of capacity one, and everybody else is their own. Where nobody shares a
//! household nothing is stored and nothing is looked up.

use std::collections::{BTreeSet, HashMap};

/// The households of one community.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Households {
    /// Both ways round, so that all ties of one account stand together.
    ties: BTreeSet<(u32, u32)>,
    /// For every number up to the greatest that was ever tied, the least number of its household.
    voices: Vec<u32>,
    /// By its least number, everybody of a household of two or more, in order of number.
    groups: HashMap<u32, Vec<u32>>,
}

impl Households {
    /// Whether nobody shares a household.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Ties, each once, the lesser number first, in order.
    pub fn ties(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.ties.iter().copied().filter(|(one, other)| one < other)
    }

    /// Whose voice an account speaks with: the least number of its household, its own if it shares none.
    pub fn voice(&self, member: u32) -> u32 {
        self.voices.get(member as usize).copied().unwrap_or(member)
    }

    /// Everybody of a household of two or more, by any of its accounts; empty for whoever shares none.
    pub fn with(&self, member: u32) -> &[u32] {
        self.groups.get(&self.voice(member)).map_or(&[], Vec::as_slice)
    }

    /// Everybody whom this account's voice speaks for: its household, or itself alone.
    pub fn speaks_for(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        let household = self.with(member);
        household.is_empty().then_some(member).into_iter().chain(household.iter().copied())
    }

    /// All households of two or more, in no order.
    pub fn all(&self) -> impl Iterator<Item = &[u32]> {
        self.groups.values().map(Vec::as_slice)
    }

    /// Says that two accounts share a household. A tie to oneself says nothing.
    pub fn tie(&mut self, one: u32, other: u32) {
        if one == other || !self.ties.insert((one, other)) {
            return;
        }
        self.ties.insert((other, one));
        self.regroup(&[one, other]);
    }

    /// Takes that back. Whoever is tied to both otherwise keeps them together.
    pub fn untie(&mut self, one: u32, other: u32) {
        if self.ties.remove(&(one, other)) {
            self.ties.remove(&(other, one));
            self.regroup(&[one, other]);
        }
    }

    /// Groups anew everybody who lived or lives with any of these.
    fn regroup(&mut self, seeds: &[u32]) {
        let mut open: Vec<u32> = seeds.to_vec();
        for &seed in seeds {
            open.extend(self.groups.remove(&self.voice(seed)).unwrap_or_default());
        }
        let mut done = BTreeSet::new();
        for start in open {
            if done.contains(&start) {
                continue;
            }
            let household: Vec<u32> = self.tied_to(start).into_iter().collect();
            done.extend(household.iter().copied());
            let Some(&least) = household.first() else { continue };
            for &member in &household {
                self.speak(member, least);
            }
            if household.len() > 1 {
                self.groups.insert(least, household);
            }
        }
        if self.groups.is_empty() {
            self.voices = Vec::new();
        }
    }

    /// Everybody tied to this account at however many removes, itself included.
    fn tied_to(&self, start: u32) -> BTreeSet<u32> {
        let (mut found, mut waiting) = (BTreeSet::from([start]), vec![start]);
        while let Some(at) = waiting.pop() {
            let next = self.ties.range((at, 0)..=(at, u32::MAX)).map(|tie| tie.1).filter(|next| found.insert(*next));
            waiting.extend(next);
        }
        found
    }

    fn speak(&mut self, member: u32, least: u32) {
        let place = member as usize;
        if self.voices.len() <= place {
            self.voices
                .extend((u32::try_from(self.voices.len()).unwrap_or(u32::MAX)..).take(place + 1 - self.voices.len()));
        }
        if let Some(slot) = self.voices.get_mut(place) {
            *slot = least;
        }
    }

    /// Bytes of memory taken, about.
    pub(crate) fn bytes(&self) -> usize {
        let grouped: usize = self.groups.values().map(Vec::capacity).sum();
        (self.voices.capacity() + grouped) * size_of::<u32>()
            + self.ties.len() * 2 * size_of::<(u32, u32)>()
            + self.groups.capacity() * size_of::<(u32, Vec<u32>)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn households(ties: &[(u32, u32)]) -> Households {
        let mut households = Households::default();
        for &(one, other) in ties {
            households.tie(one, other);
        }
        households
    }

    #[test]
    fn whoever_is_tied_at_any_remove_is_one_household_whatever_the_order() {
        let one = households(&[(5, 3), (9, 7), (3, 9)]);
        assert_eq!(one, households(&[(9, 3), (3, 5), (7, 9), (5, 3)]));
        assert_eq!((one.voice(9), one.with(7), one.voice(4)), (3, &[3, 5, 7, 9][..], 4));
        assert!(one.with(4).is_empty());
    }

    #[test]
    fn what_is_untied_falls_apart_unless_somebody_else_holds_it_together() {
        let mut three = households(&[(1, 2), (2, 3), (3, 1)]);
        three.untie(1, 2);
        assert_eq!(three.with(1), [1, 2, 3]);
        three.untie(3, 1);
        assert_eq!((three.voice(1), three.with(2)), (1, &[2, 3][..]));
        three.untie(3, 2);
        assert_eq!(three, Households::default(), "and nothing is left behind");
    }

    #[test]
    fn nobody_lives_with_themselves() {
        assert!(households(&[(4, 4)]).is_empty());
    }
}
