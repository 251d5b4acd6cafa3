//! Every letter that a story sends is as mail providers and the law want it, and can be stopped.

use crate::village;
use chrono::Duration;
use kit::Stage;

#[tokio::test]
async fn e10_every_letter_of_a_whole_story_passes_the_lint() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &crate::FOUNDERS).await;
    stage.work().await;
    let mut anne = stage.visitor("village.localhost");
    anne.sign_in(&stage, "anne@example.test").await;
    let page = anne.visit("/invite").await.expect(200);
    let words = [
        ("email", "luc@example.test"),
        ("relation", "friend"),
        ("sentence", "Nous jardinons ensemble.\r\nBcc: eve@example.test"),
    ];
    let _page = anne.submit(page.form("/invite").fill(&words)).await.expect(303);
    stage.advance(Duration::days(12)).await;
    let letters = stage.sink.messages();
    assert!(letters.len() >= 8, "only {} letters", letters.len());
    stage.look_at_letters();
    stage.close().await;
}

#[tokio::test]
async fn e11_one_click_stops_these_letters_and_no_others_and_a_look_stops_nothing() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    stage.work().await;
    let page = anne.visit("/listings/new?direction=offer").await.expect(200);
    let answers =
        [("title", "Une échelle à prêter"), ("body", "Elle est grande."), ("kind", "loan"), ("settlements", "gift")];
    let _page = anne.submit(page.form("/listings").fill(&answers)).await.expect(303);
    stage.sink.clear();
    for _ in 0..30 {
        stage.advance(Duration::hours(1)).await;
    }
    let letter = stage.letter_to("guy@example.test");
    let header = letter.header("list-unsubscribe").unwrap();
    let address = header.trim_matches(['<', '>']).to_owned();
    let mut provider = stage.visitor("village.localhost");
    let path = address.replace(&provider.origin(), "");
    assert!(path.starts_with('/'), "{address}");
    assert!(wants_digest(&stage, "guy@example.test").await);
    for method in ["GET", "HEAD"] {
        let _looked = provider.send(method.parse().unwrap(), &path, &[], None).await;
    }
    assert!(wants_digest(&stage, "guy@example.test").await, "a look stops nothing");
    let form = [("content-type", "application/x-www-form-urlencoded")];
    for _ in 0..2 {
        let body = Some("List-Unsubscribe=One-Click".to_owned());
        let _page = provider.send("POST".parse().unwrap(), &path, &form, body).await.expect(200);
    }
    assert!(!wants_digest(&stage, "guy@example.test").await, "at once");
    assert!(wants_digest(&stage, "bruno@example.test").await, "nobody else's");
    stage.close().await;
}

async fn wants_digest(stage: &Stage, email: &str) -> bool {
    let host = community::by_host(&stage.db, "village.localhost").await.unwrap().unwrap();
    let caller = stage.caller(host, email).await;
    membership::views::own(&stage.db, &caller).await.unwrap().letters.digest
}
