//! Every argument of every field.

use crate::{chosen, soon, values};
use authorisation::life::{HERE, Life};
use graphql::documents;
use kit::{Stage, Visitor};
use serde_json::{Value, json};

/// After these nobody would be who they were.
const ENDING: [&str; 6] = ["leave", "signOut", "signOutEverywhere", "askErasure", "askRemoval", "signInAgain"];

/// What stands behind each `name:` of a document, as its place in the text.
fn arguments(document: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let bytes = document.as_bytes();
    for (place, _) in document.match_indices(':') {
        let rest = &document[place + 1..];
        let end = match bytes.get(place + 1) {
            Some(b'"') => rest[1..].find('"').map(|end| end + 2),
            Some(b'{' | b' ') | None => None,
            Some(_) => rest.find([' ', ')', '}', ',']),
        };
        found.extend(end.map(|end| place + 1..place + 1 + end));
    }
    found
}

async fn ask(visitor: &mut Visitor, document: &str) -> Value {
    let page = soon(visitor.graphql_page(document, json!({})), document).await;
    let answer = page.json();
    let code = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default();
    let inside =
        answer["data"].as_object().and_then(|data| data.values().next()).map(|one| one["refusal"]["code"].clone());
    assert!(code != "FAULT" && inside != Some(json!("FAULT")), "{document}: {answer}");
    answer
}

#[tokio::test]
async fn s9_whatever_an_argument_holds_it_is_answered_without_a_fault() {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    stage.work().await;
    let (values, mut turn, mut refused) = (values::in_documents(), 0, 0);
    for (element, document) in documents::all() {
        let ending = ENDING.iter().any(|ending| element == format!("Mutation.{ending}"));
        if ending || element.starts_with("Subscription.") {
            continue;
        }
        stage.clock.advance(chrono::Duration::minutes(61));
        let mut owner = stage.signed_in(&life.host(), life.people[0].email).await;
        for place in arguments(&document) {
            turn += 1;
            for value in chosen(&values, 6, turn) {
                let mut document = document.clone();
                document.replace_range(place.clone(), &value);
                let answer = ask(&mut owner, &document).await;
                refused += usize::from(answer["errors"].is_array() || answer.to_string().contains("\"code\""));
                stage.clock.advance(chrono::Duration::milliseconds(200));
            }
        }
    }
    assert!(turn > 80 && refused > turn, "{turn} arguments, {refused} refusals");
    stage.close().await;
}

#[test]
fn s9_every_argument_of_a_document_is_found() {
    let document = "mutation{ask(input:{id:\"7\" n:1 kind:LOAN }a:[] ){refusal{code}}}";
    let found: Vec<&str> = arguments(document).into_iter().map(|place| &document[place]).collect();
    assert_eq!(found, ["\"7\"", "1", "LOAN", "[]"]);
}
