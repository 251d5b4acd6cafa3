//! Another address, from the page to the letters and back: once by web and once by GraphQL.

use crate::village;
use kit::Stage;
use serde_json::json;

const HOST: &str = "village.localhost";
const ANNE: &str = "anne@example.test";
const NEW: &str = "anne.petit@example.test";

/// The digits of the newest letter to an address.
fn code_to(stage: &Stage, address: &str) -> String {
    let text = stage.letter_to(address).text();
    let line = text.lines().map(str::trim).find(|line| line.len() == 7 && line.replace(' ', "").parse::<u32>().is_ok());
    line.unwrap().to_owned()
}

#[tokio::test]
async fn a10_anne_moves_to_another_address_and_the_old_one_can_take_it_back() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let page = anne.get("/account").await.expect(200);
    assert!(page.text().contains(ANNE) && page.texts("#t-sessions ~ .rows li").len() == 1);
    let asked = anne.submit(page.form("/account/address").fill(&[("email", NEW)])).await.expect(303);
    let typing = anne.follow(asked).await.expect(200);
    stage.work().await;
    let link = stage.link_to(NEW, "/account/address/link/");
    let mut elsewhere = stage.signed_in(HOST, ANNE).await;
    assert!(elsewhere.get(&link).await.expect(200).forms().iter().all(|form| !form.action.contains("/link/")));
    let _scanned = anne.get(&link).await.expect(200);
    let wrong = anne.submit(typing.form("/account/address/code").fill(&[("code", "000 000")])).await;
    assert!(wrong.status == 422 || wrong.status == 303);
    let pressed = anne.get(&link).await.expect(200);
    let done = anne.submit(pressed.form("/account/address/link/")).await.expect(303);
    assert!(anne.follow(done).await.expect(200).text().contains(NEW));
    stage.work().await;
    let undo = stage.link_to(ANNE, "/account/undo/");
    assert!(!stage.letter_to(ANNE).text().contains(NEW), "where she is reached now is nobody else's business");
    let mut anybody = stage.visitor(HOST);
    let page = anybody.get(&undo).await.expect(200);
    let _still = anne.get("/account").await.expect(200);
    let undone = anybody.submit(page.form("/account/undo/")).await.expect(303);
    let _told = anybody.follow(undone).await.expect(200);
    assert!(anne.get("/account").await.redirect().unwrap().starts_with("/sign-in"), "every session has ended");
    assert!(elsewhere.get("/account").await.redirect().unwrap().starts_with("/sign-in"));
    let _over = anybody.get(&undo).await.expect(410);
    let _in = anybody.sign_in(&stage, ANNE).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a10_the_same_by_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let ask = "mutation($i: AskAddressChangeInput!) { askAddressChange(input: $i) { asked refusal { code field } } }";
    let wish = |email: &str| json!({ "i": { "id": stage.db.entropy().id(), "email": email } });
    let same = anne.graphql(ask, wish(ANNE)).await;
    assert_eq!(same["data"]["askAddressChange"]["refusal"]["code"], "ADDRESS_SAME", "{same}");
    let asked = anne.graphql(ask, wish(NEW)).await;
    assert_eq!(asked["data"]["askAddressChange"]["asked"], true, "{asked}");
    stage.work().await;
    let confirm = "mutation($c: String!) { confirmAddressByCode(input: { code: $c }) { confirmed refusal { code } } }";
    let confirmed = anne.graphql(confirm, json!({ "c": code_to(&stage, NEW) })).await;
    assert_eq!(confirmed["data"]["confirmAddressByCode"]["confirmed"], true, "{confirmed}");
    let own = anne.graphql("{ account { email mayChangeAccess } }", json!({})).await;
    assert_eq!(own["data"]["account"], json!({ "email": NEW, "mayChangeAccess": true }), "{own}");
    stage.work().await;
    let undo = stage.link_to(ANNE, "/account/undo/");
    let token = undo.rsplit('/').next().unwrap();
    let take_back = "mutation($t: String!) { takeBackChange(input: { token: $t }) { takenBack refusal { code } } }";
    let answer = stage.visitor(HOST).graphql(take_back, json!({ "t": token })).await;
    assert_eq!(answer["data"]["takeBackChange"]["takenBack"], true, "{answer}");
    let nobody = anne.graphql("{ account { email } }", json!({})).await;
    assert_eq!(nobody["errors"][0]["extensions"]["code"], "FORBIDDEN", "{nobody}");
    stage.finish().await;
}

#[tokio::test]
async fn a10_whoever_signed_in_a_while_ago_signs_in_again_and_comes_back() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let page = anne.get("/account").await.expect(200);
    let form = page.form("/account/address").fill(&[("email", NEW)]);
    stage.clock.advance(chrono::Duration::minutes(31));
    let refused = anne.submit(form).await.expect(403);
    let led = anne.submit(refused.form("/account/sign-in-again")).await.expect(303);
    assert!(led.redirect().unwrap().starts_with("/sign-in?return_to="));
    let _asked = anne.follow(led).await.expect(200);
    assert!(anne.get("/account").await.redirect().unwrap().starts_with("/sign-in"), "that session has ended");
    let mut other = stage.signed_in(HOST, ANNE).await;
    stage.clock.advance(chrono::Duration::minutes(31));
    let unsure = other.get("/account").await.expect(200);
    assert!(unsure.forms().iter().all(|form| form.action != "/account/address"), "it is not even offered");
    stage.close().await;
}
