//! A need is met: an offer and a request find each other, and both sides learn why.

use crate::village;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";

async fn publish(visitor: &mut Visitor, direction: &str, title: &str, body: &str) -> String {
    let form = visitor.visit(&format!("/listings/new?direction={direction}")).await.expect(200).form("/listings");
    let page = visitor.submit(form.fill(&[("title", title), ("kind", "skill"), ("body", body)])).await.expect(303);
    page.redirect().unwrap().split('#').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_offer_and_a_request_find_each_other_on_the_pages_and_in_the_digest() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    assert!(anne.get("/matches").await.expect(200).text().contains("Rien qui aille avec vos annonces"));
    let offer = publish(&mut anne, "offer", "Leçons de piano", "Pour débutants, chez moi.").await;
    let moving = publish(&mut anne, "offer", "Piano à déplacer ?", "Nous sommes trois costauds.").await;
    stage.work().await;
    let request = publish(&mut guy, "request", "Apprendre le piano", "Mon fils a dix ans.").await;
    stage.work().await;

    let his = guy.get("/matches").await.expect(200);
    assert!(his.text().contains("Parce que vous demandez « Apprendre le piano » (piano)."), "{}", his.text());
    assert_eq!((his.links(&offer).len(), his.links(&moving).len()), (1, 0), "one for each author, the best");
    assert_eq!(guy.get(&request).await.expect(200).links(&offer).len(), 1, "below his own listing");
    let told = anne.get("/notifications").await.expect(200);
    assert!(told.text().contains("Guy Morel a publié « Apprendre le piano »"), "{}", told.text());
    let hers = anne.get("/").await.expect(200);
    assert!(hers.text().contains("Parce que vous proposez « Leçons de piano » (piano)."), "{}", hers.text());
    stage.sink.clear();
    // From Friday 09:00 to Saturday 07:00 UTC, which is eight in Paris.
    stage.advance(chrono::Duration::hours(22)).await;
    let letter = stage.letter_to("anne@example.test");
    assert!(letter.text().contains("Cela va avec votre annonce"), "{}", letter.text());

    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let page = anne.get("/matches").await.expect(200);
    let _noted = anne.submit(page.form("/dismiss")).await.expect(303);
    assert!(anne.get("/matches").await.expect(200).links(&request).is_empty());
    stage.close().await;
}

#[tokio::test]
async fn an_offer_and_a_request_find_each_other_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let listing = |n: u128, direction: &str, title: &str| {
        let draft = json!({ "direction": direction, "kind": "LOAN", "settlements": ["GIFT"], "title": title, "body": "Merci." });
        json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })
    };
    let offer = anne.graphql(publish, listing(1, "OFFER", "Lawn mower to share")).await;
    let request = guy.graphql(publish, listing(2, "REQUEST", "Cherche tondeuse")).await;
    stage.work().await;
    let query =
        "{ matches { nodes { id mineId mineTitle score listing { id title } reasons { kind words kilometres } } } }";
    let hers = anne.graphql(query, json!({})).await;
    let found = &hers["data"]["matches"]["nodes"][0];
    assert_eq!(found["mineId"], offer["data"]["publishListing"]["id"], "{hers}");
    assert_eq!(found["listing"]["id"], request["data"]["publishListing"]["id"]);
    assert_eq!(found["reasons"][0]["kind"], "WORDS", "{hers}");
    let dismiss = "mutation($id: ID!) { dismissMatch(input: { id: $id }) { dismissed refusal { code } } }";
    let foreign = guy.graphql(dismiss, json!({ "id": found["id"] })).await;
    assert_eq!(foreign["data"]["dismissMatch"]["refusal"]["code"], "NOT_FOUND", "{foreign}");
    let done = anne.graphql(dismiss, json!({ "id": found["id"] })).await;
    assert_eq!(done["data"]["dismissMatch"], json!({ "dismissed": true, "refusal": Value::Null }));
    assert_eq!(anne.graphql(query, json!({})).await["data"]["matches"]["nodes"], json!([]));
    stage.finish().await;
}
