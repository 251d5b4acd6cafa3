//! The weekly letter: new, not mine, not seen; never empty; once.

use crate::ground::{Ground, address};
use chrono::Duration;
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish, seen};
use kernel::{Caller, CommunityId, ListingId};
use workers::schedule;

async fn publishes(ground: &Ground, author: &Caller, title: &str, direction: Direction) -> ListingId {
    let id = ListingId(ground.id());
    let draft = Draft {
        direction: Some(direction),
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: "Avec plaisir.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

async fn people(ground: &Ground) -> (CommunityId, Caller, Caller) {
    let community = ground.quiet_community("nievre", &["Ada", "Bruno"]).await;
    (community, ground.caller(community, "Ada").await, ground.caller(community, "Bruno").await)
}

/// Eight o'clock on Saturday in Paris: what the scheduler writes at each full hour, and all that follows.
async fn saturday(ground: &Ground) {
    ground.clock.advance(Duration::minutes(70));
    schedule::plan(ground.runner.context()).await.unwrap();
    ground.drain().await;
}

#[tokio::test]
async fn e03_the_digest_shows_what_is_new_not_mine_and_not_seen_and_comes_once() {
    let ground = Ground::open().await;
    let (_, ada, bruno) = people(&ground).await;
    publishes(&ground, &ada, "Plants de tomates", Direction::Offer).await;
    publishes(&ground, &ada, "Deux bras pour mon bois", Direction::Request).await;
    let seen_one = publishes(&ground, &ada, "Une échelle déjà vue", Direction::Offer).await;
    publishes(&ground, &bruno, "Ma propre annonce", Direction::Offer).await;
    seen::mark_seen(&ground.db, &bruno, seen_one).await.unwrap();
    saturday(&ground).await;
    let letter = ground.letter_to(&address("Bruno")).await;
    let text = letter.text();
    assert!(text.contains("Plants de tomates") && text.contains("Deux bras pour mon bois"), "{text}");
    assert!(!text.contains("Ma propre annonce") && !text.contains("Une échelle"), "{text}");
    assert!(letter.subject.starts_with("Deux bras pour mon bois, et une autre annonce"), "{}", letter.subject);
    assert!(!text.contains("/sign-in"), "no login link in a digest");
    ground.lint_all();
    // A second scheduler, a second run, an hour later: nothing more.
    schedule::plan(ground.runner.context()).await.unwrap();
    ground.advance(Duration::hours(1)).await;
    schedule::plan(ground.runner.context()).await.unwrap();
    ground.drain().await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn a_digest_is_never_empty() {
    let ground = Ground::open().await;
    let (_, _, bruno) = people(&ground).await;
    publishes(&ground, &bruno, "Ma propre annonce", Direction::Offer).await;
    saturday(&ground).await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 0);
    let states: Vec<String> =
        sqlx::query_scalar("select d.state from digest d join member m on m.id = d.member_id where m.name = 'Bruno'")
            .fetch_all(&mut ground.scratch.owner().await)
            .await
            .unwrap();
    assert_eq!(states, ["empty"]);
    ground.close().await;
}

#[tokio::test]
async fn whoever_left_gets_no_digest() {
    let ground = Ground::open().await;
    let (_, ada, bruno) = people(&ground).await;
    publishes(&ground, &ada, "Plants de tomates", Direction::Offer).await;
    ground.clock.advance(Duration::minutes(70));
    schedule::plan(ground.runner.context()).await.unwrap();
    // Planned, then gone before the letter is composed.
    let planned = notice::plan_digests(&ground.db, &Caller::house(ada.community), notice::Whom::Due).await.unwrap();
    assert!(planned.digests > 0);
    membership::leave::leave(&ground.db, &bruno).await.unwrap();
    ground.drain().await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 0);
    assert_eq!(ground.letters_to("odile.nievre@example.test").len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn a_failed_digest_is_made_good_by_the_next() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &["Ada", "full.bruno"]).await;
    let ada = ground.caller(community, "Ada").await;
    publishes(&ground, &ada, "Plants de tomates", Direction::Offer).await;
    saturday(&ground).await;
    let states: Vec<String> = sqlx::query_scalar(
        "select d.state from digest d join member m on m.id = d.member_id where m.name = 'full.bruno'",
    )
    .fetch_all(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    assert_eq!(states, ["failed"]);
    ground.close().await;
}
