//! "How you are linked": what a member sees of the ties between themselves and another (design: trust, section 7).

use serde::{Deserialize, Serialize};

use crate::View;
use crate::pairs::Way;

/// Independent chains are counted up to here: "three or more".
const MOST: u32 = 3;

/// Who sponsored whom in one step of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrow {
    /// The first sponsored the second.
    Sponsored,
    /// The first was sponsored by the second.
    SponsoredBy,
    /// Each sponsored the other.
    Mutual,
}

/// One step of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The nearer to the viewer.
    pub from: u32,
    /// The farther.
    pub to: u32,
    /// Who sponsored whom.
    pub arrow: Arrow,
}

/// Ties between a viewer and another member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// One chain of fewest steps, from the viewer; empty if none exists (or for oneself).
    pub shortest: Vec<Step>,
    /// Up to three chains that share nobody in between, from the viewer, shortest together; the shortest of all need not be
    /// among them.
    pub independent: Vec<Vec<Step>>,
    /// What each of them added to the least total length, in steps; never falling.
    pub added: Vec<u32>,
    /// Whether the search for independent chains was cut short: there may be more.
    pub capped: bool,
    /// Members who sponsor both.
    pub common_sponsors: Vec<u32>,
    /// Members whom both sponsor.
    pub common_sponsored: Vec<u32>,
}

impl Connection {
    /// Steps of the shortest chain; `None` if there is none.
    pub fn distance(&self) -> Option<usize> {
        (!self.shortest.is_empty()).then_some(self.shortest.len())
    }
}

impl View<'_> {
    /// How a viewer is linked to another member, sponsorships walked either way.
    pub fn connection(&self, viewer: u32, other: u32) -> Connection {
        let mut found = self.bundle(viewer, other, MOST);
        if found.shortest.is_empty() && found.chains.capped {
            found.shortest = self.shortest_chain(viewer, other, Way::Both).unwrap_or_default();
        }
        if found.shortest.len() < 2 {
            return Connection::default();
        }
        Connection {
            shortest: self.arrows(&found.shortest),
            independent: found.chains.chains.iter().map(|chain| self.arrows(chain)).collect(),
            added: found.added,
            capped: found.chains.capped,
            common_sponsors: self.common_sponsors(viewer, other),
            common_sponsored: self.common_sponsored(viewer, other),
        }
    }

    /// Ties that the same search looks at, each as often as it does: its work, whatever the machine.
    pub fn ties_of_connection(&self, viewer: u32, other: u32) -> usize {
        self.bundle(viewer, other, MOST).looked
    }

    /// Members who stand and whom both actively sponsor, in order of number.
    pub fn common_sponsored(&self, a: u32, b: u32) -> Vec<u32> {
        let mut common: Vec<u32> =
            self.sponsored(a).filter(|&member| self.sponsors(member).any(|sponsor| sponsor == b)).collect();
        common.sort_unstable();
        common
    }

    fn arrows(&self, chain: &[u32]) -> Vec<Step> {
        let step = |pair: &[u32]| match *pair {
            [from, to] => Some(Step { from, to, arrow: self.arrow(from, to) }),
            _ => None,
        };
        chain.windows(2).filter_map(step).collect()
    }

    fn arrow(&self, from: u32, to: u32) -> Arrow {
        let sponsors = |one: u32, two: u32| self.sponsors(two).any(|sponsor| sponsor == one);
        match (sponsors(from, to), sponsors(to, from)) {
            (true, true) => Arrow::Mutual,
            (true, false) => Arrow::Sponsored,
            _ => Arrow::SponsoredBy,
        }
    }
}
