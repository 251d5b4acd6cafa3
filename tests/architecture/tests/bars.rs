//! The table of the bars (`infra/bars.md`) says nothing that is not there (S8), and what holds for every crate (S1).
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use architecture::{
    root,
    sources::{Source, rust},
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The letters of the design and how many bars each has: 141.
const BARS: [(char, u32); 14] = [
    ('T', 13),
    ('G', 14),
    ('A', 10),
    ('W', 10),
    ('U', 7),
    ('E', 14),
    ('L', 9),
    ('M', 8),
    ('D', 14),
    ('C', 8),
    ('R', 7),
    ('P', 8),
    ('X', 10),
    ('S', 9),
];

struct Row {
    state: String,
    tests: Vec<String>,
    remark: String,
}

fn table(text: &str) -> BTreeMap<String, Row> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = rows.map(|row| row.split(" | ").map(str::trim).collect::<Vec<_>>());
    let rows = cells.filter_map(|cells| match cells.as_slice() {
        [bar, state, tests, remark] if *bar != "bar" && *bar != "---" => {
            let tests = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            Some(((*bar).to_owned(), Row { state: (*state).to_owned(), tests, remark: (*remark).to_owned() }))
        }
        _ => None,
    });
    rows.collect()
}

/// What is wrong with the table, given the tests there are.
fn faults(table: &BTreeMap<String, Row>, tests: &BTreeSet<String>) -> Vec<String> {
    let wanted = BARS.iter().flat_map(|(letter, last)| (1..=*last).map(move |number| format!("{letter}{number}")));
    let missing = wanted.filter(|bar| !table.contains_key(bar)).map(|bar| format!("{bar} is missing"));
    let wrong = table.iter().flat_map(|(bar, row)| {
        let mut wrong = Vec::new();
        if !["met", "part", "later", "no"].contains(&row.state.as_str()) {
            wrong.push(format!("{bar} is {:?}", row.state));
        }
        if row.state != "met" && row.remark.is_empty() {
            wrong.push(format!("{bar} does not say why"));
        }
        if row.state == "met" && row.tests.is_empty() && row.remark.is_empty() {
            wrong.push(format!("{bar} is met by nothing"));
        }
        wrong.extend(row.tests.iter().filter(|test| !tests.contains(*test)).map(|test| format!("{bar}: no {test}")));
        wrong
    });
    missing.chain(wrong).collect()
}

/// The functions of the sources, and the scripts of `infra/attack`: each of those is one test.
fn names_of_tests(sources: &[Source]) -> BTreeSet<String> {
    let functions = sources.iter().flat_map(|source| source.text.split("fn ").skip(1));
    let functions = functions.filter_map(|rest| rest.split('(').next()).map(str::to_owned);
    let attacks = fs::read_dir(root().join("infra/attack")).unwrap();
    functions.chain(attacks.map(|entry| entry.unwrap().file_name().into_string().unwrap())).collect()
}

#[test]
fn s8_every_bar_is_in_the_table_and_its_tests_exist() {
    let text = fs::read_to_string(root().join("infra/bars.md")).unwrap();
    let table = table(&text);
    assert_eq!(table.len(), 141);
    assert_eq!(faults(&table, &names_of_tests(&rust().unwrap())), Vec::<String>::new());
    let count = |state: &str| table.values().filter(|row| row.state == state).count();
    let (met, part, later, no) = (count("met"), count("part"), count("later"), count("no"));
    let sentence = format!("Today: {met} met, {part} in part, {later} later, {no} not yet.");
    assert!(text.contains(&sentence), "the table says: {sentence}");
}

#[test]
fn s8_the_check_sees_what_is_planted() {
    let planted = "| T1 | met | `no_such_test` |  |\n| T2 | perhaps |  | x |\n| T3 | no |  |  |\n| T4 | met |  |  |";
    let found = faults(&table(planted), &names_of_tests(&rust().unwrap()));
    for fault in
        ["T1: no no_such_test", "T2 is \"perhaps\"", "T3 does not say why", "T4 is met by nothing", "S9 is missing"]
    {
        assert!(found.iter().any(|one| one == fault), "{fault} is not among {found:?}");
    }
}

#[test]
fn s1_no_crate_may_use_unsafe_code() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    let inside = |folder: &str| fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let crates = inside("services").chain(inside("tests")).chain([root().join("graphql"), root().join("workers")]);
    let manifests: Vec<_> = crates.map(|own| own.join("Cargo.toml")).filter(|path| path.exists()).collect();
    assert!(manifests.len() > 15, "{manifests:?}");
    for path in manifests {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("[lints]\nworkspace = true"), "{} has lints of its own", path.display());
    }
}
