//! The same story through GraphQL, as a machine tells it.

use crate::{THOMAS, village};
use chrono::Duration;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";

/// Asks, and fails on any error or refusal.
async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer.get("errors").is_none(), "{query}: {answer}");
    let data = answer["data"].clone();
    for (field, payload) in data.as_object().unwrap() {
        assert!(payload.get("refusal").is_none_or(Value::is_null), "{field}: {payload}");
    }
    data
}

async fn sign_in(stage: &Stage, host: &str, email: &str) -> Visitor {
    let mut visitor = stage.visitor(host);
    let query = "mutation($input: AskSignInInput!) { askSignIn(input: $input) { asked refusal { code } } }";
    ask(&mut visitor, query, json!({ "input": { "id": Uuid::from_u128(77), "email": email } })).await;
    stage.work().await;
    let link = stage.link_to(email, "/sign-in/");
    let token = link.rsplit('/').next().unwrap();
    let query =
        "mutation($input: RedeemSignInLinkInput!) { redeemSignInLink(input: $input) { sessionId refusal { code } } }";
    ask(&mut visitor, query, json!({ "input": { "token": token } })).await;
    visitor
}

#[tokio::test]
async fn an_integrator_launches_and_a_newcomer_gets_in_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut thomas = sign_in(&stage, COMMUNITY, THOMAS).await;
    let query =
        "mutation($input: ApplyInput!) { apply(input: $input) { memberId admitted refusal { code field message } } }";
    let refused = json!({ "input": { "id": Uuid::from_u128(1), "name": "Thomas Lambert", "about": "Je répare des vélos.", "charterAccepted": false } });
    let answer = thomas.graphql(query, refused).await;
    assert_eq!(answer["data"]["apply"]["refusal"]["field"], "charterAccepted", "{answer}");
    let input = json!({ "input": { "id": Uuid::from_u128(1), "name": "Thomas Lambert", "about": "Je répare des vélos.", "charterAccepted": true } });
    ask(&mut thomas, query, input.clone()).await;
    ask(&mut thomas, query, input).await;
    for (n, sponsor) in ["anne@example.test", "guy@example.test", "claire@example.test"].into_iter().enumerate() {
        let query = "mutation($input: AskSponsorInput!) { askSponsor(input: $input) { refusal { code message } } }";
        ask(&mut thomas, query, json!({ "input": { "id": Uuid::from_u128(100 + n as u128), "email": sponsor } })).await;
        let mut member = stage.signed_in(COMMUNITY, sponsor).await;
        let asked = ask(&mut member, "{ requestsToMe { nodes { id applicant { name } } } }", json!({})).await;
        let request = &asked["requestsToMe"]["nodes"][0];
        assert_eq!(request["applicant"]["name"], "Thomas Lambert");
        let query = "mutation($input: GiveSponsorshipInput!) { giveSponsorship(input: $input) { admitted refusal { code message } } }";
        let input = json!({ "input": { "sponsorshipId": request["id"], "relation": "NEIGHBOUR", "sentence": "Mon voisin.", "metInPerson": true } });
        let given = ask(&mut member, query, input).await;
        assert_eq!(given["giveSponsorship"]["admitted"], false, "the cooling time is not over");
    }
    let room = ask(&mut thomas, "{ waitingRoom { given needed } }", json!({})).await;
    assert_eq!(room["waitingRoom"], json!({ "given": 3, "needed": 3 }));
    stage.advance(Duration::hours(49)).await;
    let me = ask(&mut thomas, "{ viewer { me { member { id name standing } } } }", json!({})).await;
    assert_eq!(me["viewer"]["me"]["member"]["standing"], "MEMBER", "{me}");
    let id = me["viewer"]["me"]["member"]["id"].clone();
    let admission = ask(&mut thomas, "query($id: ID!) { admission(memberId: $id) { rule sponsors { member { name } } paths { steps { member { name } } } } }", json!({ "id": id })).await;
    assert_eq!(admission["admission"]["sponsors"].as_array().unwrap().len(), 3, "{admission}");
    assert_eq!(admission["admission"]["rule"], "R8_ALL_MET");
    stage.finish().await;
}

#[tokio::test]
async fn a_listing_is_answered_and_the_message_arrives_live() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let query = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code field message } } }";
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Deux bras", "body": "Pour du bois." });
    let published = ask(&mut anne, query, json!({ "input": { "id": Uuid::from_u128(5), "draft": draft } })).await;
    let listing = published["publishListing"]["id"].clone();
    let list = ask(&mut guy, "{ listings(first: 5, filter: { words: \"bois\" }) { edges { cursor } nodes { id title author { name } } pageInfo { hasNextPage } } }", json!({})).await;
    assert_eq!(
        list["listings"]["nodes"][0],
        json!({ "id": listing, "title": "Deux bras", "author": { "name": "Anne Petit" } })
    );
    let place = &list["listings"]["edges"][0]["cursor"];
    let behind =
        "query($place: String!) { listings(filter: { words: \"bois\" }, after: $place) { edges { node { id } } } }";
    assert_eq!(ask(&mut guy, behind, json!({ "place": place })).await["listings"]["edges"], json!([]), "the last one");
    let query =
        "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code } } }";
    let input = json!({ "input": { "id": Uuid::from_u128(6), "messageId": Uuid::from_u128(7), "listingId": listing, "body": "J’arrive." } });
    let first = ask(&mut guy, query, input.clone()).await;
    assert_eq!(ask(&mut guy, query, input).await, first, "the same command answers the same");
    let read = "query($id: ID!) { conversation(id: $id) { messages { nodes { body isMine } } } }";
    let id = first["answerListing"]["conversationId"].clone();
    let seen = ask(&mut anne, read, json!({ "id": id })).await;
    assert_eq!(seen["conversation"]["messages"]["nodes"], json!([{ "body": "J’arrive.", "isMine": false }]));
    let node = "query($id: ID!) { node(id: $id) { __typename id } }";
    let again = ask(&mut anne, node, json!({ "id": id })).await;
    assert_eq!(again["node"], json!({ "__typename": "ConversationDetail", "id": id }));
    // Whoever is not in it is told the same as of a conversation that does not exist (bar T4).
    let mut bruno = stage.signed_in(COMMUNITY, "bruno@example.test").await;
    assert_eq!(ask(&mut bruno, read, json!({ "id": id })).await["conversation"], Value::Null);
    assert_eq!(ask(&mut bruno, node, json!({ "id": id })).await["node"], Value::Null);
    stage.advance(Duration::minutes(6)).await;
    assert!(stage.letter_to("anne@example.test").subject.contains("Guy"));
    stage.finish().await;
}
