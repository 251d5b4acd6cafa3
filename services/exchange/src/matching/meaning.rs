//! What a listing is about, out of its words.

use super::concepts::{Concept, table};
use super::weigh;
use super::words::{Word, denies, language, says_nothing, stem, words};
use crate::Kind;
use kernel::Language;
use std::collections::BTreeMap;

/// What a listing is about and in what way.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meaning {
    /// What it is about, each once, the weightiest first.
    pub(super) topics: Vec<Topic>,
    /// What is done, by the concepts' names.
    pub(super) doings: Vec<&'static str>,
    /// In which ways.
    pub(super) ways: Vec<Way>,
}

/// One thing a listing is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Topic {
    /// A concept's name, or `'` and the stem of a word that stands for none.
    pub term: String,
    /// From 0 to 1: how much the listing is about it.
    pub weight: f64,
    /// The word, as its author wrote it.
    pub written: String,
    /// Whether it stands in the title.
    pub title: bool,
}

/// In which way one helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By a thing to keep.
    Keep,
    /// By a thing to give back.
    Lend,
    /// By one's hands.
    Hands,
    /// By showing how.
    Teach,
    /// By going together.
    Join,
    /// By a roof.
    Roof,
    /// By knowing.
    Know,
    /// By a thing, by one's hands or by showing how, much alike.
    Either,
}

/// What is looked at of a text: the beginning says what it is about.
const WORDS_READ: usize = 160;
/// Words of the text weigh this much beside those of the title.
const IN_TEXT: f64 = 0.35;
/// A word that stands for no concept weighs this much beside one that does.
const UNKNOWN: f64 = 0.45;
/// Words after a denial that it denies.
const DENIED: usize = 3;

impl Meaning {
    /// The meaning of a listing with this title and text, written by somebody whose language is `declared`.
    pub fn of(kind: Kind, title: &str, body: &str, declared: Language) -> Self {
        let (title, mut body) = (words(title), words(body));
        body.truncate(WORDS_READ);
        let all: Vec<Word> = title.iter().chain(&body).cloned().collect();
        let language = language(&all, declared);
        let mut found = Found::default();
        found.read(&title, language, true);
        found.read(&body, language, false);
        found.meaning(kind)
    }

    /// The terms under which the listing is found.
    pub fn terms(&self) -> Vec<&str> {
        self.topics.iter().map(|topic| topic.term.as_str()).collect()
    }

    /// The terms under which its counterparts are found, each with its weight: its own, wider and narrower ones; the weightiest `most`.
    pub fn sought(&self, most: usize) -> Vec<(String, f64)> {
        let own = self.topics.iter().map(|topic| (topic.term.clone(), topic.weight));
        let kin = self
            .topics
            .iter()
            .flat_map(|topic| table().kin(&topic.term).map(move |name| (name.to_owned(), topic.weight * weigh::KIN)));
        let mut all: BTreeMap<String, f64> = BTreeMap::new();
        for (term, weight) in own.chain(kin) {
            let known = all.entry(term).or_insert(weight);
            *known = known.max(weight);
        }
        let mut all: Vec<(String, f64)> = all.into_iter().collect();
        all.sort_by(|one, other| other.1.total_cmp(&one.1));
        all.truncate(most);
        all
    }
}

#[derive(Default)]
struct Found {
    topics: BTreeMap<String, Topic>,
    doings: Vec<&'static str>,
    teaches: bool,
    either: bool,
}

impl Found {
    fn read(&mut self, words: &[Word], language: Language, title: bool) {
        let (mut place, mut denied) = (0, 0_usize);
        while let Some(rest) = words.get(place..).filter(|rest| !rest.is_empty()) {
            let taken = if let Some((concept, taken)) = table().at(rest, language) {
                if denied == 0 {
                    self.concept(concept, rest, taken, title);
                }
                taken
            } else {
                if let (0, Some(word)) = (denied, rest.first()) {
                    self.word(word, title);
                }
                1
            };
            denied = denied.saturating_sub(taken);
            if rest.first().is_some_and(|word| taken == 1 && denies(&word.folded)) {
                denied = DENIED;
            }
            place += taken;
        }
    }

    fn concept(&mut self, concept: &Concept, rest: &[Word], taken: usize, title: bool) {
        if concept.name == "!teach" {
            self.teaches |= title;
            return;
        }
        if concept.doing && !self.doings.contains(&concept.name) {
            self.doings.push(concept.name);
        }
        self.either |= concept.either && title;
        let written: Vec<&str> = rest.iter().take(taken).map(|word| word.written.as_str()).collect();
        let place = if title { 1.0 } else { IN_TEXT };
        self.topic(concept.name.to_owned(), concept.weight * place, written.join(" "), title);
    }

    fn word(&mut self, word: &Word, title: bool) {
        if !says_nothing(&word.folded) {
            let place = if title { 1.0 } else { IN_TEXT };
            self.topic(format!("'{}", stem(&word.folded)), UNKNOWN * place, word.written.clone(), title);
        }
    }

    fn topic(&mut self, term: String, weight: f64, written: String, title: bool) {
        let topic = self.topics.entry(term.clone()).or_insert(Topic { term, weight: 0.0, written, title });
        topic.weight = topic.weight.max(weight);
    }

    fn meaning(self, kind: Kind) -> Meaning {
        let mut topics: Vec<Topic> = self.topics.into_values().collect();
        topics.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.term.cmp(&other.term)));
        let mut ways = vec![match kind {
            Kind::Good => Way::Keep,
            Kind::Loan => Way::Lend,
            Kind::Service => Way::Hands,
            Kind::Skill => Way::Teach,
            Kind::Outing => Way::Join,
            Kind::Housing => Way::Roof,
            Kind::Information => Way::Know,
        }];
        if self.teaches && matches!(kind, Kind::Service | Kind::Outing) {
            ways.push(Way::Teach);
        }
        if self.either && matches!(kind, Kind::Good | Kind::Service | Kind::Skill) {
            ways.push(Way::Either);
        }
        Meaning { topics, doings: self.doings, ways }
    }
}
