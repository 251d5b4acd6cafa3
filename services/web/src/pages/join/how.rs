//! `GET /how-people-get-in`: the rule of this community, why it is so, what it protects from and what it does not; in words first,
//! then with its proofs (decision 0015).

use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::{Admission, AdmissionKnobs};
use phrases::{Value, Words};
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "join/how.html")]
struct HowPage {
    s: Shell,
    /// The rule here, a sentence a line.
    rule: Vec<String>,
    /// What the proofs give with these figures.
    here: Vec<String>,
}

/// `GET /how-people-get-in`
#[handler]
pub(super) async fn how(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("how-title"), Place::Elsewhere).await?;
    Ok(page(&HowPage::of(s, &visit.face.policy.admission)))
}

impl HowPage {
    fn of(s: Shell, admission: &Admission) -> Self {
        match admission {
            Admission::Sponsors(knobs) => Self { rule: rule(knobs, s.words), here: here(knobs, s.words), s },
            Admission::Steward => Self { rule: vec![s.t("how-rule-team")], here: Vec::new(), s },
        }
    }
}

fn rule(knobs: &AdmissionKnobs, words: Words) -> Vec<String> {
    let paths = knobs.paths.unwrap_or(knobs.sponsors);
    let first_year = first_year(knobs);
    let word = |key: &str, values: &[(&'static str, Value)]| words.tn(key, values);
    let mut rule = vec![word("how-rule-sponsors", &[("n", knobs.sponsors.into())])];
    if knobs.fewer_while_small {
        rule.push(words.t("how-rule-small"));
    }
    rule.push(word("how-rule-paths", &[("n", paths.into()), ("roots", (2 * knobs.sponsors + 1).into())]));
    rule.push(word(
        "how-rule-words",
        &[("days", knobs.seniority_days.into()), ("n", knobs.tokens.into()), ("first", first_year.into())],
    ));
    if knobs.cooling_hours > 0 {
        rule.push(word("how-rule-cooling", &[("n", knobs.cooling_hours.into())]));
    }
    rule
}

/// What Theorems 1 to 3 say with this community's numbers.
fn here(knobs: &AdmissionKnobs, words: Words) -> Vec<String> {
    let paths = knobs.paths.unwrap_or(knobs.sponsors);
    let mut here = vec![words.t1("how-here-door", "n", paths.saturating_sub(1))];
    let missing = knobs.sponsors.saturating_sub(first_year(knobs));
    here.push(match missing {
        0 => words.t("how-here-unbounded"),
        missing => words.t1("how-here-quota", "n", knobs.tokens.div_ceil(missing)),
    });
    here
}

fn first_year(knobs: &AdmissionKnobs) -> u32 {
    knobs.first_year_tokens.unwrap_or(knobs.sponsors.saturating_sub(1))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |admission: &Admission| HowPage::of(p.visitor("how-title"), admission);
    vec![
        p.page("entering-sponsors", &draw(&Admission::Sponsors(AdmissionKnobs::default()))),
        p.page("entering-team", &draw(&Admission::Steward)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn the_page_says_the_communitys_own_numbers() {
        let odd = AdmissionKnobs { sponsors: 2, tokens: 6, seniority_days: 21, ..AdmissionKnobs::default() };
        let told = [rule(&odd, sample_words()), here(&odd, sample_words())].concat().join(" ");
        for sign in ["2\u{a0}membres", "21\u{a0}jours", "5\u{a0}personnes", "6\u{a0}faux comptes"] {
            assert!(told.contains(sign), "{sign}: {told}");
        }
        let open = AdmissionKnobs { first_year_tokens: Some(2), ..odd };
        assert!(
            here(&open, sample_words()).join(" ").contains("Rien ne borne"),
            "what is not bounded is said not to be"
        );
    }
}
