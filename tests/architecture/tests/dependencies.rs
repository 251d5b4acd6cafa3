//! Nothing is declared that nothing uses.

use architecture::dependencies::{Declared, declared, unclaimed, unused};
use architecture::sources::{Source, rust};

#[test]
fn every_crate_names_what_it_declares() {
    let all = declared().unwrap();
    assert!(all.len() > 200, "{}", all.len());
    let found = unused(&all, &rust().unwrap());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_version_of_the_root_manifest_is_used_by_some_crate() {
    let manifest = std::fs::read_to_string(architecture::root().join("Cargo.toml")).unwrap();
    assert_eq!(unclaimed(&manifest, &declared().unwrap()), Vec::<String>::new());
    assert_eq!(unclaimed("[workspace.dependencies]\nuuid = \"1\"\n[x]\ny = 1", &[]), ["uuid"]);
}

#[test]
fn the_check_sees_what_is_planted() {
    let declared = |name: &str, for_tests| Declared {
        by: "kernel".to_owned(),
        folder: "services/kernel".to_owned(),
        name: name.to_owned(),
        for_tests,
    };
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let sources = [
        source("services/kernel/src/lib.rs", "use serde::Serialize; #[tokio::main] // my_uuid::x, chrono"),
        source("services/kernel/tests/it.rs", "use sha2 as hash;"),
        source("services/database/src/lib.rs", "use uuid::Uuid;"),
    ];
    let found = |name, for_tests| unused(&[declared(name, for_tests)], &sources);
    assert_eq!(found("serde", false), Vec::<String>::new());
    assert_eq!(found("tokio", false), Vec::<String>::new());
    assert_eq!(found("sha2", true), Vec::<String>::new());
    assert_eq!(found("sha2", false), ["kernel declares sha2 for use, and only its tests name it"]);
    assert_eq!(found("uuid", false), ["kernel declares uuid and never names it"]);
    assert_eq!(found("chrono", true), ["kernel declares chrono and never names it"]);
}
