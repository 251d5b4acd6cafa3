use crate::{ground::Ground, samples::draft};
use chrono::Duration;
use exchange::{
    Close, ExpireListing, ListingExpiring, Publish, Renew, State, close::close, expire, publish::publish, renew::renew,
    views,
};
use kernel::{Caller, ListingId};

/// The listing and its two warnings and end, as its jobs know them.
async fn with_jobs(ground: &Ground, author: &Caller) -> (ListingId, [ListingExpiring; 2], ExpireListing) {
    let id = ListingId(ground.id());
    publish(&ground.db, author, Publish { id, draft: draft("Perceuse") }).await.unwrap();
    let warnings: Vec<ListingExpiring> = ground
        .jobs("listing_expiring")
        .await
        .into_iter()
        .map(|(_, payload)| serde_json::from_value(payload).unwrap())
        .collect();
    let (_, end) = ground.jobs("expire_listing").await.pop().unwrap();
    (id, warnings.try_into().unwrap(), serde_json::from_value(end).unwrap())
}

#[tokio::test]
async fn the_author_is_warned_seven_days_and_one_day_before_and_each_warning_is_given_once() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (id, warnings, _) = with_jobs(&ground, &odile).await;
    let house = Caller::house(community);
    assert_eq!(warnings.map(|warning| warning.days), [7, 1]);
    for warning in warnings {
        ground.clock.advance(warning.due_at() - ground.now());
        let letter = expire::warn(&ground.db, &house, &warning).await.unwrap().unwrap();
        assert_eq!((letter.listing, letter.title.as_str()), (id, "Perceuse"));
        // The letter could not be sent: the job comes again.
        assert!(expire::warn(&ground.db, &house, &warning).await.unwrap().is_some());
        expire::warned(&ground.db, &house, &warning).await.unwrap();
        assert_eq!(expire::warn(&ground.db, &house, &warning).await.unwrap(), None);
    }
    assert_eq!(ground.told(&odile).await, ["listing_expiring", "listing_expiring"]);
    ground.close().await;
}

#[tokio::test]
async fn a_listing_ends_at_its_end_and_not_before() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (id, _, end) = with_jobs(&ground, &odile).await;
    let house = Caller::house(community);
    ground.clock.advance(Duration::days(60) - Duration::seconds(1));
    assert!(!expire::expire(&ground.db, &house, &end).await.unwrap());
    ground.clock.advance(Duration::seconds(1));
    assert!(expire::expire(&ground.db, &house, &end).await.unwrap());
    assert!(!expire::expire(&ground.db, &house, &end).await.unwrap());
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!((view.row.state, view.may_renew), (State::Expired, true));
    assert_eq!(ground.told(&odile).await, ["listing_expired"]);
    ground.close().await;
}

#[tokio::test]
async fn renewing_moves_the_end_and_what_was_planned_for_the_old_one_does_nothing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (id, [week, day], end) = with_jobs(&ground, &odile).await;
    let house = Caller::house(community);
    ground.clock.advance(week.due_at() - ground.now());
    let renewed = renew(&ground.db, &odile, Renew { id }).await.unwrap();
    assert_eq!(renewed.expires_at, ground.now() + Duration::days(60));
    let second_click = renew(&ground.db, &odile, Renew { id }).await.unwrap();
    assert_eq!(renewed, second_click);
    assert_eq!(ground.jobs("expire_listing").await.len(), 2);
    assert_eq!(expire::warn(&ground.db, &house, &week).await.unwrap(), None);
    assert_eq!(expire::warn(&ground.db, &house, &day).await.unwrap(), None);
    ground.clock.advance(end.expires_at - ground.now());
    assert!(!expire::expire(&ground.db, &house, &end).await.unwrap());
    ground.close().await;
}

#[tokio::test]
async fn a_closed_listing_is_neither_warned_of_nor_expired_nor_renewed() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (id, [week, _], end) = with_jobs(&ground, &odile).await;
    let house = Caller::house(community);
    close(&ground.db, &odile, Close { id, helped_by: None, thanks: String::new() }).await.unwrap();
    ground.clock.advance(week.due_at() - ground.now());
    assert_eq!(expire::warn(&ground.db, &house, &week).await.unwrap(), None);
    ground.clock.advance(Duration::days(30));
    assert!(!expire::expire(&ground.db, &house, &end).await.unwrap());
    assert!(renew(&ground.db, &odile, Renew { id }).await.is_err());
    ground.close().await;
}

#[tokio::test]
async fn an_expired_listing_opens_again_when_renewed() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (id, _, end) = with_jobs(&ground, &odile).await;
    ground.clock.advance(Duration::days(61));
    assert!(expire::expire(&ground.db, &Caller::house(community), &end).await.unwrap());
    renew(&ground.db, &odile, Renew { id }).await.unwrap();
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!((view.row.state, view.closed_at), (State::Open, None));
    ground.close().await;
}

#[tokio::test]
async fn only_the_house_does_what_jobs_ask() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (_, [week, _], end) = with_jobs(&ground, &odile).await;
    assert!(expire::warn(&ground.db, &odile, &week).await.is_err());
    assert!(expire::warned(&ground.db, &odile, &week).await.is_err());
    assert!(expire::expire(&ground.db, &odile, &end).await.is_err());
    ground.close().await;
}
