//! Which stored certificates rest on whom: after somebody goes, only these need to be made anew.

use std::collections::{BTreeSet, HashMap};

use crate::Certificate;

/// An inverted index: for every member, whose witness paths pass through them.
#[derive(Clone, Debug, Default)]
pub struct Witnesses {
    through: HashMap<u32, BTreeSet<u32>>,
    of: HashMap<u32, Vec<u32>>,
}

impl Witnesses {
    /// Remembers the certificate of a member, in place of an older one.
    pub fn put(&mut self, member: u32, certificate: &Certificate) {
        self.forget(member);
        let mut used: Vec<u32> = certificate.paths().iter().flatten().copied().collect();
        used.sort_unstable();
        used.dedup();
        for &vertex in &used {
            self.through.entry(vertex).or_default().insert(member);
        }
        self.of.insert(member, used);
    }

    /// Forgets a member's certificate.
    pub fn forget(&mut self, member: u32) {
        for vertex in self.of.remove(&member).unwrap_or_default() {
            if let Some(resting) = self.through.get_mut(&vertex) {
                resting.remove(&member);
            }
        }
    }

    /// Members whose certificate passes through any of these, in order of number.
    pub fn resting_on(&self, gone: &[u32]) -> Vec<u32> {
        let resting: BTreeSet<u32> = gone.iter().filter_map(|one| self.through.get(one)).flatten().copied().collect();
        resting.into_iter().collect()
    }
}
