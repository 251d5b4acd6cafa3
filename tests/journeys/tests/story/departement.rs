//! The preset `departement`: a steward lets people in, or their town hall's address does.

use kit::{Somebody, Stage};

const TEAM: [Somebody; 2] =
    [Somebody::new("Paul Renard", "paul@example.test"), Somebody::new("Lise Blanc", "lise@example.test")];

#[tokio::test]
async fn a_steward_lets_an_applicant_in_and_everybody_concerned_is_told() {
    let stage = Stage::open().await;
    stage.community("nievre", "departement", &TEAM).await;
    stage.work().await;
    stage.sink.clear();
    let mut lea = stage.visitor("nievre.localhost");
    lea.sign_in(&stage, "lea@example.test").await;
    let page = lea.visit("/join").await.expect(200);
    let answers = [("name", "Léa"), ("about", "Je m’installe à Pazy."), ("charter_accepted", "yes")];
    let _page = lea.submit(page.form("/join").fill(&answers)).await.expect(303);
    stage.work().await;
    assert!(stage.letter_to("paul@example.test").text().contains("Léa"), "the team hears of her");

    let mut paul = stage.signed_in("nievre.localhost", "paul@example.test").await;
    let desk = paul.visit("/steward").await.expect(200);
    let page = paul.submit(desk.form("/admit")).await.expect(303);
    assert_eq!(page.redirect(), Some("/steward"));
    // The other steward is a moment too late, and is told so.
    let again = paul.submit(desk.form("/admit")).await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.text());
    stage.work().await;
    assert!(stage.letter_to("lea@example.test").text().contains("Léa"));
    let _page = lea.visit("/listings").await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_refusal_needs_a_reason_and_keeps_what_was_typed() {
    let stage = Stage::open().await;
    stage.community("nievre", "departement", &TEAM).await;
    let mut lea = stage.visitor("nievre.localhost");
    lea.sign_in(&stage, "lea@example.test").await;
    let page = lea.visit("/join").await.expect(200);
    let _page = lea
        .submit(page.form("/join").fill(&[("name", "Léa"), ("about", "Bonjour."), ("charter_accepted", "yes")]))
        .await
        .expect(303);
    let mut paul = stage.signed_in("nievre.localhost", "paul@example.test").await;
    let desk = paul.visit("/steward").await.expect(200);
    let empty = paul.submit(desk.form("/refuse")).await.expect(422);
    let _page =
        paul.submit(empty.form("/refuse").fill(&[("reason", "N’habite pas le département.")])).await.expect(303);
    assert!(paul.visit("/steward").await.expect(200).forms().iter().all(|form| !form.action.contains("/refuse")));
    stage.work().await;
    stage.finish().await;
}
