//! A passkey in a real browser, with Chromium's virtual device: added, signed out, signed in with.
#![recursion_limit = "256"]

use browser::Chromium;
use kit::{Somebody, Stage};

const PEOPLE: [Somebody; 3] = [
    Somebody::new("Odile", "odile@example.test"),
    Somebody::new("Bruno", "bruno@example.test"),
    Somebody::new("Claire", "claire@example.test"),
];

#[tokio::test]
async fn a3_w2_a_browser_adds_a_passkey_and_signs_in_with_it() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.virtual_device().await;
    let base = format!("http://village.localhost:{}", stage.port());
    window.go(&format!("{base}/sign-in")).await;
    window.fill("email", "bruno@example.test").await;
    window.follow("form[action='/sign-in'] button").await;
    let _asked = window.find("form[action='/sign-in/code']").await;
    stage.work().await;
    window.go(&stage.link_to("bruno@example.test", "/sign-in/")).await;
    window.follow("main form [type=submit]").await;
    window.leave("/sign-in").await;

    window.go(&format!("{base}/account")).await;
    window.fill("name", "Chromium").await;
    window.follow("form[action='/account/passkeys/begin'] button").await;
    window.leave("/begin").await;
    assert!(window.address().await.ends_with("/account/passkeys"), "{}", window.text().await);
    assert_eq!(window.ask("return document.querySelectorAll('.codes li').length").await, 10);
    window.go(&format!("{base}/account")).await;
    assert!(window.text().await.contains("Chromium"));
    window.follow("form[action='/sign-out'] button").await;
    window.leave("/account").await;

    window.go(&format!("{base}/sign-in?return_to=/account")).await;
    window.follow("form[action='/sign-in/passkey/begin'] button").await;
    window.leave("/sign-in").await;
    assert!(window.address().await.ends_with("/account"), "{}", window.text().await);
    assert!(window.text().await.contains("Chromium"));
    window.close().await;
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn w2_without_script_the_page_says_so_and_offers_the_letter() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let chromium = Chromium::start().await;
    let window = chromium.window_without_script("fr").await;
    window.go(&format!("http://village.localhost:{}/sign-in", stage.port())).await;
    window.follow("form[action='/sign-in/passkey/begin'] button").await;
    let _asking = window.find("form[data-passkey]").await;
    assert!(window.text().await.contains("JavaScript"), "{}", window.text().await);
    window.follow(".after-card a").await;
    window.leave("/begin").await;
    let _letter = window.find("form[action='/sign-in'] input[name=email]").await;
    window.close().await;
    stage.close().await;
}
