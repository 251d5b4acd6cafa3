//! κ: by how many members who share nobody a person is linked to the roots.

use crate::View;
use crate::flow::{Ending, Flow};
use crate::voices::Whose;

/// What a search for κ found out. Paths run from a root to a sponsor of the subject; the subject itself is left out. Paths share no
/// voice: of a household two may stand in one path, one after the other, and in a cut one is named for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The subject is a root: trusted by decree, with nothing to prove.
    Root,
    /// κ is at least what was asked; these paths witness it.
    AtLeast {
        /// As many disjoint paths as were asked for.
        paths: Vec<Vec<u32>>,
    },
    /// κ is exactly the size of the cut, and less than asked.
    Exactly {
        /// κ disjoint paths.
        paths: Vec<Vec<u32>>,
        /// κ members (roots included) without whom no path remains.
        cut: Vec<u32>,
    },
    /// The search reached its limit: κ is at least `at_least`, and a person must look.
    Undetermined {
        /// Disjoint paths found before the limit.
        at_least: u32,
        /// States visited.
        states: usize,
    },
}

impl Proof {
    /// κ, never more than was asked for; `None` for roots and undetermined searches.
    pub fn kappa(&self) -> Option<u32> {
        match self {
            Self::AtLeast { paths } | Self::Exactly { paths, .. } => u32::try_from(paths.len()).ok(),
            Self::Root | Self::Undetermined { .. } => None,
        }
    }

    /// Whether what was asked for is proved. Undetermined is never proof.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Root | Self::AtLeast { .. })
    }
}

impl View<'_> {
    /// Whether κ of a member is at least `k`, with the paths or the cut that prove the answer.
    ///
    /// Ask with a great `k` (for instance `u32::MAX`) for κ itself.
    pub fn kappa_at_least(&self, member: u32, k: u32) -> Proof {
        if self.is_root(member) {
            return Proof::Root;
        }
        self.search(Whose::Member(member), k).into()
    }

    /// The same for a newcomer: a fresh vertex with an edge from each of these sponsors who stands.
    pub fn kappa_of_newcomer(&self, sponsors: &[u32], k: u32) -> Proof {
        let heads = self.heads_of_newcomer(sponsors);
        self.search(Whose::Newcomer(&heads), k).into()
    }

    /// States that the same search visits: its work, whatever the machine.
    pub fn states_of_newcomer(&self, sponsors: &[u32], k: u32) -> usize {
        let heads = self.heads_of_newcomer(sponsors);
        self.search(Whose::Newcomer(&heads), k).states
    }

    /// The distinct sponsors of a newcomer who stand, in order of number.
    pub(crate) fn heads_of_newcomer(&self, sponsors: &[u32]) -> Vec<u32> {
        let mut heads: Vec<u32> = sponsors.iter().copied().filter(|&sponsor| self.stands(sponsor)).collect();
        heads.sort_unstable();
        heads.dedup();
        heads
    }
}

impl From<Flow> for Proof {
    fn from(flow: Flow) -> Self {
        let Flow { paths, ending, states, .. } = flow;
        match ending {
            Ending::Enough => Self::AtLeast { paths },
            Ending::Cut(cut) => Self::Exactly { paths, cut },
            Ending::Capped => Self::Undetermined { at_least: u32::try_from(paths.len()).unwrap_or(u32::MAX), states },
        }
    }
}
