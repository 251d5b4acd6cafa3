//! Somebody waits until their application comes to its end: told before, renewed by a click, closed kindly, begun anew.

use crate::{THOMAS, village};
use chrono::Duration;
use kit::Stage;

const HOST: &str = "village.localhost";

/// How many letters to Thomas say this in their subject.
fn letters(stage: &Stage, words: &str) -> usize {
    stage.letters_to(THOMAS).iter().filter(|letter| letter.subject.contains(words)).count()
}

#[tokio::test]
async fn whoever_waits_is_told_before_the_end_and_goes_on_by_a_click_once() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let page = thomas.visit("/join").await.expect(200);
    let typed = [("name", "Thomas Lambert"), ("about", "Je répare des vélos."), ("charter_accepted", "yes")];
    let _page = thomas.submit(page.form("/join").fill(&typed)).await.expect(303);
    // Four in the morning: that is when the clock is looked at.
    stage.advance(Duration::hours(19)).await;
    let room = thomas.visit("/waiting").await.expect(200);
    assert!(room.forms().iter().all(|form| form.action != "/waiting/renew"), "there is time yet");
    stage.advance(Duration::days(77)).await;
    assert_eq!(letters(&stage, "prend bientôt fin"), 1);
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let room = thomas.visit("/waiting").await.expect(200);
    let _page = thomas.submit(room.form("/waiting/renew")).await.expect(303);
    let room = thomas.visit("/waiting").await.expect(200);
    assert!(room.forms().iter().all(|form| form.action != "/waiting/renew"), "once");
    for days in [90, 11] {
        stage.advance(Duration::days(days)).await;
    }
    assert_eq!(letters(&stage, "prend bientôt fin"), 3, "fourteen and three days before the new end");
    let again = "mutation { renewApplication { renewed refusal { code } } }";
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let answer = thomas.graphql(again, serde_json::json!({})).await;
    assert_eq!(answer["data"]["renewApplication"]["renewed"], true, "said before, and harmless: {answer}");
    let asked = thomas.graphql("{ waitingRoom { mayRenew } }", serde_json::json!({})).await;
    assert_eq!(asked["data"]["waitingRoom"]["mayRenew"], false, "{asked}");
    stage.advance(Duration::days(4)).await;
    assert_eq!(letters(&stage, "est arrivée à son terme"), 1);
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let page = thomas.visit("/join").await.expect(200);
    let _page = thomas.submit(page.form("/join").fill(&typed)).await.expect(303);
    let _room = thomas.visit("/waiting").await.expect(200);
    stage.work().await;
    stage.finish().await;
}
