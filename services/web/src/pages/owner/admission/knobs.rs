//! The knobs, between a form and the house. 0 sponsors: the team lets people in, and no other knob matters.

use crate::form::Form;
use community::{Admission, AdmissionKnobs};

/// Their names in the form.
pub(super) const NAMES: &[&str] = &[
    "sponsors",
    "fewer_while_small",
    "paths",
    "seniority_days",
    "young_seniority_days",
    "young_community_days",
    "tokens",
    "first_year_tokens",
    "root_tokens",
    "most_tokens",
    "distance",
    "pace_percent",
    "pace_floor",
    "cooling_hours",
];

/// What was typed; nothing, and faults in the form, where something is no number.
pub(super) fn read(form: &mut Form) -> Option<Admission> {
    let sponsors = number(form, "sponsors")?;
    if sponsors == 0 {
        return Some(Admission::Steward);
    }
    let [
        seniority_days,
        young_seniority_days,
        young_community_days,
        tokens,
        most_tokens,
        pace_percent,
        pace_floor,
        cooling_hours,
    ] = [
        "seniority_days",
        "young_seniority_days",
        "young_community_days",
        "tokens",
        "most_tokens",
        "pace_percent",
        "pace_floor",
        "cooling_hours",
    ]
    .map(|name| number(form, name));
    let [paths, first_year_tokens, root_tokens, distance] =
        ["paths", "first_year_tokens", "root_tokens", "distance"].map(|name| number_or_none(form, name));
    Some(Admission::Sponsors(AdmissionKnobs {
        sponsors,
        fewer_while_small: form.ticked("fewer_while_small"),
        paths: paths?,
        seniority_days: seniority_days?,
        young_seniority_days: young_seniority_days?,
        young_community_days: young_community_days?,
        tokens: tokens?,
        first_year_tokens: first_year_tokens?,
        root_tokens: root_tokens?,
        most_tokens: most_tokens?,
        distance: distance?,
        pace_percent: pace_percent?,
        pace_floor: pace_floor?,
        cooling_hours: cooling_hours?,
    }))
}

fn number(form: &mut Form, name: &str) -> Option<u32> {
    form.parse(name, "common-field-number")
}

/// Left empty, the rule says it.
#[expect(clippy::option_option, reason = "nothing was typed, or what was typed is no number")]
fn number_or_none(form: &mut Form, name: &str) -> Option<Option<u32>> {
    if form.text(name).is_empty() { Some(None) } else { number(form, name).map(Some) }
}

/// Puts a policy's knobs into a form; the usual ones where stewards admit, so that there is something to begin with.
pub(super) fn write(form: &mut Form, admission: &Admission) {
    let (knobs, sponsors) = match admission {
        Admission::Sponsors(knobs) => (knobs.clone(), knobs.sponsors),
        Admission::Steward => (AdmissionKnobs::default(), 0),
    };
    let or_empty = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    let values = [
        ("sponsors", sponsors.to_string()),
        ("fewer_while_small", if knobs.fewer_while_small { "yes".to_owned() } else { String::new() }),
        ("paths", or_empty(knobs.paths)),
        ("seniority_days", knobs.seniority_days.to_string()),
        ("young_seniority_days", knobs.young_seniority_days.to_string()),
        ("young_community_days", knobs.young_community_days.to_string()),
        ("tokens", knobs.tokens.to_string()),
        ("first_year_tokens", or_empty(knobs.first_year_tokens)),
        ("root_tokens", or_empty(knobs.root_tokens)),
        ("most_tokens", knobs.most_tokens.to_string()),
        ("distance", or_empty(knobs.distance)),
        ("pace_percent", knobs.pace_percent.to_string()),
        ("pace_floor", knobs.pace_floor.to_string()),
        ("cooling_hours", knobs.cooling_hours.to_string()),
    ];
    for (name, value) in values {
        form.set(name, &value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn what_is_written_into_a_form_is_read_out_of_it_again() {
        let odd = AdmissionKnobs {
            sponsors: 2,
            fewer_while_small: false,
            paths: Some(1),
            root_tokens: Some(40),
            distance: Some(5),
            ..AdmissionKnobs::default()
        };
        for admission in [Admission::Steward, Admission::Sponsors(AdmissionKnobs::default()), Admission::Sponsors(odd)]
        {
            let mut form = Form::blank(sample_words());
            write(&mut form, &admission);
            assert_eq!(read(&mut form), Some(admission));
        }
    }

    #[test]
    fn every_knob_that_is_no_number_is_marked_at_once() {
        let mut form = Form::blank(sample_words());
        write(&mut form, &Admission::Sponsors(AdmissionKnobs::default()));
        form.set("tokens", "many");
        form.set("distance", "far");
        assert_eq!(read(&mut form), None);
        let marked = |name: &str| form.field(name, "?").to_string().contains("aria-invalid");
        assert!(marked("tokens") && marked("distance") && !marked("paths"));
    }
}
