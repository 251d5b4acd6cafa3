//! T3 on GraphQL: every field × every actor.

use authorisation::{Actor, Cast, documents::documents, rows};
use kit::Visitor;
use serde_json::{Value, json};

/// What really happens when it may: tried last, because nobody is afterwards who they were before.
const FATEFUL: [&str; 1] = ["Mutation.leave"];

/// Fields of the platform's own host.
const PLATFORMS: [&str; 2] = ["Mutation.launchCommunity", "Query.myCommunities"];

#[tokio::test]
async fn t3_every_field_answers_exactly_those_who_may() {
    let cast = Cast::assemble().await;
    let documents = documents(&graphql::sdl());
    let mut rows: Vec<_> =
        rows().into_iter().filter(|row| row.door == "graphql" && !row.element.starts_with("Subscription.")).collect();
    rows.sort_by_key(|row| FATEFUL.contains(&row.element.as_str()));
    let mut wrong = Vec::new();
    let mut tried = 0;
    for row in rows {
        let (_, document) = documents.iter().find(|(element, _)| *element == row.element).unwrap();
        for actor in Actor::HERE.into_iter().chain([Actor::Operator]) {
            let operators = row.rule.name == "operator";
            if (actor == Actor::Operator) != operators && actor == Actor::Operator {
                continue;
            }
            let mut visitor = cast.visitor(actor).await;
            let code = said(&mut visitor, document).await;
            tried += 1;
            // Some fields belong to the platform's host alone: elsewhere they are refused to everybody.
            let elsewhere = code == "FORBIDDEN" && PLATFORMS.contains(&row.element.as_str());
            if (code != "FORBIDDEN") != row.rule.allows(actor) && !elsewhere {
                wrong.push(format!("{} as {actor:?}: {code}, the table says {}", row.element, row.rule.name));
            }
            if code == "FAULT" {
                wrong.push(format!("{} as {actor:?}: a fault of ours", row.element));
            }
        }
        cast.stage.clock.advance(chrono::Duration::minutes(61));
    }
    assert!(tried > 400, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    cast.stage.close().await;
}

/// The code of the refusal or the error; `nothing` when neither is there.
async fn said(visitor: &mut Visitor, document: &str) -> String {
    let answer = visitor.graphql(document, json!({})).await;
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return code.to_owned();
    }
    assert!(answer["errors"].is_null(), "{document}: {answer}");
    let payload = answer["data"].as_object().and_then(|data| data.values().next()).cloned().unwrap_or(Value::Null);
    payload["refusal"]["code"].as_str().unwrap_or("nothing").to_owned()
}
