//! How close two members are, as one number between 0 and 1 that both see alike (design: trust, section 7).
//!
//! T(a,b) = 1 − Π (1 − γ^m) over up to three chains that share nobody, where m is what each adds to the least total length. It
//! is centred on the viewer: nobody has a public score. Fakes behind c accounts at distance d never look closer than
//! 1 − (1 − γ^(d+1))^c, however many they are.

use serde::{Deserialize, Serialize};

use crate::Connection;

/// γ: what is left of closeness after each step.
const STEP: f64 = 0.6;

/// Closeness in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// No chain.
    None,
    /// A chain, but a long one.
    Faint,
    /// 0.15 or more.
    Thin,
    /// 0.4 or more.
    Good,
    /// 0.7 or more.
    Strong,
}

/// T of chains that share nobody, by what each adds to their total length.
pub(crate) fn closeness_of(added: &[u32]) -> f64 {
    1.0 - added.iter().map(|&steps| 1.0 - STEP.powf(f64::from(steps))).product::<f64>()
}

impl Connection {
    /// T: 0 (no chain, or oneself) to below 1. A lower bound where the search was cut short.
    pub fn score(&self) -> f64 {
        closeness_of(&self.added)
    }

    /// The same in a word.
    pub fn closeness(&self) -> Closeness {
        match self.score() {
            score if score >= 0.7 => Closeness::Strong,
            score if score >= 0.4 => Closeness::Good,
            score if score >= 0.15 => Closeness::Thin,
            score if score > 0.0 => Closeness::Faint,
            _ => Closeness::None,
        }
    }
}
