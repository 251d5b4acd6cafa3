//! Chains between two members that share nobody in between and are shortest together, sponsorships walked either way.
//!
//! One chain more at a time, each by the shortest augmentation of those before: their total is then the least possible
//! (R. Bhandari, *Survivable Networks*, 1999; J. W. Suurballe, *Disjoint paths in a network*, Networks 4, 1974). Each search
//! runs from both ends at once on costs made non-negative by potentials, so that it looks at two small balls and not at the
//! whole community (decision 0015).

use crate::View;
use crate::pairs::Chains;

mod meeting;
mod residual;

use meeting::{Met, meet};
use residual::Residual;

/// The chains, and what each of them added to the total length.
#[derive(Clone, Debug)]
pub(crate) struct Bundle {
    pub(crate) chains: Chains,
    /// The first that was found, alone the shortest; empty if none was.
    pub(crate) shortest: Vec<u32>,
    /// `m_p = S_p − S_{p−1}` for p = 1, 2, …: never falling. `S_p` is the least total length of p chains.
    pub(crate) added: Vec<u32>,
}

impl View<'_> {
    /// Up to `most` chains from `a` to `b`, shortest together.
    pub(crate) fn bundle(&self, a: u32, b: u32, most: u32) -> Bundle {
        let chains = Chains { chains: Vec::new(), capped: false };
        let mut bundle = Bundle { chains, shortest: Vec::new(), added: Vec::new() };
        if a == b || !self.stands(a) || !self.stands(b) {
            return bundle;
        }
        let (mut residual, mut left) = (Residual::between(self, a, b), self.limit());
        for _ in 0..most {
            match meet(&residual, &mut left) {
                Met::Path(path) => {
                    bundle.added.push(residual.augment(&path));
                    if bundle.shortest.is_empty() {
                        bundle.shortest = residual.chains().pop().unwrap_or_default();
                    }
                }
                Met::Nothing => break,
                Met::Capped => {
                    bundle.chains.capped = true;
                    break;
                }
            }
        }
        bundle.chains.chains = residual.chains();
        bundle
    }
}
