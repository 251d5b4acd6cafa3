//! Towns are looked for while somebody types: by the name of a document that the server keeps, in spite of mistakes, often, and not
//! without end. What is offered is understood when it is sent.

use crate::{near::publish, village};
use kernel::Deed;
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};

const COMMUNITY: &str = "village.localhost";

/// What the script of the pages sends, to the letter.
async fn type_so_far(visitor: &mut Visitor, search: &str) -> Page {
    let body = json!({ "documentId": "towns", "variables": { "search": search } }).to_string();
    let origin = visitor.origin();
    let headers =
        [("content-type", "application/json"), ("origin", origin.as_str()), ("sec-fetch-site", "same-origin")];
    visitor.send("POST".parse().unwrap(), "/graphql", &headers, Some(body)).await
}

async fn first_of(visitor: &mut Visitor, search: &str) -> Value {
    let answer = type_so_far(visitor, search).await.expect(200).json();
    assert_eq!(answer["errors"], Value::Null, "{answer}");
    answer["data"]["places"][0].clone()
}

#[tokio::test]
async fn g14_a_town_is_offered_in_spite_of_mistakes_and_understood_when_it_is_sent() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let corbigny = json!({ "label": "Corbigny (58800, Nièvre, France)", "shortLabel": "Corbigny" });
    for typed in ["corbgny", "CORBIGNY", "Corbigni"] {
        assert_eq!(first_of(&mut anne, typed).await, corbigny, "{typed}");
    }
    let saint_aubin = first_of(&mut anne, "st aubin 21190").await;
    assert_eq!(saint_aubin["shortLabel"], "Saint-Aubin (21190)", "of many that are called so");
    let none = type_so_far(&mut anne, "xqzwvkjh").await.expect(200).json();
    assert_eq!(none["data"]["places"], json!([]));

    let label = saint_aubin["label"].as_str().unwrap();
    let form = anne.visit("/places").await.expect(200).form("/places");
    let _not_asked_back = anne.submit(form.fill(&[("home", label)])).await.expect(303);
    assert_eq!(anne.get("/places").await.attributes("[name=home]", "value"), [label]);
    let offer = publish(&mut anne, "offer", "Garder un chat", "Saint-Aubin (21190)").await;
    // The same words find it by town and near that town, with no asking back, although its neighbours of that name are many.
    for query in ["town=Saint-Aubin+%2821190%29", "near=town&town=Saint-Aubin+%2821190%29&radius=1"] {
        let found = anne.get(&format!("/listings?{query}")).await.expect(200);
        assert_eq!(found.links(&offer).len(), 1, "{query}");
    }
    stage.close().await;
}

#[tokio::test]
async fn towns_are_offered_to_nobody_who_is_not_inside() {
    let stage = Stage::open().await;
    village(&stage).await;
    let refused = type_so_far(&mut stage.visitor(COMMUNITY), "corbigny").await.json();
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    stage.close().await;
}

#[tokio::test]
async fn a9_towns_are_looked_for_often_and_not_without_end() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    // Five in one operation cost five: nobody copies the gazetteer by aliases.
    let five: Vec<String> = (0..5).map(|n| format!("a{n}: places(search: \"y\") {{ code }}")).collect();
    let five = format!("{{ {} }}", five.join(" "));
    for _ in 0..Deed::FindPlaces.budgets().account.unwrap().most / 5 {
        let answer = anne.graphql(&five, json!({})).await;
        assert_eq!(answer["errors"], Value::Null, "{answer}");
    }
    let enough = type_so_far(&mut anne, "corbigny").await.json();
    assert_eq!(enough["errors"][0]["extensions"]["code"], "RATE_LIMITED", "{enough}");
    // What was typed is still understood when it is sent, and others are offered towns.
    let form = anne.visit("/places").await.expect(200).form("/places");
    let _kept = anne.submit(form.fill(&[("home", "Corbigny")])).await.expect(303);
    assert_eq!(first_of(&mut guy, "corbigny").await["shortLabel"], "Corbigny");
    stage.advance(chrono::Duration::minutes(1)).await;
    assert_eq!(first_of(&mut anne, "corbigny").await["shortLabel"], "Corbigny");
    stage.close().await;
}
