//! What words stand for: the table `concepts.txt`, read once.

use super::words::{Word, fold, stem};
use kernel::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Counts up when the table or the cutting changes in a way that makes kept meanings wrong: every open listing is then read anew.
pub const VERSION: i16 = 1;

/// A thing, a field or a doing that words stand for.
#[derive(Debug)]
pub(super) struct Concept {
    pub name: &'static str,
    pub wider: Option<&'static str>,
    /// How much it says of what a listing is about.
    pub weight: f64,
    /// Whether it is what is done, rather than what it is done to.
    pub doing: bool,
    /// Whether the thing and the service are the same help.
    pub either: bool,
}

/// The table, looked up by first words.
pub(super) struct Table {
    concepts: Vec<Concept>,
    places: HashMap<&'static str, usize>,
    french: Lexicon,
    english: Lexicon,
}

/// The phrases of a language by how they begin; the longest first.
#[derive(Default)]
struct Lexicon(HashMap<String, Vec<Phrase>>);

struct Phrase {
    words: Vec<Pattern>,
    concept: usize,
}

enum Pattern {
    Whole(String),
    Beginning(String),
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("concepts.txt")));

/// The table.
pub(super) fn table() -> &'static Table {
    &TABLE
}

/// What is done says half as much as what it is done to.
const DOING: f64 = 0.5;
/// Letters that every pattern begins with: the key of the lexicon.
const KEY: usize = 2;

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self {
            concepts: Vec::new(),
            places: HashMap::new(),
            french: Lexicon::default(),
            english: Lexicon::default(),
        };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut parts = line.split('|');
            let (Some(head), Some(french), Some(english)) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let place = table.concepts.len();
            let concept = Concept::read(head);
            table.places.insert(concept.name, place);
            table.concepts.push(concept);
            table.french.take(french, place);
            table.english.take(english, place);
        }
        table.french.sort();
        table.english.sort();
        table
    }

    /// The concept that begins at this word, and how many words it takes; of several the longest.
    pub fn at(&self, words: &[Word], language: Language) -> Option<(&Concept, usize)> {
        let lexicon = match language {
            Language::Fr => &self.french,
            Language::En => &self.english,
        };
        let phrase = lexicon.at(words)?;
        Some((self.concepts.get(phrase.concept)?, phrase.words.len()))
    }

    /// The concept of this name.
    pub fn named(&self, name: &str) -> Option<&Concept> {
        self.concepts.get(*self.places.get(name)?)
    }

    /// What a search for this concept looks for as well: the wider one, and the narrower ones.
    pub fn kin<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let wider = self.named(name).and_then(|one| one.wider);
        let narrower = self.concepts.iter().filter(move |one| one.wider == Some(name)).map(|one| one.name);
        wider.into_iter().chain(narrower)
    }
}

impl Concept {
    fn read(head: &'static str) -> Self {
        let mut concept = Self { name: "", wider: None, weight: 1.0, doing: false, either: false };
        let mut wider = false;
        for part in head.split_whitespace() {
            match part {
                "<" => wider = true,
                "~" => concept.either = true,
                part if wider => (concept.wider, wider) = (Some(part), false),
                part => match part.strip_prefix('@') {
                    Some(weight) => concept.weight = weight.parse().unwrap_or(1.0),
                    None if part.starts_with('!') => {
                        (concept.name, concept.doing, concept.weight) = (part, true, DOING);
                    }
                    None => concept.name = part,
                },
            }
        }
        concept
    }
}

impl Lexicon {
    fn take(&mut self, phrases: &str, concept: usize) {
        for phrase in phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            let words: Vec<Pattern> = phrase.split_whitespace().map(Pattern::read).collect();
            let key: String = phrase.chars().take(KEY).collect();
            self.0.entry(key.trim().to_owned()).or_default().push(Phrase { words, concept });
        }
    }

    /// The longest first; of the same length, whole words before beginnings.
    fn sort(&mut self) {
        for phrases in self.0.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.exactness()));
        }
    }

    fn at(&self, words: &[Word]) -> Option<&Phrase> {
        let first = &words.first()?.folded;
        let key: String = first.chars().take(KEY).collect();
        self.0.get(&key)?.iter().find(|phrase| phrase.fits(words))
    }
}

impl Phrase {
    fn fits(&self, words: &[Word]) -> bool {
        words.len() >= self.words.len()
            && self.words.iter().zip(words).all(|(pattern, word)| pattern.fits(&word.folded))
    }

    fn exactness(&self) -> (usize, usize) {
        (self.words.len(), self.words.iter().map(Pattern::letters).sum())
    }
}

impl Pattern {
    fn read(word: &str) -> Self {
        match word.strip_suffix('*') {
            Some(beginning) => Self::Beginning(fold(beginning)),
            None => Self::Whole(fold(word)),
        }
    }

    fn fits(&self, folded: &str) -> bool {
        match self {
            Self::Whole(word) => word == folded || (word.len() > 3 && stem(word) == stem(folded)),
            Self::Beginning(beginning) => folded.starts_with(beginning.as_str()),
        }
    }

    fn letters(&self) -> usize {
        match self {
            Self::Whole(word) => word.len() + 1,
            Self::Beginning(word) => word.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn at(text: &str, language: Language) -> Option<&'static str> {
        table().at(&words(text), language).map(|(concept, _)| concept.name)
    }

    #[test]
    fn the_longest_phrase_wins_in_its_own_language() {
        assert_eq!(at("machines à laver", Language::Fr), Some("appliance"));
        assert_eq!(at("machine à coudre", Language::Fr), Some("sewing"));
        assert_eq!(at("washing machine", Language::En), Some("appliance"));
        assert_eq!(at("chat", Language::Fr), Some("cat"));
        assert_eq!(at("chat", Language::En), None);
    }

    #[test]
    fn every_wider_concept_stands_in_the_table_and_every_name_once() {
        let mut names: Vec<&str> = table().concepts.iter().map(|one| one.name).collect();
        assert!(table().concepts.iter().all(|one| one.wider.is_none_or(|wider| names.contains(&wider))));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(all > 150, "{all}");
    }
}
