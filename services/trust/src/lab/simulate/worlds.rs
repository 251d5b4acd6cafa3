//! Where simulations begin: a real web of trust, and communities grown by rule.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::lab::chance::Chance;
use crate::lab::synthetic::{GROWN_ON, Rows, grown, word};
use crate::lab::{Case, LabError, world};
use crate::{MemberRow, MemberState};

/// The founding block of the Ğ1.
const G1_FOUNDERS: u32 = 59;

/// Advogato's seeds, as KONECT numbers them.
const ADVOGATO_SEEDS: [u32; 4] = [328, 30, 719, 46];
/// Founders of a world that names none.
const FOUNDERS: usize = 37;

/// A community to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "world")]
pub enum Place {
    /// The web of trust of the Ğ1 currency.
    G1,
    /// Who trusted whom on Bitcoin-OTC, replayed in time: somebody is in from the first good rating by somebody who is in.
    Otc,
    /// Advogato's certificates, with its four seeds.
    Advogato,
    /// Friends of the Slashdot Zoo, with the 37 who name most as founders.
    Slashdot,
    /// Grown by rule to so many members.
    Grown {
        /// Members.
        members: u32,
    },
    /// Two towns of so many members each that know one another through seven people.
    TwoTowns {
        /// Members of each.
        members: u32,
    },
    /// Everybody sponsored by the three who came in just before.
    Chain {
        /// Members.
        members: u32,
    },
}

impl Place {
    /// A short name.
    pub fn name(self) -> String {
        match self {
            Self::G1 => "Ğ1".to_owned(),
            Self::Otc => "OTC".to_owned(),
            Self::Advogato => "Advogato".to_owned(),
            Self::Slashdot => "Slashdot".to_owned(),
            Self::Grown { members } => format!("grown {members}"),
            Self::TwoTowns { members } => format!("two towns {members}"),
            Self::Chain { members } => format!("chain {members}"),
        }
    }

    /// The rows, looked at on [`GROWN_ON`]. Real data are looked for in `folder`.
    pub(super) fn rows(self, folder: &Path, seed: u64) -> Result<Rows, LabError> {
        let mut chance = Chance::new(seed);
        match self {
            Self::G1 => g1(folder),
            Self::Otc => super::replay::otc(folder),
            Self::Advogato => listed(folder, "advogato.edges.gz", ADVOGATO_SEEDS.to_vec()),
            Self::Slashdot => slashdot(folder),
            Self::Grown { members } => Ok(grown(members, 3, &mut chance)),
            Self::TwoTowns { members } => Ok(two_towns(members, &mut chance)),
            Self::Chain { members } => Ok(chain(members)),
        }
    }
}

fn g1(folder: &Path) -> Result<Rows, LabError> {
    let case = Case {
        edges_file: Some("g1-wot-v1.edges.gz".to_owned()),
        founders: (0..G1_FOUNDERS).collect(),
        removed: world::read_accounts(&folder.join("g1-wot-v1.disabled.gz"))?,
        ..Case::default()
    };
    let graph = world::World::load(&case, folder)?.graph;
    Ok(Rows { members: graph.members().collect(), edges: graph.edges().collect() })
}

fn listed(folder: &Path, file: &str, founders: Vec<u32>) -> Result<Rows, LabError> {
    let case = Case { edges_file: Some(file.to_owned()), founders, ..Case::default() };
    let graph = world::World::load(&case, folder)?.graph;
    Ok(Rows { members: graph.members().collect(), edges: graph.edges().collect() })
}

/// It names no founders: those who name most friends stand for them.
fn slashdot(folder: &Path) -> Result<Rows, LabError> {
    let mut rows = listed(folder, "slashdot0902.edges.gz", Vec::new())?;
    let mut named = vec![0_u32; rows.members.len()];
    for edge in &rows.edges {
        if let Some(count) = named.get_mut(edge.sponsor as usize) {
            *count += 1;
        }
    }
    let mut busiest: Vec<usize> = (0..rows.members.len()).collect();
    busiest.sort_by_key(|&one| (std::cmp::Reverse(named.get(one).copied()), one));
    for one in busiest.into_iter().take(FOUNDERS) {
        if let Some(row) = rows.members.get_mut(one) {
            row.root = true;
        }
    }
    Ok(rows)
}

/// The second town has no founder of its own: seven of its people were sponsored by people of the first.
fn two_towns(members: u32, chance: &mut Chance) -> Rows {
    let mut rows = grown(members, 3, chance);
    let first = u32::try_from(rows.members.len()).unwrap_or(u32::MAX);
    let second = grown(members, 3, chance);
    for row in &second.members {
        rows.members.push(MemberRow { number: row.number + first, root: false, ..*row });
    }
    rows.edges.extend(second.edges.iter().map(|edge| word(edge.sponsor + first, edge.member + first, edge.day)));
    for settler in second.members.iter().filter(|row| row.root) {
        let town: Vec<u32> = (0..first).collect();
        let MemberState::Member { since } = settler.state else { continue };
        rows.edges.extend(chance.some(&town, 3).into_iter().map(|one| word(one, settler.number + first, since)));
    }
    rows
}

fn chain(members: u32) -> Rows {
    let state = MemberState::Member { since: crate::Day::new(GROWN_ON.number() - 800) };
    let members: Vec<MemberRow> =
        (0..members.max(8)).map(|number| MemberRow { number, root: number < 7, state }).collect();
    let late = members.iter().filter(|row| !row.root);
    let edges = late.flat_map(|row| (1..=3).map(|back| word(row.number - back, row.number, GROWN_ON))).collect();
    Rows { members, edges }
}
