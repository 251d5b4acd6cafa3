//! Communities grown by rule: for simulations and for measuring.

use super::chance::Chance;
use crate::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState};

/// The day on which a grown community is looked at.
pub const GROWN_ON: Day = Day::new(20_000);
/// Days over which it grew.
const AGE: u64 = 3_650;
/// Of ten sponsors, so many are found among the friends of the first.
const LOCAL: u32 = 7;
/// The most people one member sponsors, as tokens have it over the years.
const MOST: u32 = 60;

/// Members and sponsorships of a community.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Everybody.
    pub members: Vec<MemberRow>,
    /// Every sponsorship, distinct pairs.
    pub edges: Vec<EdgeRow>,
}

impl Rows {
    /// Members in good standing.
    pub fn standing(&self) -> usize {
        self.members.iter().filter(|row| matches!(row.state, MemberState::Member { .. })).count()
    }
}

/// A community of so many members who came in one after another over ten years, each by the words of `k` others: the first
/// anybody, the others mostly among the first one's sponsors and those they sponsored. One founder for two hundred members,
/// 7 at least and 37 at most.
pub fn grown(members: u32, k: u32, chance: &mut Chance) -> Rows {
    let roots = (members / 200).clamp(7, 37);
    let mut growth = Growth { ties: vec![Vec::new(); members as usize], given: vec![0; members as usize] };
    let mut rows = Rows::default();
    for number in 0..members.max(roots) {
        let age = AGE * u64::from(members - number.min(members)) / u64::from(members.max(1));
        let since = Day::new(GROWN_ON.number() - i32::try_from(age).unwrap_or(0));
        rows.members.push(MemberRow { number, root: number < roots, state: MemberState::Member { since } });
        if number >= roots {
            for sponsor in growth.sponsors(number, k as usize, chance) {
                rows.edges.push(word(sponsor, number, since));
                growth.tie(sponsor, number);
            }
        }
    }
    rows
}

/// A sponsorship that counts.
pub(super) fn word(sponsor: u32, member: u32, day: Day) -> EdgeRow {
    EdgeRow { sponsor, member, state: EdgeState::Active, kind: EdgeKind::Admission, day }
}

struct Growth {
    ties: Vec<Vec<u32>>,
    given: Vec<u32>,
}

impl Growth {
    fn sponsors(&self, number: u32, k: usize, chance: &mut Chance) -> Vec<u32> {
        let mut chosen: Vec<u32> = Vec::new();
        for tries in 0..200 {
            let near = chosen.first().and_then(|first| chance.pick(self.ties.get(*first as usize)?));
            let one = near.filter(|_| chance.below(10) < LOCAL).unwrap_or_else(|| chance.below(number));
            let free = self.given.get(one as usize).is_some_and(|given| *given < MOST) || tries > 100;
            if free && !chosen.contains(&one) {
                chosen.push(one);
                if chosen.len() == k {
                    break;
                }
            }
        }
        chosen
    }

    fn tie(&mut self, sponsor: u32, member: u32) {
        if let Some(ties) = self.ties.get_mut(sponsor as usize) {
            ties.push(member);
        }
        if let Some(ties) = self.ties.get_mut(member as usize) {
            ties.push(sponsor);
        }
        if let Some(given) = self.given.get_mut(sponsor as usize) {
            *given += 1;
        }
    }
}
