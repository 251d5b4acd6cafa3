//! What knobs mean, in words and figures.

use crate::preview::Preview;
use community::{Admission, AdmissionKnobs, KnobChange, PolicyChange};
use kernel::Timestamp;
use phrases::Words;
use sponsorship::{Consequences, PolicyView};

/// One figure, as it is and as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub label: String,
    pub now: String,
    /// Nothing while nothing else is looked at.
    pub then: Option<String>,
}

/// A change as the page tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub at: Timestamp,
    pub who: String,
    /// `Parrainages demandés : 3 → 4`.
    pub changes: Vec<String>,
}

type Figure = fn(&Consequences, Words) -> String;

const FIGURES: [(&str, Figure); 8] = [
    ("policy-mean-asked", asked),
    ("policy-mean-paths", paths),
    ("policy-mean-below", below),
    ("policy-mean-may", may),
    ("policy-mean-fakes", fakes),
    ("policy-mean-rho", rho),
    ("policy-mean-beyond", |means, words| words.number(means.beyond)),
    ("policy-mean-pace", |means, words| words.number(means.pace)),
];

/// Every figure of a policy, and of the one looked at.
pub(super) fn lines(now: &Consequences, then: Option<&Consequences>, words: Words) -> Vec<Line> {
    let line = |(key, figure): &(&str, Figure)| Line {
        label: words.t(key),
        now: figure(now, words),
        then: then.map(|then| figure(then, words)),
    };
    FIGURES.iter().map(line).collect()
}

fn asked(means: &Consequences, words: Words) -> String {
    if means.sponsors == 0 { words.t("policy-by-team") } else { words.number(means.sponsors) }
}

fn paths(means: &Consequences, words: Words) -> String {
    match (means.sponsors, means.paths) {
        (0, _) => words.t("policy-none"),
        (_, 0) => words.t1("policy-paths-off", "roots", means.roots),
        (_, paths) => words.number(paths),
    }
}

fn below(means: &Consequences, words: Words) -> String {
    words.t2("policy-of", "part", means.below, "whole", means.members)
}

fn may(means: &Consequences, words: Words) -> String {
    words.t2("policy-of", "part", means.may_sponsor, "whole", means.members)
}

fn fakes(means: &Consequences, words: Words) -> String {
    match (means.fakes, means.fakes_at_most) {
        (Some(usual), Some(most)) if most > usual => words.t2("policy-fakes-earned", "n", usual, "most", most),
        (Some(usual), _) => words.number(usual),
        (None, _) => words.t("policy-fakes-unbounded"),
    }
}

fn rho(means: &Consequences, words: Words) -> String {
    means.reproduction.map_or_else(|| words.t("policy-rho-unknown"), |rho| words.decimal(rho))
}

/// A change of the history.
pub(super) fn told(change: &PolicyChange, words: Words) -> Told {
    let who = &change.actor_name;
    Told {
        at: change.at,
        who: if who.is_empty() { words.t("journal-house") } else { who.clone() },
        changes: change.changes.iter().map(|knob| turned(knob, words)).collect(),
    }
}

fn turned(change: &KnobChange, words: Words) -> String {
    let key = format!("policy-knob-{}", change.knob.replace('_', "-"));
    let knob = words.find(&key).unwrap_or_else(|| change.knob.clone());
    let place = |place: &Option<String>| match place.as_deref() {
        None => words.t("policy-by-rule"),
        Some("true" | "sponsors") => words.t("policy-yes"),
        Some("false" | "steward") => words.t("policy-no"),
        Some(other) => other.to_owned(),
    };
    let (from, to) = (place(&change.from), place(&change.to));
    words.tn("policy-turned", &[("knob", knob.into()), ("from", from.into()), ("to", to.into())])
}

/// A policy of three sponsors, and one of four that is looked at.
pub(super) fn sample(looked: bool) -> PolicyView {
    let now = Admission::Sponsors(AdmissionKnobs::default());
    let four = AdmissionKnobs { sponsors: 4, ..AdmissionKnobs::default() };
    let means = Consequences {
        sponsors: 3,
        paths: 3,
        roots: 9,
        members: 412,
        below: 17,
        undetermined: 0,
        may_sponsor: 371,
        beyond: 0,
        pace: 50,
        fakes: Some(4),
        fakes_at_most: Some(12),
        reproduction: Some(3.4),
    };
    PolicyView {
        then: if looked { Admission::Sponsors(four) } else { now.clone() },
        now,
        version: 3,
        look: "aaaa".to_owned(),
        means,
        would_mean: Consequences { sponsors: 4, paths: 4, below: 62, reproduction: Some(2.6), ..means },
        falling: 45,
    }
}

pub(super) fn sample_change(p: &Preview) -> PolicyChange {
    let change = |knob: &str, from: Option<&str>, to: &str| KnobChange {
        knob: knob.to_owned(),
        from: from.map(str::to_owned),
        to: Some(to.to_owned()),
    };
    let changes = vec![change("sponsors", Some("2"), "3"), change("distance", Some("6"), "8")];
    PolicyChange { at: p.ago(40), actor_name: "Hélène Garnier".to_owned(), changes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn every_figure_has_a_label_and_says_when_nothing_bounds_it() {
        let mut means = sample(false).means;
        (means.fakes, means.reproduction, means.paths, means.sponsors) = (None, None, 0, 3);
        for line in lines(&means, Some(&means), sample_words()) {
            assert!(!line.label.starts_with('[') && !line.now.starts_with('['), "{line:?}");
            assert_eq!(line.then.as_ref(), Some(&line.now));
        }
    }

    #[test]
    fn every_knob_has_its_name_in_the_history() {
        let knobs = serde_json::to_value(AdmissionKnobs::default()).unwrap();
        let names = knobs.as_object().unwrap().keys().map(String::as_str).chain(["by"]);
        for knob in names {
            let change = KnobChange { knob: knob.to_owned(), from: None, to: Some("7".to_owned()) };
            let line = turned(&change, sample_words());
            assert!(!line.contains(knob) || knob == "by", "{line}");
        }
    }
}
