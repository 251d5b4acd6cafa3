//! Chains between two members that share nobody in between and are shortest together, sponsorships walked either way.
//!
//! The neighbourhoods of both ends are read once, a whole step at a time. Among those of them who lie on a chain as short as was read,
//! one chain more at a time is found, each by the shortest augmentation of those before: their total is then the least possible there
//! (R. Bhandari, *Survivable Networks*, 1999; J. W. Suurballe, *Disjoint paths in a network*, Networks 4, 1974). It is the least
//! possible anywhere as soon as the last adds no more than one step to those that were read: whatever is missing has a longer chain
//! (decision 0015).

use crate::View;
use crate::pairs::Chains;

mod near;
mod net;

use near::Near;
use net::Net;

/// The chains, and what each of them added to the total length.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundle {
    pub(crate) chains: Chains,
    /// One that alone is shortest; empty if none was found.
    pub(crate) shortest: Vec<u32>,
    /// `m_p = S_p − S_{p−1}` for p = 1, 2, …: never falling. `S_p` is the least total length of p chains.
    pub(crate) added: Vec<u32>,
    /// Ties looked at, each as often as it was: the work, whatever the machine.
    pub(crate) looked: usize,
}

/// The best one chain, the best two, …, and what each adds.
#[derive(Debug, Default)]
struct Best {
    bundles: Vec<Vec<Vec<u32>>>,
    added: Vec<u32>,
    capped: bool,
}

impl Best {
    /// So many of them.
    fn first(mut self, count: usize, capped: bool, looked: usize) -> Bundle {
        self.added.truncate(count);
        self.bundles.truncate(count);
        let shortest = self.bundles.first().and_then(|one| one.first().cloned()).unwrap_or_default();
        let chains = Chains { chains: self.bundles.pop().unwrap_or_default(), capped };
        Bundle { chains, shortest, added: self.added, looked }
    }
}

impl View<'_> {
    /// Up to `most` chains from `a` to `b`, shortest together.
    pub(crate) fn bundle(&self, a: u32, b: u32, most: u32) -> Bundle {
        if a == b || !self.stands(a) || !self.stands(b) {
            return Bundle::default();
        }
        // No more chains than either has neighbours: to look for another would be to read everything.
        let most = self.few_neighbours(a, self.few_neighbours(b, most as usize));
        self.graph().pool().lend(|scratch| {
            let mut near = Near::around(self, a, b, &mut scratch.seen_out);
            let (mut best, mut sure, mut left, mut capped) = (Best::default(), 0, self.limit(), false);
            while !capped && !near.all_read() && sure < most {
                capped = !near.read_on(&mut left);
                if capped || !near.meets() {
                    continue;
                }
                best = among(&mut near, most, &mut left);
                let within = near.steps() + 1;
                sure = best.added.iter().take_while(|&&added| near.all_read() || added <= within).count();
                capped = best.capped;
            }
            best.first(sure, capped, near.looked)
        })
    }

    /// How many neighbours a member has, counted as far as `most`.
    fn few_neighbours(&self, member: u32, most: usize) -> usize {
        let mut few: Vec<u32> = Vec::with_capacity(most);
        for neighbour in self.neighbours(member) {
            if few.len() == most {
                break;
            }
            if !few.contains(&neighbour) {
                few.push(neighbour);
            }
        }
        few.len()
    }
}

/// The best chains among what was read.
fn among(near: &mut Near<'_, '_, '_>, most: usize, left: &mut usize) -> Best {
    let ways = near.ways();
    let (mut net, mut best) = (Net::of(near, ways), Best::default());
    for _ in 0..most {
        match net.augment(left) {
            Ok(Some(added)) => {
                best.added.push(added);
                best.bundles.push(net.chains());
            }
            Ok(None) => break,
            Err(net::Capped) => {
                best.capped = true;
                break;
            }
        }
    }
    let looked = net.looked;
    near.looked += looked;
    best
}
