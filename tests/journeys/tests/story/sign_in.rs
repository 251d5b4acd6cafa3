//! Signing in with the six digits, as whoever reads the letter on another device does.

use crate::village;
use kit::Stage;

#[tokio::test]
async fn the_six_digits_sign_in_without_the_address_being_typed_again() {
    let stage = Stage::open().await;
    let _village = village(&stage).await;
    // Signs that mean something in cookies and in forms.
    let address = "zoe+lettres%25@example.test";
    let mut zoe = stage.visitor("village.localhost");
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

/// `482 913`, as the letter prints it.
fn is_code(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    digits == 6 && line.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace())
}
