//! The lab's answers against the worked case (from networkx, an independent oracle) and against small cases done by hand.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use trust::lab::{LabError, answer, answer_file};

/// Where the real graphs are; they never enter the repository.
pub(super) fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("MAILLON_TRUST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/trust"), PathBuf::from);
    if folder.join("sample_case.json").exists() {
        return Some(folder);
    }
    eprintln!(
        "ABSENT: no sample_case.json in {}; set MAILLON_TRUST_DATA to compare with the real graphs",
        folder.display()
    );
    None
}

fn answered(case: Value) -> Value {
    let case = serde_json::from_value(case).unwrap();
    serde_json::to_value(answer(&case, Path::new(".")).unwrap()).unwrap()
}

#[test]
fn the_sample_case_is_answered_as_the_oracle_did() {
    let Some(folder) = data() else { return };
    let path = folder.join("sample_case.json");
    let case: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let (got, expected) = (answer_file(&path).unwrap(), &case["expected"]);
    for part in expected.as_object().unwrap().keys() {
        assert_eq!(got[part], expected[part], "{part}");
    }
    assert_eq!(&got, expected);
}

#[test]
fn a_bridge_is_named_and_two_founders_make_two_paths() {
    // 1 and 2 are founders; 3 knows both; 4 and 5 know only 3; 6 knows 4 and 5; 7 → 8 stand apart.
    let got = answered(json!({
        "edges": [[1, 3], [2, 3], [3, 4], [3, 5, "extra"], [4, 6], [5, 6], [6, 6], [4, 6], [6, 1], [7, 8]],
        "founders": [1, 2],
        "queries": {"members": [1, 3, 6, 8, 99], "reach": true, "dominated": [3, 1], "pairs": [[3, 6], [6, 3], [7, 1]],
                    "applicants": [{"name": "x", "sponsors": [4, 5, 4, 99]}, {"name": "y", "sponsors": [3, 1]}],
                    "expulsions": [{"remove": [3], "watch": [6, 1, 3]}]}
    }));
    assert_eq!(
        got,
        json!({
            "members": [
                {"id": 1, "kappa": "founder", "dist": 0, "dominators": []},
                {"id": 3, "kappa": 2, "dist": 1, "dominators": []},
                {"id": 6, "kappa": 1, "dist": 3, "dominators": [3]},
                {"id": 8, "kappa": 0, "dist": null, "dominators": null},
                {"id": 99, "kappa": 0, "dist": null, "dominators": null}
            ],
            "applicants": [
                {"name": "x", "active_sponsors": 2, "kappa": 1, "dist": 3, "dominators": [3]},
                {"name": "y", "active_sponsors": 2, "kappa": 2, "dist": 1, "dominators": []}
            ],
            "dominated": [{"id": 3, "set": [4, 5, 6]}, {"id": 1, "set": []}],
            "reach": {"reachable": 6, "active": 8, "kappa_ge_2": 1, "max_dist": 3},
            "pairs": [
                {"a": 3, "b": 6, "length": 2, "disjoint_directed": 2, "disjoint_undirected": 3, "common_sponsors": []},
                {"a": 6, "b": 3, "length": 2, "disjoint_directed": 1, "disjoint_undirected": 3, "common_sponsors": []},
                {"a": 7, "b": 1, "length": null, "disjoint_directed": 0, "disjoint_undirected": 0, "common_sponsors": []}
            ],
            "expulsions": [{"remove": [3], "orphans": [4, 5, 6], "kappa_after": [[6, 0], [1, "founder"], [3, 0]]}]
        })
    );
}

#[test]
fn a_set_beyond_two_hundred_is_given_by_size_and_fingerprint() {
    let edges: Vec<[u32; 2]> = (0..300).map(|n| [n, n + 1]).collect();
    let got = answered(json!({"edges": edges, "founders": [0], "queries": {"dominated": [0, 100]}}));
    assert_eq!(got["dominated"][0]["set"]["size"], 300);
    assert!(got["dominated"][0]["set"]["fnv"].is_u64());
    assert_eq!(got["dominated"][1]["set"].as_array().map(Vec::len), Some(200));
}

#[test]
fn a_chain_of_a_hundred_thousand_neither_overflows_nor_lasts() {
    let edges: Vec<[u32; 2]> = (0..100_000).map(|n| [n, n + 1]).collect();
    let got = answered(json!({"edges": edges, "founders": [0], "queries": {"members": [100_000], "reach": true}}));
    assert_eq!(got["members"][0]["kappa"], 1);
    assert_eq!(got["members"][0]["dominators"]["size"], 100_000);
    assert_eq!(got["reach"]["max_dist"], 100_000);
}

#[test]
fn a_case_without_edges_or_with_words_for_numbers_is_refused() {
    let none = serde_json::from_value(json!({"founders": [1]})).unwrap();
    assert!(matches!(answer(&none, Path::new(".")), Err(LabError::NoEdges)));
    let words = serde_json::from_value(json!({"edges": [[1, 2], ["a", "b"]]})).unwrap();
    assert!(matches!(answer(&words, Path::new(".")), Err(LabError::Line(2))));
    let absent = serde_json::from_value(json!({"edges_file": "nowhere.gz"})).unwrap();
    assert!(matches!(answer(&absent, Path::new(".")), Err(LabError::Unreadable { .. })));
}
