//! Too often, as whoever does it sees it: by web, by GraphQL, by REST (bar A9).

use crate::{FOUNDERS, village};
use kernel::Deed;
use kit::{Page, Stage, Visitor};
use serde_json::json;
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";

/// So many of one client's deeds are let through at once.
fn most(deed: Deed) -> usize {
    deed.budgets().client.unwrap().most as usize
}

fn retry_after(page: &Page) -> u32 {
    page.header("retry-after").unwrap().parse().unwrap()
}

async fn ask(visitor: &mut Visitor, email: &str) -> Page {
    let id = Uuid::new_v5(&Uuid::NAMESPACE_DNS, email.as_bytes()).to_string();
    visitor.post("/sign-in", &[("id", &id), ("email", email), ("return_to", "/listings")]).await
}

#[tokio::test]
async fn a9_a_page_says_so_keeps_what_was_typed_and_lets_others_through() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut neighbour = stage.visitor(COMMUNITY).coming_from(Some("203.0.113.7"));
    let _sent = ask(&mut neighbour, FOUNDERS[1].email).await.expect(303);
    let mut busy = stage.visitor(COMMUNITY);
    for n in 1..most(Deed::AskSignIn) {
        // What a client claims of itself in front of what the proxy says is not read.
        busy = busy.coming_from(Some(&format!("192.0.2.{}, 203.0.113.7", n % 250)));
        let _sent = ask(&mut busy, &format!("someone{n}@example.test")).await.expect(303);
    }
    let refused = ask(&mut busy, "one.more@example.test").await.expect(429);
    assert!((1..=3_600).contains(&retry_after(&refused)));
    assert!(refused.body.contains("one.more@example.test"), "nothing typed is lost");
    assert!(refused.text().contains("un peu trop souvent"), "{}", refused.text());
    let mut other = stage.visitor(COMMUNITY).coming_from(Some("203.0.113.8"));
    let _sent = ask(&mut other, FOUNDERS[0].email).await.expect(303);
    stage.work().await;
    // Whoever shares a network with all that still gets in with what they have.
    for _ in 0..most(Deed::Redeem) {
        let _wrong = busy.post("/sign-in/code", &[("email", FOUNDERS[0].email), ("code", "000000")]).await.expect(422);
    }
    let _enough = busy.post("/sign-in/code", &[("email", FOUNDERS[0].email), ("code", "000000")]).await.expect(429);
    let link = neighbour.local(&stage.link_to(FOUNDERS[1].email, "/sign-in/"));
    let page = neighbour.get(&link).await.expect(200);
    let _in = neighbour.submit(page.form("/sign-in/")).await.expect(303);
    stage.close().await;
}

#[tokio::test]
async fn a9_graphql_says_so_with_the_seconds() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut busy = stage.visitor(COMMUNITY);
    let query = "mutation($input: RedeemSignInCodeInput!) {
        redeemSignInCode(input: $input) { sessionId refusal { kind code retryAfterSeconds } } }";
    let input = json!({ "input": { "email": FOUNDERS[0].email, "code": "000000" } });
    for _ in 0..most(Deed::Redeem) {
        let answer = busy.graphql(query, input.clone()).await;
        assert_eq!(answer["data"]["redeemSignInCode"]["refusal"]["code"], "SIGN_IN_EXPIRED", "{answer}");
    }
    let refusal = busy.graphql(query, input).await["data"]["redeemSignInCode"]["refusal"].clone();
    assert_eq!((&refusal["kind"], &refusal["code"]), (&json!("TOO_MANY"), &json!("RATE_LIMITED")), "{refusal}");
    assert!(refusal["retryAfterSeconds"].as_u64().is_some_and(|seconds| seconds >= 1));
    // By web it is the same budget.
    let page = busy.post("/sign-in/code", &[("email", FOUNDERS[0].email), ("code", "000000")]).await.expect(429);
    assert!(page.body.contains("000000") && retry_after(&page) >= 1);
    stage.close().await;
}

#[tokio::test]
async fn a9_a_program_that_asks_without_end_is_told_to_wait() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut busy = stage.visitor(COMMUNITY);
    for _ in 0..most(Deed::Operation) {
        let answer = busy.graphql_page("{ community { name } }", json!({})).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let refused = busy.graphql_page("{ community { name } }", json!({})).await.expect(429);
    assert_eq!(refused.json()["errors"][0]["extensions"]["code"], "RATE_LIMITED");
    assert!(retry_after(&refused) >= 1);
    stage.close().await;
}

#[tokio::test]
async fn a9_rest_counts_wrong_tokens_and_never_good_ones() {
    let stage = Stage::open().await;
    let mut guesser = stage.visitor("localhost");
    let mut show = async |token: &str| {
        let bearer = format!("Bearer {token}");
        guesser.send("GET".parse().unwrap(), "/api/operator/figures", &[("authorization", &bearer)], None).await
    };
    for _ in 0..most(Deed::WrongToken) {
        let _wrong = show("wrong").await.expect(401);
    }
    let refused = show("wrong").await.expect(429);
    assert_eq!(refused.json()["code"], "RATE_LIMITED");
    assert!(retry_after(&refused) >= 1);
    let house = kernel::Caller::house(kernel::CommunityId::PLATFORM);
    let id = kernel::PlatformTokenId(Uuid::from_u128(1));
    let token =
        community::platform_token::issue(&stage.db, &house, id, "test", kernel::Scopes::all(), None).await.unwrap();
    let _figures = show(&token).await.expect(200);
    stage.close().await;
}
