//! Nothing exists without a row, and no row without its element.

use authorisation::rows;
use std::collections::BTreeSet;

fn of(door: &str) -> BTreeSet<String> {
    let mine: Vec<String> = rows().into_iter().filter(|row| row.door == door).map(|row| row.element).collect();
    let set: BTreeSet<String> = mine.iter().cloned().collect();
    assert_eq!(set.len(), mine.len(), "{door} has an element twice");
    set
}

fn same(door: &str, exist: impl IntoIterator<Item = String>) {
    let (declared, exist) = (of(door), exist.into_iter().collect::<BTreeSet<_>>());
    let missing: Vec<_> = exist.difference(&declared).collect();
    let stale: Vec<_> = declared.difference(&exist).collect();
    assert!(missing.is_empty() && stale.is_empty(), "{door}: without a row {missing:?}; rows of nothing {stale:?}");
    assert!(!exist.is_empty(), "{door} is empty");
}

#[test]
fn every_page_and_form_has_its_row() {
    let listed = |doors: web::doors::Doors| {
        doors.listed().into_iter().map(|(method, path)| format!("{method} {path}")).collect::<Vec<_>>()
    };
    same("web", listed(web::routes::community()));
    same("platform", listed(web::routes::platform()));
}

#[test]
fn every_graphql_field_has_its_row() {
    same("graphql", graphql::elements());
}

#[test]
fn every_job_has_its_row() {
    same("job", workers::registry::kinds().iter().map(|kind| kind.name.to_owned()));
}

#[tokio::test]
async fn every_rest_operation_has_its_row() {
    let stage = kit::Stage::open().await;
    let document = stage.visitor("localhost").get("/api/openapi.json").await.expect(200).json();
    stage.close().await;
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            operations.push(format!("{} {}", method.to_uppercase(), path.replace('{', ":").replace('}', "")));
        }
    }
    same("rest", operations);
}
