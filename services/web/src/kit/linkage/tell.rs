//! A chain in words.

use super::{Arrow, Hop};
use phrases::Words;

/// A chain as it is told.
pub(super) struct Told {
    /// Through whom it goes: `Par Anne.`
    pub through: String,
    /// Who vouches for whom, step by step.
    pub steps: String,
}

pub(super) fn summary(name: &str, chains: usize, words: Words) -> String {
    match chains {
        0 => words.t1("linkage-none", "name", name),
        _ => words.t2("linkage-summary", "n", chains, "name", name),
    }
}

pub(super) fn chain(hops: &[Hop], words: Words) -> Told {
    let named = |hop: &Hop| hop.to.clone().unwrap_or_else(|| words.t("linkage-somebody"));
    let between: Vec<String> = hops.iter().take(hops.len().saturating_sub(1)).map(named).collect();
    let through = match between.as_slice() {
        [] => words.t("linkage-directly"),
        between => words.t1("linkage-through", "names", words.list(between)),
    };
    let mut nearer: Option<&Hop> = None;
    let mut steps = Vec::new();
    for hop in hops {
        steps.push(step(nearer, hop, words));
        nearer = Some(hop);
    }
    Told { through, steps: steps.join(" ") }
}

fn step(nearer: Option<&Hop>, hop: &Hop, words: Words) -> String {
    let Some(nearer) = nearer else { return from_you(hop, words) };
    let pair = |key: &str, first: &Hop, second: &Hop| {
        words.t2(key, "from", subject(first, words), "to", object(second, words))
    };
    match hop.arrow {
        Arrow::Vouches => pair("linkage-vouches", nearer, hop),
        Arrow::IsVouchedFor => pair("linkage-vouches", hop, nearer),
        Arrow::Mutual => pair("linkage-mutual", nearer, hop),
    }
}

fn from_you(hop: &Hop, words: Words) -> String {
    match hop.arrow {
        Arrow::Vouches => words.t1("linkage-you-vouch", "to", object(hop, words)),
        Arrow::IsVouchedFor => words.t1("linkage-vouches-for-you", "from", subject(hop, words)),
        Arrow::Mutual => words.t1("linkage-you-mutual", "to", object(hop, words)),
    }
}

/// At the beginning of a sentence.
fn subject(hop: &Hop, words: Words) -> String {
    hop.to.clone().unwrap_or_else(|| words.t("common-somebody"))
}

fn object(hop: &Hop, words: Words) -> String {
    hop.to.clone().unwrap_or_else(|| words.t("linkage-somebody"))
}
