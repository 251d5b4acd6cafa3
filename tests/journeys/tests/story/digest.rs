//! The weekly letter: what is new and concerns me, on Saturday at my hour, once.

use crate::village;
use chrono::Duration;
use kit::Stage;

#[tokio::test]
async fn the_digest_comes_on_saturday_once_with_what_is_new_not_mine_and_not_seen() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    let mut guy = stage.signed_in("village.localhost", "guy@example.test").await;
    stage.work().await;
    publish(&mut anne, "Prête une échelle de toit").await;
    let seen = publish(&mut anne, "Donne des plants de tomates").await;
    let _page = guy.visit(&seen).await.expect(200);
    stage.sink.clear();
    // The stage begins on a Tuesday; the village is three days old: Friday 09:00 UTC. Saturday 08:00 in Paris is 07:00 UTC.
    for _ in 0..30 {
        stage.advance(Duration::hours(1)).await;
    }
    let letters = stage.letters_to("guy@example.test");
    assert_eq!(letters.len(), 1, "once");
    let text = letters[0].text();
    assert!(text.contains("échelle de toit"), "{text}");
    assert!(!text.contains("tomates"), "he has seen it: {text}");
    assert!(stage.letters_to("anne@example.test").is_empty(), "nothing but her own: no letter at all");
    // A week later nothing is new: nothing comes.
    stage.sink.clear();
    for _ in 0..7 {
        stage.advance(Duration::hours(24)).await;
    }
    assert!(stage.letters_to("guy@example.test").is_empty(), "never empty");
    stage.close().await;
}

async fn publish(visitor: &mut kit::Visitor, title: &str) -> String {
    let page = visitor.visit("/listings/new?direction=offer").await.expect(200);
    let answers =
        [("title", title), ("body", "Venez la chercher quand vous voulez."), ("kind", "loan"), ("settlements", "gift")];
    let sent = visitor.submit(page.form("/listings").fill(&answers)).await.expect(303);
    visitor.follow(sent).await.expect(200).path
}
