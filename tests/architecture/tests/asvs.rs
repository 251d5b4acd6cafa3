//! The table of OWASP's requirements (`infra/asvs.md`) says nothing that is not there (bar S6).
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use architecture::{
    root,
    sources::{Source, rust},
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// How many requirements of level 1 and of level 2 each chapter of ASVS 5.0.0 has: 70 and 183.
const CHAPTERS: [(u32, usize, usize); 17] = [
    (1, 8, 19),
    (2, 4, 7),
    (3, 8, 11),
    (4, 2, 8),
    (5, 4, 5),
    (6, 13, 22),
    (7, 6, 12),
    (8, 4, 3),
    (9, 4, 3),
    (10, 5, 24),
    (11, 3, 11),
    (12, 3, 6),
    (13, 1, 12),
    (14, 2, 7),
    (15, 3, 10),
    (16, 0, 16),
    (17, 0, 7),
];

/// Who may owe something.
const OWNERS: [&str; 3] = ["founders", "operator", "founders, operator"];

struct Row {
    id: String,
    level: String,
    asks: String,
    state: String,
    shown: Vec<String>,
    remark: String,
    owner: String,
}

impl Row {
    /// Chapter, section and number: `V1.2.10` is 1, 2, 10.
    fn number(&self) -> Option<[u32; 3]> {
        let numbers: Option<Vec<u32>> = self.id.strip_prefix('V')?.split('.').map(|part| part.parse().ok()).collect();
        numbers?.try_into().ok()
    }

    fn is_gap(&self) -> bool {
        ["part", "no"].contains(&self.state.as_str())
    }

    /// What is wrong with this row by itself, given what it may name.
    fn faults(&self, is_there: impl Fn(&str) -> bool) -> Vec<String> {
        let (gap, remark) = (self.is_gap(), !self.remark.is_empty());
        let absent = self.shown.iter().filter(|name| !is_there(name)).map(|name| format!("there is no {name}"));
        let wrong = [
            (self.number().is_none(), "is no number"),
            (!["1", "2"].contains(&self.level.as_str()), "has no level"),
            (self.asks.is_empty(), "does not say what it asks"),
            (!gap && !["met", "not applicable"].contains(&self.state.as_str()), "has no state"),
            (self.state == "met" && self.shown.is_empty(), "is shown by nothing"),
            (self.state != "met" && !remark, "does not say why"),
            (
                gap != OWNERS.contains(&self.owner.as_str()) || !gap && !self.owner.is_empty(),
                "has no owner, or one for nothing",
            ),
        ];
        let wrong = wrong.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what.to_owned());
        wrong.chain(absent).map(|what| format!("{}: {what}", self.id)).collect()
    }
}

/// The lines of the table; one that lacks a cell, or has one too many, is no row.
fn table(text: &str) -> Vec<Row> {
    let lines = text.lines().filter(|line| line.starts_with("| V"));
    let cells = lines.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let rows = cells.filter_map(|cells| match cells.as_slice() {
        ["", id, level, asks, state, shown, remark, owner, ""] => {
            let shown = shown.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            let [id, level, asks, state, remark, owner] =
                [id, level, asks, state, remark, owner].map(|cell| (*cell).to_owned());
            Some(Row { id, level, asks, state, shown, remark, owner })
        }
        _ => None,
    });
    rows.collect()
}

/// What is wrong with the table, given the tests there are.
fn faults(table: &[Row], tests: &BTreeSet<String>) -> Vec<String> {
    let is_file = |name: &str| (name.contains('/') || name.contains('.')) && root().join(name).is_file();
    let mut wrong: Vec<String> =
        table.iter().flat_map(|row| row.faults(|name| tests.contains(name) || is_file(name))).collect();
    for (before, after) in table.iter().zip(table.iter().skip(1)) {
        if before.number() >= after.number() {
            wrong.push(format!("{} comes after {}", after.id, before.id));
        }
    }
    let mut there: BTreeMap<(u32, &str), usize> = BTreeMap::new();
    for row in table {
        let [chapter, ..] = row.number().unwrap_or_default();
        *there.entry((chapter, &row.level)).or_default() += 1;
    }
    for (chapter, first, second) in CHAPTERS {
        let count = |level| there.get(&(chapter, level)).copied().unwrap_or(0);
        if (count("1"), count("2")) != (first, second) {
            wrong.push(format!("V{chapter} has {} and {} rows", count("1"), count("2")));
        }
    }
    wrong
}

/// Functions that are marked as tests, and the scripts of `infra/attack`: each of those is one test.
fn names_of_tests(sources: &[Source]) -> BTreeSet<String> {
    let functions = sources.iter().flat_map(|source| tests_of(&source.text));
    let attacks = fs::read_dir(root().join("infra/attack")).unwrap();
    functions.chain(attacks.map(|entry| entry.unwrap().file_name().into_string().unwrap())).collect()
}

/// The names of the tests of one source: a function whose attributes, just before it, say that it is one.
fn tests_of(text: &str) -> Vec<String> {
    let (mut found, mut is_test) = (Vec::new(), false);
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[") {
            is_test |= line.contains("test]") || line.contains("test(");
        } else if !line.starts_with("//") {
            let function = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ");
            found.extend(function.filter(|_| is_test).and_then(|rest| rest.split('(').next()).map(str::to_owned));
            is_test = false;
        }
    }
    found
}

#[test]
fn s6_every_requirement_has_its_row_its_state_its_proof_and_its_owner() {
    let text = fs::read_to_string(root().join("infra/asvs.md")).unwrap();
    let table = table(&text);
    assert_eq!(faults(&table, &names_of_tests(&rust().unwrap())), Vec::<String>::new());
    assert_eq!(table.len(), 253);
    let count = |is_one: &dyn Fn(&Row) -> bool| table.iter().filter(|row| is_one(row)).count();
    let state = |name: &'static str| count(&move |row: &Row| row.state == name);
    let gaps = |level: &'static str| count(&move |row: &Row| row.is_gap() && row.level == level);
    let (met, part, no, none) = (state("met"), state("part"), state("no"), state("not applicable"));
    let all = part + no;
    let sentence = format!(
        "Today: {met} met, {part} in part, {no} not met, {none} not applicable. Of the {all} gaps, {} are of level 1 and {} of level 2.",
        gaps("1"),
        gaps("2")
    );
    assert!(text.contains(&sentence), "the table says: {sentence}");
}

#[test]
fn s6_the_check_sees_what_is_planted() {
    let tests = names_of_tests(&rust().unwrap());
    let planted = "\
        | V1.1.2 | 2 | x | met | `no_such_test` |  |  |\n\
        | V1.1.1 | 2 | x | perhaps | `Cargo.toml` | x |  |\n\
        | V1.2.1 | 1 | x | part | `infra/no-such-file.md` | x |  |\n\
        | V1.2.2 | 1 | x | no |  |  | founders |\n\
        | V1.2.3 | 3 |  | met |  |  |  |\n\
        | V1.2.3 | 1 | x | met | `faults` |  | operator |\n\
        | V1.x | 1 | x | not applicable |  |  |  |\n\
        | V1.9.9 | 1 | one cell too few | met | `Cargo.toml` |  |";
    let found = faults(&table(planted), &tests);
    for fault in [
        "V1.1.2: there is no no_such_test",
        "V1.1.1: has no state",
        "V1.1.1 comes after V1.1.2",
        "V1.2.1: there is no infra/no-such-file.md",
        "V1.2.1: has no owner, or one for nothing",
        "V1.2.2: does not say why",
        "V1.2.3: has no level",
        "V1.2.3: does not say what it asks",
        "V1.2.3: is shown by nothing",
        "V1.2.3 comes after V1.2.3",
        "V1.2.3: there is no faults",
        "V1.2.3: has no owner, or one for nothing",
        "V1.x: is no number",
        "V1.x: does not say why",
        "V1 has 3 and 2 rows",
        "V17 has 0 and 0 rows",
    ] {
        assert!(found.iter().any(|one| one == fault), "{fault} is not among {found:#?}");
    }
    assert!(!found.iter().any(|one| one.contains("Cargo.toml")), "a file that is there is one");
}
