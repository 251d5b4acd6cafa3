//! What no source of the tree may hold.

use architecture::sources::{Source, all, rust};

/// Paths whose files match, as one readable list.
fn offenders(sources: &[Source], offends: impl Fn(&Source) -> bool) -> Vec<&str> {
    sources.iter().filter(|source| offends(source)).map(|source| source.path.as_str()).collect()
}

#[test]
fn no_source_is_longer_than_four_hundred_lines() {
    let sources = rust().unwrap();
    assert!(sources.len() > 50, "the tree was not read");
    assert_eq!(offenders(&sources, |source| source.text.lines().count() > 400), Vec::<&str>::new());
}

#[test]
fn a_module_lies_beside_its_folder_and_never_in_mod_rs() {
    assert_eq!(offenders(&rust().unwrap(), |source| source.path.ends_with("mod.rs")), Vec::<&str>::new());
}

#[test]
fn the_sql_of_a_noun_is_private_to_it() {
    let public = |line: &str| line.starts_with("pub mod store") || line.starts_with("pub use store");
    // The server has no SQL; its inbox keeps letters in a module of the same name.
    let noun = |source: &Source| source.path.starts_with("services/") && !source.path.starts_with("services/server/");
    let found = rust().unwrap();
    assert_eq!(offenders(&found, |source| noun(source) && source.text.lines().any(public)), Vec::<&str>::new());
}

#[test]
fn a_lint_is_only_ever_expected_and_with_a_reason() {
    let silenced = ["#[al", "low("].concat();
    let silenced_all = ["#![al", "low("].concat();
    let expected = ["#[ex", "pect("].concat();
    let bad = |source: &Source| {
        source.text.contains(&silenced)
            || source.text.contains(&silenced_all)
            || source
                .text
                .split(&expected)
                .skip(1)
                .any(|after| after.split(']').next().is_some_and(|attribute| !attribute.contains("reason")))
    };
    assert_eq!(offenders(&rust().unwrap(), bad), Vec::<&str>::new());
}

#[test]
fn no_test_is_skipped() {
    let ignored = ["#[ig", "nore"].concat();
    assert_eq!(offenders(&rust().unwrap(), |source| source.text.contains(&ignored)), Vec::<&str>::new());
}

#[test]
fn doors_hold_no_sql() {
    let doors = ["services/web/", "services/api/", "graphql/", "workers/", "services/server/src/"];
    let bad = |source: &Source| {
        let uses = [["use sql", "x"].concat(), ["sql", "x::query"].concat(), ["sql", "x::raw"].concat()];
        doors.iter().any(|door| source.path.starts_with(door)) && uses.iter().any(|word| source.text.contains(word))
    };
    assert_eq!(offenders(&rust().unwrap(), bad), Vec::<&str>::new());
}

/// One use case is one transaction of the house: a door that opens its own goes around the permission table.
#[test]
fn doors_open_no_transaction_and_refuse_nobody_themselves() {
    let doors = ["services/web/src/", "services/api/src/", "graphql/src/", "workers/src/"];
    let opens = [
        [".beg", "in("].concat(),
        [".begin_pub", "lic("].concat(),
        [".begin_plat", "form("].concat(),
        [".begin_acc", "ount("].concat(),
    ];
    // `.may(…)` only asks what to draw; `.must(…)` would be a rule of the door's own, and what it refuses stands in the journal.
    let refuses = |line: &str| line.contains(&[".mu", "st("].concat()) || line.contains(&[".den", "ied("].concat());
    let bad = |source: &Source| {
        doors.iter().any(|door| source.path.starts_with(door))
            && (opens.iter().any(|word| source.text.contains(word)) || source.text.lines().any(refuses))
    };
    assert_eq!(offenders(&rust().unwrap(), bad), Vec::<&str>::new());
}

/// What is refused stands in the journal as an attempt: whoever only asks whether something is allowed asks with `may`.
#[test]
fn nobody_asks_by_being_refused() {
    let word = [".mu", "st("].concat();
    let asks = |line: &str| {
        line.contains(&word) && [").is_err()", ").is_ok()", ").ok()"].iter().any(|swallowed| line.contains(swallowed))
    };
    let bad = |source: &Source| {
        let house = source.path.starts_with("services/") && source.path.contains("/src/");
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        house && code.lines().any(asks)
    };
    assert_eq!(offenders(&rust().unwrap(), bad), Vec::<&str>::new());
}

/// A clone runs anywhere: nothing says where the writer's copy lay, or from which registry something once came.
#[test]
fn no_file_holds_a_path_of_a_machine_or_the_host_of_a_registry() {
    let words = [
        ["/work", "/main"].concat(),
        ["/work", "/shared"].concat(),
        ["/work", "/.lib"].concat(),
        ["/root", "/."].concat(),
        ["registry.npm", "js.org"].concat(),
        ["/home", "/runner"].concat(),
    ];
    let bad = |source: &Source| words.iter().any(|word| source.text.contains(word));
    assert_eq!(offenders(&all().unwrap(), bad), Vec::<&str>::new());
}
