//! An unanswered request reaches a coordinator, who thinks of somebody.

use kit::{Somebody, Stage};
use serde_json::{Value, json};
use uuid::Uuid;

const TEAM: [Somebody; 3] = [
    Somebody::new("Paul Renard", "paul@example.test"),
    Somebody::new("Lise Blanc", "lise@example.test"),
    Somebody::new("Karim Benali", "karim@example.test"),
];
const COMMUNITY: &str = "nievre.localhost";

/// Lise can trim hedges; Karim has one. His request's id.
async fn nobody_answers(stage: &Stage) -> String {
    stage.community("nievre", "departement", &TEAM).await;
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let mut lise = stage.signed_in(COMMUNITY, "lise@example.test").await;
    let mut karim = stage.signed_in(COMMUNITY, "karim@example.test").await;
    let listing = |n: u128, direction: &str, title: &str| {
        let draft = json!({ "direction": direction, "kind": "SERVICE", "settlements": ["GIFT"], "title": title, "body": "À convenir." });
        json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })
    };
    lise.graphql(publish, listing(1, "OFFER", "Je taille les haies")).await;
    let asked = karim.graphql(publish, listing(2, "REQUEST", "Haie à tailler")).await;
    stage.work().await;
    stage.advance(chrono::Duration::hours(49)).await;
    asked["data"]["publishListing"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_unanswered_request_reaches_a_coordinator_on_the_pages() {
    let stage = Stage::open().await;
    nobody_answers(&stage).await;
    let mut paul = stage.signed_in(COMMUNITY, "paul@example.test").await;
    let told = paul.get("/notifications").await.expect(200);
    assert!(told.text().contains("Personne n’a encore répondu à « Haie à tailler »."), "{}", told.text());
    let desk = paul.get("/steward/unanswered").await.expect(200);
    assert!(desk.text().contains("Lise Blanc") && desk.text().contains("Je taille les haies"), "{}", desk.text());
    let _said = paul.submit(desk.form("/suggest")).await.expect(303);
    let mut lise = stage.signed_in(COMMUNITY, "lise@example.test").await;
    let told = lise.get("/notifications").await.expect(200);
    assert!(told.text().contains("Paul Renard, de l’équipe, pense que vous pourriez aider"), "{}", told.text());
    let mut karim = stage.signed_in(COMMUNITY, "karim@example.test").await;
    let _his = karim.get(&desk.links("/listings/")[0]).await.expect(200);
    stage.sink.clear();
    stage.work().await;
    let letter = stage.letter_to("lise@example.test");
    assert!(letter.subject.starts_with("Pourriez-vous aider"), "{}", letter.subject);
    assert!(
        letter.text().contains("Je taille les haies") && letter.text().contains("Karim Benali"),
        "{}",
        letter.text()
    );
    let way = stage.link_to("lise@example.test", "/listings/");
    let way = way[way.find("/listings/").unwrap()..].to_owned();
    assert!(lise.get(&way).await.expect(200).text().contains("Haie à tailler"));
    stage.finish().await;
}

#[tokio::test]
async fn an_unanswered_request_reaches_a_coordinator_through_graphql() {
    let stage = Stage::open().await;
    let request = nobody_answers(&stage).await;
    let mut paul = stage.signed_in(COMMUNITY, "paul@example.test").await;
    let query = "{ firstAnswerHours unansweredRequests { nodes { listing { id title } helpers { title member { id name } } } } }";
    let desk = paul.graphql(query, json!({})).await;
    let waits = &desk["data"]["unansweredRequests"]["nodes"][0];
    assert_eq!(waits["listing"]["id"], json!(request), "{desk}");
    assert_eq!(waits["helpers"][0]["member"]["name"], "Lise Blanc", "{desk}");
    assert_eq!(desk["data"]["firstAnswerHours"], Value::Null, "nobody was ever answered");
    let suggest = "mutation($input: SuggestHelperInput!) { suggestHelper(input: $input) { told refusal { code } } }";
    let input = json!({ "input": { "requestId": request, "helperId": waits["helpers"][0]["member"]["id"] } });
    let said = paul.graphql(suggest, input).await;
    assert_eq!(said["data"]["suggestHelper"], json!({ "told": true, "refusal": Value::Null }), "{said}");
    stage.sink.clear();
    stage.work().await;
    assert!(stage.letter_to("lise@example.test").subject.contains("Haie à tailler"));
    stage.finish().await;
}
