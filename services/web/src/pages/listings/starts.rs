//! Ready requests beside the questions: each a link that fills them, so that it works without a script.

use crate::form::Form;
use exchange::Direction;
use exchange::examples::{Example, of_preset};
use kernel::MemberId;
use phrases::Words;

/// One of them, for the template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    pub href: String,
    pub title: String,
}

/// Those of the community's preset; none where something is offered. `whom`, the member in whose name it is to be asked, is kept.
pub(super) fn of(words: Words, preset: &str, direction: Option<Direction>, whom: &str) -> Vec<Start> {
    if direction != Some(Direction::Request) {
        return Vec::new();
    }
    let kept = whom.parse::<MemberId>().map_or_else(|_| String::new(), |member| format!("&for={member}"));
    let each = (1..).zip(of_preset(preset)).map(|(n, one): (usize, &Example)| Start {
        href: format!("/listings/new?direction=request&example={n}{kept}"),
        title: words.t(one.title),
    });
    each.collect()
}

/// Fills the questions with the one that was chosen, counted from 1; nothing where there is none of that number.
pub(super) fn fill(form: &mut Form, words: Words, preset: &str, direction: Direction, number: Option<usize>) {
    let chosen = number.and_then(|number| of_preset(preset).get(number.checked_sub(1)?));
    let Some(example) = chosen.filter(|_| direction == Direction::Request) else { return };
    form.set("title", &words.t(example.title));
    form.set("body", &words.t(example.body));
    form.set("kind", example.kind.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::limits;
    use kernel::Language;

    #[test]
    fn every_preset_has_its_own_examples_that_fit_a_listing_in_every_language() {
        let presets = ["noisettes", "departement", "bourse", "reseau", "confiance", "expatries"];
        let mut titles = std::collections::BTreeSet::new();
        for language in Language::ALL {
            let words = Words::new(language, chrono_tz::UTC);
            for one in presets.iter().flat_map(|preset| of_preset(preset)) {
                let (title, body) = (words.t(one.title), words.t(one.body));
                assert!(!title.starts_with('[') && !body.starts_with('['), "{language:?} {title}");
                assert!((limits::TITLE_LEAST..=limits::TITLE_MOST).contains(&title.chars().count()), "{title}");
                assert!((20..=limits::BODY_MOST).contains(&body.chars().count()), "{body}");
                titles.insert(title);
            }
        }
        assert_eq!(titles.len(), presets.len() * 5 * Language::ALL.len(), "no example stands twice");
        assert_eq!(of_preset("another"), of_preset("confiance"));
    }

    #[test]
    fn an_example_fills_the_form_and_a_number_of_none_changes_nothing() {
        let words = crate::shell::sample_words();
        let mut form = Form::blank(words).with("title", "");
        fill(&mut form, words, "confiance", Direction::Request, Some(3));
        assert_eq!((form.text("title"), form.text("kind")), ("Une perceuse pour un week-end", "loan"));
        for (direction, number) in [
            (Direction::Request, Some(0)),
            (Direction::Request, Some(99)),
            (Direction::Offer, Some(1)),
            (Direction::Request, None),
        ] {
            let mut form = Form::blank(words).with("title", "");
            fill(&mut form, words, "confiance", direction, number);
            assert_eq!(form.text("title"), "", "{direction:?} {number:?}");
        }
    }
}
