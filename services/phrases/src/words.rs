//! A reader's words: sentences, dates, numbers and lists in one language and one time zone.

use crate::{Value, catalogue};
use chrono_tz::Tz;
use kernel::Language;

mod dates;
mod numbers;

/// What speaks to one reader. Cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The reader's language.
    pub language: Language,
    /// The community's time zone, or the reader's own.
    pub zone: Tz,
}

impl Words {
    /// Words in `language`, with dates as clocks show them in `zone`.
    pub fn new(language: Language, zone: Tz) -> Self {
        Self { language, zone }
    }

    /// The sentence named `key`; its name in brackets when there is none.
    pub fn t(&self, key: &str) -> String {
        self.tn(key, &[])
    }

    /// The sentence with one variable.
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Value>) -> String {
        self.tn(key, &[(name, value.into())])
    }

    /// The sentence with two variables.
    pub fn t2(
        &self,
        key: &str,
        first: &'static str,
        one: impl Into<Value>,
        second: &'static str,
        two: impl Into<Value>,
    ) -> String {
        self.tn(key, &[(first, one.into()), (second, two.into())])
    }

    /// The sentence with any number of variables.
    pub fn tn(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        catalogue::message(self.language, key, values).unwrap_or_else(|| format!("[{key}]"))
    }

    /// The sentence, if there is one: for keys made from data, such as refusal codes.
    pub fn find(&self, key: &str) -> Option<String> {
        catalogue::message(self.language, key, &[])
    }

    /// The sentence of a refusal by its code (`NO_TOKEN_LEFT` → `refusal-no-token-left`).
    pub fn refusal(&self, code: &str) -> String {
        let key = format!("refusal-{}", code.to_ascii_lowercase().replace('_', "-"));
        self.find(&key).unwrap_or_else(|| self.t("refusal-other"))
    }

    /// `Anne, Guy et Claire`.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let names: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match names.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => self.t2("common-list-and", "first", others.join(", "), "last", *last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_sentence_shows_its_name_in_brackets() {
        let words = Words::new(Language::Fr, Tz::Europe__Paris);
        assert_eq!(words.t("no-such-key"), "[no-such-key]");
        assert_eq!(words.find("no-such-key"), None);
    }

    #[test]
    fn a_sentence_whose_variable_is_missing_is_not_shown_half() {
        let words = Words::new(Language::Fr, Tz::Europe__Paris);
        assert_eq!(words.t("common-ago-days"), "[common-ago-days]");
    }

    #[test]
    fn lists_are_joined_as_one_says_them() {
        let french = Words::new(Language::Fr, Tz::Europe__Paris);
        let english = Words::new(Language::En, Tz::Europe__Paris);
        assert_eq!(french.list(&["Anne", "Guy", "Claire"]), "Anne, Guy et Claire");
        assert_eq!(english.list(&["Anne", "Guy"]), "Anne and Guy");
        assert_eq!(french.list(&["Anne"]), "Anne");
        assert_eq!(french.list::<&str>(&[]), "");
    }

    #[test]
    fn an_unknown_refusal_still_has_a_sentence() {
        let words = Words::new(Language::En, Tz::Europe__Paris);
        assert!(!words.refusal("NEVER_HEARD_OF").starts_with('['));
        assert_ne!(words.refusal("NOT_FOUND"), words.refusal("NEVER_HEARD_OF"));
    }
}
