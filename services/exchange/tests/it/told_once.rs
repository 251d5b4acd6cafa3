//! What a loop, a job that runs twice or one that comes late does not do to those who come to an outing.

use crate::{
    ground::{Ground, member_of},
    outings::{at, comes, letters, walk},
    samples::{draft, published, published_as},
};
use chrono::Duration;
use exchange::{Edit, OutingNews, RemindOuting, State, edit::edit, gone, outing::letter, outing::remind, views};
use kernel::{Caller, Refuse, Standing, Timestamp};
use membership::jobs::MemberSuspended;

#[tokio::test]
async fn changes_within_some_minutes_are_one_notice_and_one_letter_that_tells_the_last() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let id = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, id).await;
    for hour in 10..16 {
        let moved = at(walk(""), &format!("2026-03-08T{hour}:00"));
        edit(&ground.db, &odile, Edit { id, draft: moved }).await.unwrap();
        ground.clock.advance(Duration::seconds(20));
    }
    assert_eq!(ground.told(&anne).await, ["outing_changed"]);
    let sent = letters(&ground).await;
    assert_eq!(sent.iter().map(|sent| sent.news).collect::<Vec<_>>(), [OutingNews::Changed]);
    let due = ground.jobs("outing_letter").await[0].0;
    assert!(due >= ground.now() + Duration::minutes(10), "there is time to change it once more: {due}");
    let house = Caller::house(community);
    let facts = letter(&ground.db, &house, &sent[0]).await.unwrap().unwrap();
    assert_eq!(facts.starts_at, "2026-03-08T14:00:00Z".parse::<Timestamp>().unwrap(), "the last of them");
    ground.clock.advance(Duration::minutes(10));
    edit(&ground.db, &odile, Edit { id, draft: at(walk(""), "2026-03-08T17:00") }).await.unwrap();
    assert_eq!((ground.told(&anne).await.len(), letters(&ground).await.len()), (2, 2), "later is another");
    ground.close().await;
}

#[tokio::test]
async fn a_change_just_before_an_outing_is_told_at_once() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let id = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, id).await;
    ground.clock.advance(Duration::days(4) + Duration::hours(4) + Duration::minutes(30));
    edit(&ground.db, &odile, Edit { id, draft: at(walk(""), "2026-03-07T15:15") }).await.unwrap();
    assert_eq!(ground.jobs("outing_letter").await[0].0, ground.now());
    ground.close().await;
}

#[tokio::test]
async fn a_listing_is_changed_thirty_times_an_hour_at_most() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = published(&ground, &odile, "Perceuse").await;
    for _ in 0..30 {
        edit(&ground.db, &odile, Edit { id, draft: draft("Perceuse") }).await.unwrap();
    }
    let refused = edit(&ground.db, &odile, Edit { id, draft: draft("Perceuse") }).await.unwrap_err();
    assert_eq!(refused.refusal().code, "RATE_LIMITED");
    ground.close().await;
}

#[tokio::test]
async fn a_reminder_that_runs_twice_writes_one_letter() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, listing).await;
    ground.clock.advance(Duration::days(3));
    let job = RemindOuting { listing, starts_at: "2026-03-07T14:00:00Z".parse().unwrap() };
    for _ in 0..2 {
        remind(&ground.db, &Caller::house(community), &job).await.unwrap();
    }
    assert_eq!(ground.told(&anne).await, ["outing_soon"]);
    assert_eq!(letters(&ground).await.len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn a_late_suspension_takes_nothing_from_somebody_who_is_back() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, listing).await;
    ground.clock.advance(Duration::hours(1));
    let house = Caller::house(community);
    for back in [&odile, &anne] {
        ground.stands(back, Standing::Suspended).await;
        ground.stands(back, Standing::Member).await;
        let job = MemberSuspended { member: member_of(back), suspended_at: ground.now() };
        assert_eq!(gone::stand_down(&ground.db, &house, &job).await.unwrap(), 0);
    }
    let view = views::listing(&ground.db, &odile, listing).await.unwrap().unwrap();
    assert_eq!((view.row.state, view.outing.unwrap().coming), (State::Open, 1));
    ground.close().await;
}
