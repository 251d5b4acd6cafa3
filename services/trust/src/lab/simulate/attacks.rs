//! What attackers do: whom they win, how their fakes sponsor one another, and how it ends.

use serde::{Deserialize, Serialize};

use crate::View;
use crate::lab::chance::Chance;

/// One way of attacking with c accounts that are not fakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attack {
    /// Accomplices and fakes sponsor further fakes wherever they may.
    Colluders,
    /// The same, and the fakes endorse one another in a ring where words cost nothing: each has more sponsors than are asked for,
    /// all of them fakes.
    Knot,
    /// Each fake is sponsored by the newest ones.
    Chain,
    /// No accomplices but careless people, who vouch for anybody: one word each.
    Careless,
    /// One of the accounts is a founder's.
    StolenRoot,
    /// The accounts are those of the busiest sponsors.
    StolenHub,
    /// Accomplices who were useful for years and have earned the most tokens.
    Sleeper,
    /// At the end the accomplices take their words back themselves, and leave.
    Withdrawal,
    /// No fakes: accomplices answer for honest people and then have themselves expelled as frauds, to make those fall.
    Griefing,
    /// The accounts are two of a household each, and are known to be; before the clean-up every fake says that it lives with an account
    /// that nobody has found out.
    Households,
    /// No fakes: every day each accomplice talks an honest member out of one of their words.
    Exhaustion,
    /// Fakes were let in beforehand and vouch for one another at will, so that searches lose their way behind the few accomplices.
    Latency,
    /// Fakes and accomplices vouch for one another at will, to look close to people they never met.
    Inflation,
}

impl Attack {
    /// All, in order.
    pub const ALL: [Self; 13] = [
        Self::Colluders,
        Self::Knot,
        Self::Chain,
        Self::Careless,
        Self::StolenRoot,
        Self::StolenHub,
        Self::Sleeper,
        Self::Withdrawal,
        Self::Griefing,
        Self::Households,
        Self::Exhaustion,
        Self::Latency,
        Self::Inflation,
    ];

    /// As in the report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Colluders => "colluders",
            Self::Knot => "knot",
            Self::Chain => "chain",
            Self::Careless => "careless",
            Self::StolenRoot => "stolen root",
            Self::StolenHub => "stolen hub",
            Self::Sleeper => "sleeper",
            Self::Withdrawal => "withdrawal",
            Self::Griefing => "griefing",
            Self::Households => "households",
            Self::Exhaustion => "exhaustion",
            Self::Latency => "latency",
            Self::Inflation => "inflation",
        }
    }

    /// Whose accounts are won.
    pub(super) fn accomplices(self, view: &View<'_>, c: usize, chance: &mut Chance) -> Vec<u32> {
        let plain: Vec<u32> = view.standing().filter(|&one| !view.is_root(one)).collect();
        match self {
            Self::StolenRoot => {
                let roots: Vec<u32> = view.roots().collect();
                let mut won = chance.some(&roots, 1);
                won.extend(chance.some(&plain, c.saturating_sub(1)));
                won
            }
            Self::StolenHub => {
                let mut busiest = plain;
                busiest.sort_by_cached_key(|&one| (std::cmp::Reverse(view.sponsored(one).count()), one));
                busiest.truncate(c);
                busiest
            }
            _ => chance.some(&plain, c),
        }
    }

    /// Whether it is meant to bring fakes in at the door.
    pub(super) fn brings_fakes(self) -> bool {
        !matches!(self, Self::Griefing | Self::Exhaustion)
    }

    /// Whether the fakes are inside on the first day, let in before the rule that is tried.
    pub(super) fn fakes_beforehand(self) -> bool {
        matches!(self, Self::Latency | Self::Inflation)
    }

    /// People sponsored earlier who lasted, as far as it adds tokens.
    pub(super) fn lasted(self) -> u32 {
        if self == Self::Sleeper { 8 } else { 0 }
    }

    /// Which of those who can sponsor do so for the next fake. `able` holds accomplices first, then fakes, oldest first.
    pub(super) fn sponsors(self, able: &[u32], k: usize, chance: &mut Chance) -> Vec<u32> {
        if self == Self::Chain {
            return able.iter().rev().take(k).copied().collect();
        }
        // Fakes' words first: they cost the attacker nobody's suspicion.
        let mut chosen: Vec<u32> = able.iter().rev().take(k.saturating_sub(1)).copied().collect();
        let rest: Vec<u32> = able.iter().copied().filter(|one| !chosen.contains(one)).collect();
        chosen.extend(chance.some(&rest, k.saturating_sub(chosen.len())));
        chosen
    }
}
