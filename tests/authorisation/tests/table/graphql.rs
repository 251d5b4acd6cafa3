//! T3 on GraphQL: every field of the three roots × every actor, on the community's host and on the platform's.

use authorisation::{Actor, Cast, Row, rows};
use graphql::documents;
use kit::{Socket, Visitor};
use serde_json::{Value, json};

/// What really happens when it may: tried last, because nobody is afterwards who they were before.
const FATEFUL: [&str; 1] = ["Mutation.leave"];

/// What ends the session it is asked with.
const ENDING: [&str; 3] = ["Mutation.leave", "Mutation.signOut", "Mutation.signOutEverywhere"];

/// What belongs to the platform's host alone: on a community's it is refused to everybody.
const ELSEWHERE: [&str; 2] = ["Mutation.launchCommunity", "Query.myCommunities"];

/// Asks every field as every one of these actors, and collects the cells in which the answer is not what `may` says.
async fn differences(cast: &mut Cast, actors: &[Actor], may: impl Fn(&Row, Actor) -> bool) -> (usize, Vec<String>) {
    let documents = documents::all();
    let mut rows: Vec<_> = rows().into_iter().filter(|row| row.door == "graphql").collect();
    rows.sort_by_key(|row| FATEFUL.contains(&row.element.as_str()));
    let (mut tried, mut wrong) = (0, Vec::new());
    for row in rows {
        let (_, document) = documents.iter().find(|(element, _)| *element == row.element).unwrap();
        for actor in actors.iter().copied() {
            let mut visitor = cast.known(actor).await;
            let code = if row.element.starts_with("Subscription.") {
                heard(&visitor, document).await
            } else {
                said(&mut visitor, document).await
            };
            tried += 1;
            if (code != "FORBIDDEN") != may(&row, actor) {
                wrong.push(format!("{} as {actor:?}: {code}, the table says {}", row.element, row.rule.name));
            }
            if code == "FAULT" {
                wrong.push(format!("{} as {actor:?}: a fault of ours", row.element));
            }
        }
        if ENDING.contains(&row.element.as_str()) {
            cast.forget();
        }
    }
    (tried, wrong)
}

#[tokio::test]
async fn t3_every_field_answers_exactly_those_who_may() {
    let mut cast = Cast::assemble().await;
    let may = |row: &Row, actor: Actor| row.rule.allows(actor) && !ELSEWHERE.contains(&row.element.as_str());
    let (tried, wrong) = differences(&mut cast, &Actor::HERE, may).await;
    assert!(tried > 800, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    cast.stage.close().await;
}

/// The platform is a community of its own: whoever runs the installation owns it.
#[tokio::test]
async fn t3_on_the_platforms_host_every_field_answers_exactly_those_who_may() {
    let mut cast = Cast::assemble().await;
    let actors = [Actor::NobodyThere, Actor::AccountThere, Actor::Operator];
    let may = |row: &Row, actor: Actor| match actor {
        Actor::Operator => row.rule.allows(Actor::Operator) || row.rule.allows(Actor::Owner),
        Actor::AccountThere => row.rule.allows(Actor::Account),
        _ => row.rule.allows(Actor::Anonymous),
    };
    let (tried, wrong) = differences(&mut cast, &actors, may).await;
    assert!(tried > 200, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    cast.stage.close().await;
}

/// The code of the refusal or the error; `nothing` when neither is there.
pub(crate) async fn said(visitor: &mut Visitor, document: &str) -> String {
    let answer = visitor.graphql(document, json!({})).await;
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return code.to_owned();
    }
    assert!(answer["errors"].is_null(), "{document}: {answer}");
    let payload = answer["data"].as_object().and_then(|data| data.values().next()).cloned().unwrap_or(Value::Null);
    payload["refusal"]["code"].as_str().unwrap_or("nothing").to_owned()
}

/// The same for a subscription: `nothing` when it was begun and says nothing yet. Whoever has no session gets no socket.
async fn heard(visitor: &Visitor, document: &str) -> String {
    let mut socket = match Socket::connect(visitor).await {
        Ok(socket) => socket,
        Err(401) => return "FORBIDDEN".to_owned(),
        Err(status) => return status.to_string(),
    };
    socket.say(json!({ "type": "subscribe", "id": "1", "payload": { "query": document } })).await;
    // Nothing tells that a subscription listens: it is given a quarter of a second in which to be refused.
    let mut answered = 0;
    while answered < 25 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        socket.say(json!({ "type": "ping" })).await;
        let said = socket.hear().await;
        if said["type"] == "pong" {
            answered += 1;
            continue;
        }
        let errors = if said["type"] == "error" { &said["payload"] } else { &said["payload"]["errors"] };
        return errors[0]["extensions"]["code"].as_str().unwrap_or("something").to_owned();
    }
    "nothing".to_owned()
}
