//! Chains between two members that share nobody in between and are shortest together, sponsorships walked either way.
//!
//! The neighbourhoods of both ends are read once, a whole step at a time. Among those read, one chain more at a time, each by the
//! shortest augmentation of those before: their total is then the least possible there (R. Bhandari, *Survivable Networks*, 1999;
//! J. W. Suurballe, *Disjoint paths in a network*, Networks 4, 1974). It is the least possible anywhere as soon as the last adds no
//! more than one step to those that were read: whatever is missing has a longer chain (decision 0015).

use crate::View;
use crate::pairs::Chains;

mod near;
mod net;

use near::Near;
use net::Net;

/// The chains, and what each of them added to the total length.
#[derive(Clone, Debug)]
pub(crate) struct Bundle {
    pub(crate) chains: Chains,
    /// One that alone is shortest; empty if none was found.
    pub(crate) shortest: Vec<u32>,
    /// `m_p = S_p − S_{p−1}` for p = 1, 2, …: never falling. `S_p` is the least total length of p chains.
    pub(crate) added: Vec<u32>,
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
    fn first(mut self, count: usize, capped: bool) -> Bundle {
        self.added.truncate(count);
        self.bundles.truncate(count);
        let shortest = self.bundles.first().and_then(|one| one.first().cloned()).unwrap_or_default();
        let chains = Chains { chains: self.bundles.pop().unwrap_or_default(), capped };
        Bundle { chains, shortest, added: self.added }
    }
}

impl View<'_> {
    /// Up to `most` chains from `a` to `b`, shortest together.
    pub(crate) fn bundle(&self, a: u32, b: u32, most: u32) -> Bundle {
        if a == b || !self.stands(a) || !self.stands(b) {
            return Best::default().first(0, false);
        }
        self.graph().pool().lend(|scratch| {
            let mut near = Near::around(self, a, b, &mut scratch.seen_out);
            let (mut best, mut sure, mut left) = (Best::default(), 0, self.limit());
            while !near.all_read() && sure < most as usize {
                if !near.read_on(&mut left) {
                    return best.first(sure, true);
                }
                if !near.meets() {
                    continue;
                }
                best = among(&near, most, &mut left);
                let within = near.steps() + 1;
                sure = best.added.iter().take_while(|&&added| near.all_read() || added <= within).count();
                if best.capped {
                    return best.first(sure, true);
                }
            }
            best.first(sure, false)
        })
    }
}

/// The best chains among what was read.
fn among(near: &Near<'_, '_, '_>, most: u32, left: &mut usize) -> Best {
    let (mut net, mut best) = (Net::of(near), Best::default());
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
    best
}
