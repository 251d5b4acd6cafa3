//! The review of advisories (`infra/advisories.md`) speaks of the versions that are locked (bar S2).
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use architecture::root;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// Bar S2: so many of the most exposed crates are looked at by hand.
const LEAST: usize = 20;

type Versions = BTreeMap<String, BTreeSet<String>>;

/// Every crate of a lock file, with its versions.
fn locked(lock: &str) -> Versions {
    let mut all = Versions::new();
    let mut lines = lock.lines();
    while let Some(line) = lines.next() {
        let quoted = |line: &str, before: &str| line.strip_prefix(before)?.strip_suffix('"').map(str::to_owned);
        let Some(name) = quoted(line, "name = \"") else { continue };
        let version = lines.next().and_then(|line| quoted(line, "version = \"")).unwrap();
        all.entry(name).or_default().insert(version);
    }
    all
}

/// The crates and versions of the review's table.
fn reviewed(text: &str) -> Versions {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let rows = rows.filter(|(name, _)| !["crate", "---"].contains(name));
    let versions = |rest: &str| rest.split(" | ").next().unwrap_or_default().split(", ").map(str::to_owned).collect();
    rows.map(|(name, rest)| (name.to_owned(), versions(rest))).collect()
}

/// Crates that were looked at in other versions than those that are used.
fn stale(reviewed: &Versions, locked: &Versions) -> Vec<String> {
    let is_stale = |(name, versions): &(&String, &BTreeSet<String>)| locked.get(*name) != Some(versions);
    reviewed.iter().filter(is_stale).map(|(name, _)| name.clone()).collect()
}

#[test]
fn s2_the_versions_that_were_held_against_the_advisories_are_those_that_are_locked() {
    let reviewed = reviewed(&fs::read_to_string(root().join("infra/advisories.md")).unwrap());
    assert!(reviewed.len() >= LEAST, "only {} crates were looked at", reviewed.len());
    let locked = locked(&fs::read_to_string(root().join("Cargo.lock")).unwrap());
    assert_eq!(stale(&reviewed, &locked), Vec::<String>::new(), "look again, and write down the day");
}

#[test]
fn s2_another_version_and_a_crate_that_is_gone_are_named() {
    let locked = locked(
        "name = \"a\"\nversion = \"1.0.0\"\n\nname = \"a\"\nversion = \"2.0.0\"\n\nname = \"b\"\nversion = \"1.0.0\"\n",
    );
    let table =
        "| crate | locked | x |\n| --- | --- | --- |\n| a | 1.0.0, 2.0.0 | x |\n| b | 1.0.1 | x |\n| c | 1.0.0 | x |";
    assert_eq!(stale(&reviewed(table), &locked), ["b", "c"]);
}
