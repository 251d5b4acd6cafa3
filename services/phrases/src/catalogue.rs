//! The Fluent files, embedded at compile time.

use crate::value::{self, Value};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, static_loader};
use kernel::Language;
use std::collections::HashMap;
use unic_langid::langid;

static FRENCH: LanguageIdentifier = langid!("fr");
static ENGLISH: LanguageIdentifier = langid!("en");

static_loader! {
    static CATALOGUE = {
        locales: "./locales",
        fallback_language: "fr",
        customise: |bundle| {
            // Isolation marks are for mixed writing directions; in ours they only break searching and mail subjects.
            bundle.set_use_isolating(false);
            let english = bundle.locales.first().is_some_and(|language| language.language == ENGLISH.language);
            bundle.set_formatter(Some(if english { value::english_number } else { value::french_number }));
        },
    };
}

/// The message in exactly this language, or nothing when it is missing or a variable was not given.
pub fn message(language: Language, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
    let identifier = match language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    let arguments: HashMap<&'static str, FluentValue<'_>> =
        values.iter().map(|(name, value)| (*name, value.as_fluent())).collect();
    CATALOGUE.lookup_single_language(identifier, key, Some(&arguments)).ok()
}

/// Whether the language has this message, whatever variables it wants.
pub fn knows(language: Language, key: &str) -> bool {
    let identifier = match language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    match CATALOGUE.lookup_single_language::<&str>(identifier, key, None) {
        Ok(_) => true,
        // The error's type is not exported; a message that only lacks its variables fails while being formatted.
        Err(error) => format!("{error:?}").starts_with("FluentError"),
    }
}
