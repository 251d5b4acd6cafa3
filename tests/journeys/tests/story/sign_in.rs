//! Signing in with the six digits, as whoever reads the letter on another device does.

use crate::village;
use kit::{SESSION, Stage, Visitor};
use serde_json::{Value, json};

const HOST: &str = "village.localhost";

#[tokio::test]
async fn the_six_digits_sign_in_without_the_address_being_typed_again() {
    let stage = Stage::open().await;
    let _village = village(&stage).await;
    // Signs that mean something in cookies and in forms.
    let address = "zoe+lettres%25@example.test";
    let mut zoe = stage.visitor(HOST);
    let page = zoe.get("/sign-in").await.expect(200);
    let sent = zoe.submit(page.form("/sign-in").fill(&[("email", address)])).await.expect(303);
    let page = zoe.follow(sent).await.expect(200);
    assert!(page.text().contains(address), "{}", page.text());
    stage.work().await;
    let letter = stage.letter_to(address).text();
    let digits = letter.lines().map(str::trim).find(|line| is_code(line)).unwrap();
    let wrong = zoe.submit(page.form("/sign-in/code").fill(&[("code", "12345")])).await.expect(422);
    assert!(wrong.text().contains(address), "the address is kept");
    let signed_in = zoe.submit(wrong.form("/sign-in/code").fill(&[("code", digits)])).await.expect(303);
    let page = zoe.follow(signed_in).await.expect(200);
    assert!(page.body.contains("/sign-out"), "{}", page.text());
    stage.close().await;
}

/// Another tab of the same browser, or whoever uses it next: the secret of the session it had opens nothing any more.
#[tokio::test]
async fn a6_signing_in_ends_the_session_that_the_browser_had() {
    let stage = Stage::open().await;
    let _village = village(&stage).await;
    for (address, by_page) in [("zoe@example.test", true), ("leo@example.test", false)] {
        let mut zoe = stage.visitor(HOST);
        let page = zoe.get("/sign-in").await.expect(200);
        let sent = zoe.submit(page.form("/sign-in").fill(&[("email", address)])).await.expect(303);
        let page = zoe.follow(sent).await.expect(200);
        stage.work().await;
        let letter = stage.letter_to(address).text();
        let digits = letter.lines().map(str::trim).find(|line| is_code(line)).unwrap();
        let mut anne = stage.signed_in(HOST, "anne@example.test").await;
        assert_eq!(name(&mut anne).await, "Anne Petit");
        zoe.hold(SESSION, &anne.cookies()[SESSION]);
        if by_page {
            let _in = zoe.submit(page.form("/sign-in/code").fill(&[("code", digits)])).await.expect(303);
        } else {
            let input = json!({ "input": { "email": address, "code": digits } });
            let query = "mutation($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { sessionId } }";
            let answer = zoe.graphql(query, input).await;
            assert!(answer["data"]["redeemSignInCode"]["sessionId"].is_string(), "{answer}");
        }
        assert_ne!(zoe.cookies()[SESSION], anne.cookies()[SESSION]);
        assert_eq!(name(&mut anne).await, Value::Null, "by page: {by_page}");
        let page = zoe.get("/").await.expect(200);
        assert!(page.body.contains("/sign-out"), "{}", page.text());
    }
    stage.close().await;
}

async fn name(visitor: &mut Visitor) -> Value {
    visitor.graphql("{ viewer { me { member { name } } } }", Value::Null).await["data"]["viewer"]["me"]["member"]["name"].clone()
}

/// `482 913`, as the letter prints it.
fn is_code(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    digits == 6 && line.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace())
}
