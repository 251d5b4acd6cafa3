//! An owner asks for fairness, and whoever has received a thing lets the others go first; as pages and through GraphQL.

use crate::village;
use chrono::Duration;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const HOST: &str = "village.localhost";

async fn signed_in(stage: &Stage, name: &str) -> Visitor {
    stage.signed_in(HOST, &format!("{name}@example.test")).await
}

/// Guy offers a thing; where.
async fn offered(guy: &mut Visitor, title: &str) -> String {
    let form = guy.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", title), ("kind", "good"), ("body", "À donner."), ("town", "Nevers")];
    let page = guy.submit(form.fill(&answers)).await.expect(303);
    page.redirect().unwrap().split('#').next().unwrap().to_owned()
}

/// Anne writes about it, and Guy closes it naming her.
async fn taken(anne: &mut Visitor, guy: &mut Visitor, offer: &str) {
    let form = anne.visit(&format!("{offer}/answer")).await.expect(200).form("/answer");
    let _sent = anne.submit(form.fill(&[("body", "Je veux bien.")])).await.expect(303);
    let close = guy.visit(&format!("{offer}/close")).await.expect(200);
    let all = close.attributes("input[name=helped_by]", "value");
    let whom = all.iter().find(|value| value.len() == 36).unwrap();
    let _closed = guy.submit(close.form("/close").fill(&[("helped_by", whom)])).await.expect(303);
}

#[tokio::test]
async fn an_owner_asks_for_fairness_and_whoever_received_reads_when_it_is_their_turn() {
    let stage = Stage::open().await;
    village(&stage).await;
    let [mut owner, mut anne, mut guy, mut claire] = [
        signed_in(&stage, "helene").await,
        signed_in(&stage, "anne").await,
        signed_in(&stage, "guy").await,
        signed_in(&stage, "claire").await,
    ];
    let none = anne.get("/fairness").await.expect(200);
    assert!(none.text().contains("n’a pas de règle"), "{}", none.text());
    assert!(anne.get("/me").await.expect(200).links("/fairness").is_empty());
    let table = offered(&mut guy, "Une table").await;
    taken(&mut anne, &mut guy, &table).await;

    let form = owner.visit("/owner").await.expect(200).form("/owner/policy");
    let wrong = owner.submit(form.fill(&[("fair_share", "99")])).await.expect(422);
    assert_eq!(wrong.attributes("input[name=fair_share]", "value"), ["99"], "what was typed is still there");
    let form = owner.visit("/owner").await.expect(200).form("/owner/policy");
    let _saved = owner.submit(form.fill(&[("fair_share", "1")])).await.expect(303);
    let journal = owner.get("/steward/journal").await.expect(200);
    assert!(journal.text().contains("a changé les réglages de la communauté"), "{}", journal.text());

    let chair = offered(&mut guy, "Une chaise").await;
    let waits = anne.get(&chair).await.expect(200);
    assert!(waits.text().contains("les autres peuvent d’abord répondre à Guy"), "{}", waits.text());
    assert!(waits.links("/fairness").len() == 1 && !waits.body.contains("/answer"), "no form that would be refused");
    assert_eq!(anne.get(&format!("{chair}/answer")).await.expect(303).redirect(), Some(chair.as_str()));
    let hers = anne.get("/fairness").await.expect(200);
    assert!(hers.text().contains("Vous avez reçu une chose"), "{}", hers.text());
    assert_eq!(anne.get("/me").await.expect(200).links("/fairness").len(), 1);

    // To everybody else nothing of it shows: not to whoever gives, nor to another who reads the same page, nor on Anne's own.
    for (page, reader) in [(&chair, &mut claire), (&table, &mut guy)] {
        let seen = reader.get(page).await.expect(200);
        assert!(!seen.text().contains("d’abord répondre"), "{}", seen.text());
    }
    assert!(
        claire.get(&chair).await.expect(200).body.contains(&format!("{chair}/answer")),
        "Claire may answer at once"
    );
    let his = guy.get("/fairness").await.expect(200);
    assert!(his.text().contains("Vous n’avez rien reçu"), "{}", his.text());

    stage.advance(Duration::hours(12)).await;
    let now = anne.get(&chair).await.expect(200);
    assert!(now.body.contains(&format!("{chair}/answer")) && now.links("/fairness").is_empty(), "{}", now.text());
    stage.close().await;
}

const CHANGE: &str = "mutation($input: ChangeCommunityInput!) {
    changeCommunity(input: $input) { community { fairShare } refusal { code field } } }";
const PUBLISH: &str =
    "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
const ANSWER: &str = "mutation($input: AnswerListingInput!) { answerListing(input: $input) { refusal { code } } }";
const CLOSE: &str = "mutation($input: CloseListingInput!) { closeListing(input: $input) { refusal { code } } }";
const MINE: &str = "{ myFairness { share received delayHours until } }";

/// Guy offers a thing; its id.
async fn offers(guy: &mut Visitor, id: Uuid, title: &str) -> Value {
    let draft =
        json!({ "direction": "OFFER", "kind": "GOOD", "settlements": ["GIFT"], "title": title, "body": "À donner." });
    let done = guy.graphql(PUBLISH, json!({ "input": { "id": id, "draft": draft } })).await;
    assert_eq!(done["data"]["publishListing"]["refusal"], Value::Null, "{done}");
    done["data"]["publishListing"]["id"].clone()
}

async fn answers(anne: &mut Visitor, n: u128, listing: &Value) -> Value {
    let [id, message] = [n, n + 1].map(Uuid::from_u128);
    let input = json!({ "id": id, "listingId": listing, "messageId": message, "body": "Je veux bien." });
    anne.graphql(ANSWER, json!({ "input": input })).await["data"]["answerListing"]["refusal"]["code"].clone()
}

#[tokio::test]
async fn a_program_reads_where_its_person_stands_and_is_refused_until_it_is_their_turn() {
    let stage = Stage::open().await;
    village(&stage).await;
    let [mut owner, mut anne, mut guy] =
        [signed_in(&stage, "helene").await, signed_in(&stage, "anne").await, signed_in(&stage, "guy").await];
    assert_eq!(anne.graphql(MINE, Value::Null).await["data"], json!({ "myFairness": null }));
    let seen = owner.graphql("{ community { version fairShare } }", Value::Null).await;
    let version = &seen["data"]["community"]["version"];
    assert_eq!(seen["data"]["community"]["fairShare"], Value::Null, "off unless asked for");
    let wrong = owner.graphql(CHANGE, json!({ "input": { "version": version, "fairShare": 51 } })).await;
    let refusal = json!({ "code": "KNOB_OUT_OF_RANGE", "field": "fairShare" });
    assert_eq!(wrong["data"]["changeCommunity"]["refusal"], refusal, "{wrong}");
    let on = owner.graphql(CHANGE, json!({ "input": { "version": version, "fairShare": 1 } })).await;
    assert_eq!(on["data"]["changeCommunity"]["community"]["fairShare"], 1, "{on}");

    let table = offers(&mut guy, Uuid::from_u128(1), "Une table").await;
    assert_eq!(answers(&mut anne, 10, &table).await, Value::Null);
    let me = anne.graphql("{ viewer { me { member { id } } } }", Value::Null).await;
    let end = json!({ "id": table, "helpedBy": me["data"]["viewer"]["me"]["member"]["id"] });
    let closed = guy.graphql(CLOSE, json!({ "input": end })).await;
    assert_eq!(closed["data"]["closeListing"]["refusal"], Value::Null, "{closed}");

    let chair = offers(&mut guy, Uuid::from_u128(2), "Une chaise").await;
    let stands = anne.graphql(MINE, Value::Null).await["data"]["myFairness"].clone();
    assert_eq!((&stands["share"], &stands["received"], &stands["delayHours"]), (&json!(1), &json!(1), &json!(12)));
    assert!(stands["until"].is_string(), "{stands}");
    let detail = "query($id: ID!) { listing(id: $id) { mayAnswer answerableAt } }";
    let seen = anne.graphql(detail, json!({ "id": chair })).await["data"]["listing"].clone();
    assert!(seen["mayAnswer"] == false && seen["answerableAt"].is_string(), "{seen}");
    assert_eq!(answers(&mut anne, 20, &chair).await, "LISTING_OTHERS_FIRST");
    let his = guy.graphql(MINE, Value::Null).await["data"]["myFairness"].clone();
    assert_eq!((&his["received"], &his["until"]), (&json!(0), &Value::Null), "each their own");
    stage.advance(Duration::hours(12)).await;
    assert_eq!(answers(&mut anne, 20, &chair).await, Value::Null);
    stage.close().await;
}
