//! Documents as nobody would write them: the bars G12 and G13. Some ten thousands here; with `MAILLON_LONG` a
//! million through the guard.

use super::*;
use crate::{
    answer::tidy,
    documents,
    door::tests::{COMMUNITY, door},
    visit::{Origin, Visit},
};
use futures_util::StreamExt as _;
use kernel::{Caller, Language};
use std::{collections::BTreeMap, sync::Arc};

const LEAVE: Leave = Leave { introspection: true, subscription: true };

/// Bits in an order that is the same in every run (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`; 0 when there is nothing below.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % (end.max(1) as u64)).unwrap()
    }
}

/// What stands between the words of documents, and what breaks readers.
const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "!",
    "...",
    "@",
    "$",
    "=",
    "|",
    "&",
    "\"",
    "\"\"\"",
    "#",
    ",",
    "\u{feff}",
    "\0",
    "\\u0000",
    "\\uD800",
    "é",
    "\u{202e}",
    "fragment F on Query{...F}",
    "...F",
    "query Q($v:[[Int!]!]=[[1]]){",
    "mutation{",
    "subscription{",
    "@skip(if:true)",
    "@include(if:$x)",
    "__schema",
    "__type(name:\"X\")",
    "__typename",
    "first:100",
    "first:-1",
    "first:99999999999999999999",
    "1e999",
    "-0",
    "true",
    "null",
    "on ",
    "a:",
    "node(id:\"\")",
];

fn corpus() -> Vec<String> {
    let asked =
        documents::all().into_iter().chain(documents::rows(3, "bm90aGluZw")).chain(documents::everything("bm90aGluZw"));
    let mut corpus: Vec<String> = asked.map(|(_, document)| document).collect();
    corpus.push("query Q($id: ID!, $n: Int = 3) { a: node(id: $id) { __typename ...F } members(first: $n) { nodes { id } } } fragment F on Member { name }".to_owned());
    corpus.push("{ __schema { types { name fields { name args { name defaultValue } } } } }".to_owned());
    corpus
}

/// One document with up to eight things done to it.
fn mutated(corpus: &[String], dice: &mut Dice) -> String {
    let mut text: Vec<char> = corpus[dice.below(corpus.len())].chars().collect();
    for _ in 0..=dice.below(8) {
        let (from, to) = (dice.below(text.len() + 1), dice.below(text.len() + 1));
        let (from, to) = (from.min(to), from.max(to));
        match dice.below(5) {
            0 => drop(text.drain(from..to.min(from + 12))),
            1 => {
                let again: Vec<char> = text[from..to].to_vec();
                text.splice(from..from, again);
            }
            2 => drop(text.splice(from..from, PIECES[dice.below(PIECES.len())].chars())),
            3 => drop(text.splice(from.., corpus[dice.below(corpus.len())].chars().skip(from).collect::<Vec<_>>())),
            _ => {
                if let Some(sign) = text.get_mut(from) {
                    *sign = char::from_u32(u32::try_from(dice.below(0x2_0000)).unwrap()).unwrap_or('x');
                }
            }
        }
        text.truncate(40_000);
    }
    text.into_iter().collect()
}

fn how_many(short: usize) -> usize {
    if std::env::var_os("MAILLON_LONG").is_some() { 1_000_000 } else { short }
}

#[test]
fn g13_whatever_is_sent_the_guard_answers() {
    let (corpus, mut dice) = (corpus(), Dice(0x6d61_696c_6c6f_6e21));
    let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..how_many(50_000) {
        let text = mutated(&corpus, &mut dice);
        let answer = admit(Request::new(text), LEAVE).map_or_else(Broken::code, |_| "admitted");
        *answers.entry(answer).or_default() += 1;
    }
    // The mutations reach past the parser, and every kind of refusal.
    assert!(answers["admitted"] > 1_000 && answers.len() >= 4, "{answers:?}");
}

/// What no answer may show of the inside.
const INSIDE: &[&str] = &[
    "select ",
    "insert ",
    "sqlx",
    "postgres",
    "panicked",
    ".rs",
    "/src/",
    "connection refused",
    "PoolTimedOut",
    "kernel::",
];

#[tokio::test]
async fn g12_no_answer_shows_the_inside() {
    let (corpus, mut dice) = (corpus(), Dice(0x6d61_696c_6c6f_6e12));
    let door = door();
    let mut ran = 0;
    for _ in 0..how_many(10_000).min(100_000) {
        let text = mutated(&corpus, &mut dice);
        let Ok(request) = admit(Request::new(text.clone()), LEAVE) else { continue };
        let visit = Arc::new(Visit::new(Caller::anonymous(COMMUNITY, Language::En), None, Origin::default()));
        let mut stream = door.schema.execute_stream(door.prepare(request, visit));
        let Some(mut answer) = stream.next().await else { continue };
        tidy(&mut answer, true);
        ran += 1;
        let told = serde_json::to_string(&answer).unwrap();
        // What was typed may come back; what was not may not.
        let leaked = INSIDE.iter().find(|inside| told.contains(**inside) && !text.contains(**inside));
        assert_eq!(leaked, None, "{text}\n{told}");
    }
    assert!(ran > 500, "{ran}");
}
