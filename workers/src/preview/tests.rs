//! Every letter, in every language and two brands, through the lint.

use super::{of_each_kind, samples};
use crate::mail::letter::{House, LetterKind};
use crate::mail::lint::{Expected, lint};
use crate::mail::seal::{Sender, seal};
use chrono::DateTime;
use community::palette::Palette;
use kernel::{JobId, Language};
use phrases::Words;

fn houses() -> [House; 2] {
    let house = |name: &str, slug: &str, primary: &str, accent: &str| House {
        name: name.to_owned(),
        home: format!("https://{slug}.example.test"),
        palette: Palette::of(primary.parse().unwrap(), accent.parse().unwrap()),
        postal: "Fédération des foyers de la Nièvre, 3 rue des Tanneurs, 58800 Corbigny".to_owned(),
    };
    [
        house("Entraide Nièvre", "nievre", "#1f5c47", "#dd9d2f"),
        house("Noisettes & Cie <Morvan>", "noisettes", "#f4c20d", "#7a1fa2"),
    ]
}

#[test]
fn e10_every_letter_passes_the_lint_in_every_language_and_two_brands() {
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    for language in Language::ALL {
        for house in houses() {
            let words = Words::new(language, chrono_tz::Tz::Europe__Paris);
            let kinds: Vec<_> = of_each_kind(words, &house).unwrap().iter().map(|letter| letter.kind).collect();
            assert_eq!(kinds, LetterKind::ALL);
            for (_, letter) in samples(words, &house).unwrap() {
                let sender = Sender {
                    name: house.name.clone(),
                    local_part: "x".to_owned(),
                    domain: "letters.example.test".to_owned(),
                };
                let sealed = seal(&letter, &sender, JobId(uuid::Uuid::from_u128(1)), at, None).unwrap();
                let expected =
                    Expected { domain: "letters.example.test", dkim: None, stoppable: letter.kind.can_be_stopped() };
                let faults = lint(sealed.raw(), &expected);
                assert!(
                    faults.is_empty(),
                    "{} in {}: {faults:#?}\n{}",
                    letter.kind.slug(),
                    language.code(),
                    letter.text
                );
                assert!(letter.html.contains(&format!("lang=\"{}\"", language.code())));
            }
        }
    }
}

#[test]
fn every_letter_has_one_button_at_most_and_says_why_it_came() {
    for language in Language::ALL {
        for (_, letter) in samples(Words::new(language, chrono_tz::Tz::Europe__Paris), &houses()[0]).unwrap() {
            assert_eq!(letter.html.matches("border-radius:30px").count() / 2, 1, "{}", letter.kind.slug());
            assert!(letter.text.contains("Entraide Nièvre") && letter.text.contains("\n-- \n"), "{}", letter.text);
            assert!(letter.text.contains("58800 Corbigny"), "{}", letter.text);
            assert_eq!(letter.text.contains("/letters/stop/"), letter.kind.can_be_stopped());
        }
    }
}

#[test]
fn what_people_typed_never_becomes_markup() {
    let [_, odd] = houses();
    for (_, letter) in samples(Words::new(Language::En, chrono_tz::Tz::Europe__Paris), &odd).unwrap() {
        assert!(
            !letter.html.contains("<Morvan>") && letter.html.contains("&#60;Morvan&#62;"),
            "{}",
            letter.kind.slug()
        );
        assert!(letter.text.replace('\n', " ").contains("Noisettes & Cie <Morvan>"), "{}", letter.text);
    }
}

#[test]
fn the_sources_name_only_sentences_that_exist() {
    let here = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let missing =
        [phrases::audit::missing_below(&here.join("src")), phrases::audit::missing_below(&here.join("templates"))]
            .concat();
    assert_eq!(missing, Vec::<String>::new());
}
