//! What must hold whatever bytes come from outside: one function a reader of ours, each panics when something does not hold.
//!
//! `infra/attack/g13_no_bytes_break_a_reader` lets libFuzzer look for such bytes (`infra/fuzz`); the tests beside this library throw
//! a bounded number of mutations of the same seeds at the same functions in every run. What was found stays in `corpus/`.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod letter;
mod picture;
mod seeds;

pub use letter::letter;
pub use picture::picture;
pub use seeds::{Dice, mutated, seeds};

use async_graphql::{Request, Variables};
use community::HostName;
use graphql::guard::{self, Leave};
use kernel::{Cursor, EmailAddress};
use server::commands::import::{read_members, read_sponsorships};
use std::{io, time::Duration};

/// A reader of bytes from outside.
pub type Target = fn(&[u8]);

/// All of them by name.
pub const TARGETS: [(&str, Target); 5] =
    [("guard", guard), ("host", host), ("rows", rows), ("letter", letter), ("picture", picture)];

/// The bar's figure (G13), which holds for what is shipped; without optimisation ten times as much is allowed.
const PATIENCE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });

/// A GraphQL document, after a line of variables: the guard answers, soon, and alike when it is asked again; what it admits is
/// within the limits.
pub fn guard(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (variables, document) = text.split_once('\n').unwrap_or(("", &text));
    let variables = serde_json::from_str(variables).map(Variables::from_json).unwrap_or_default();
    let ask = |introspection| {
        let request = Request::new(document).variables(variables.clone());
        guard::admit(request, Leave { introspection, subscription: true })
    };
    let began = std::time::Instant::now();
    let answer = ask(true);
    assert!(began.elapsed() < PATIENCE, "{:?} for {} bytes", began.elapsed(), data.len());
    let words = answer.as_ref().map_err(|broken| broken.code());
    assert_eq!(words.map(drop), ask(true).as_ref().map(drop).map_err(|broken| broken.code()), "told differently");
    match answer {
        Ok(mut request) => {
            assert!(document.len() <= graphql::limits::DOCUMENT_BYTES);
            let _kinds = (guard::is_mutation(&mut request), guard::is_subscription(&mut request));
        }
        // Whoever may see less is admitted to less.
        Err(_) => assert!(ask(false).is_err()),
    }
}

/// A name in a `Host` header, one that an owner wrote, an address, a place in a list: what is taken is taken again as it was
/// printed, and holds nothing that could leave its place in a header, an address or a log line.
pub fn host(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(name) = HostName::from_header(&text) {
        assert_eq!(HostName::from_header(name.as_str()), Some(name.clone()));
        is_a_name(name.as_str());
        assert!(text.starts_with(name.as_str()), "{text:?} became {name}");
    }
    if let Ok(name) = HostName::from_owner(&text) {
        assert_eq!(HostName::from_header(name.as_str()), Some(name.clone()), "{text:?}");
        assert_eq!(HostName::from_owner(name.as_str()).unwrap(), name, "{text:?}");
        is_a_name(name.as_str());
        assert!(!name.as_str().split('.').all(|label| label.bytes().all(|sign| sign.is_ascii_digit())), "{name}");
    }
    if let Ok(address) = text.parse::<EmailAddress>() {
        let printed = address.to_string();
        assert_eq!(printed.parse::<EmailAddress>().unwrap(), address, "{text:?}");
        assert!(
            !printed.chars().any(|sign| sign.is_control() || sign.is_whitespace() || "<>,;\"".contains(sign)),
            "{printed:?}"
        );
    }
    if let Some(cursor) = Cursor::decode(&text) {
        assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
    }
}

fn is_a_name(name: &str) {
    let sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || ".-".contains(sign);
    assert!(!name.is_empty() && name.len() <= 253 && name.chars().all(sign), "{name:?}");
}

/// The files of an existing community: every row is a person, a word, or named by the line it stands on, in the file's order.
pub fn rows(data: &[u8]) {
    let mut last = 0;
    for (line, row) in read_members(io::Cursor::new(data.to_vec())) {
        // A row may end in the middle of a line: old files end theirs with a carriage return alone.
        assert!(line >= last, "line {line} comes after line {last}");
        last = line;
        if let Ok(member) = row {
            assert_eq!(member.line, line);
            assert!(!member.key.is_empty() || member.email.is_empty(), "an address serves as key");
        }
    }
    for (line, row) in read_sponsorships(io::Cursor::new(data.to_vec())) {
        assert!(row.map_or_else(|why| !why.is_empty(), |word| word.line == line), "line {line}");
    }
}
