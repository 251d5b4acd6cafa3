//! Whoever has received much lets others go first, where the community wants it, and nobody is told who that is.

use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, published_as},
};
use chrono::Duration;
use exchange::{
    Close, Direction, Draft, Kind, MyFairness, Publish,
    close::close,
    fairness::my_fairness,
    find_matches::{read_meanings, seek, tell},
    limits,
    publish::publish,
    views::{self, matches::matches},
};
use kernel::{Caller, CommunityId, ListingId};

/// From now on the community has this rule; nothing for none.
async fn shared(ground: &Ground, community: CommunityId, share: Option<u32>) {
    sqlx::query("update community set policy = policy || jsonb_build_object('fair_share', $2::integer) where id = $1")
        .bind(community.0)
        .bind(share.map(i64::from))
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
}

/// Something goes to somebody, as its giver says.
async fn given(ground: &Ground, from: &Caller, to: &Caller, kind: Kind) {
    let id = published_as(ground, from, Draft { kind: Some(kind), ..draft("Une chose") }).await;
    let end = Close { id, helped_by: Some(member_of(to)), thanks: String::new() };
    close(&ground.db, from, end).await.unwrap();
}

async fn stands(ground: &Ground, caller: &Caller) -> MyFairness {
    my_fairness(&ground.db, caller).await.unwrap().unwrap()
}

/// Whether somebody may answer, and else when.
async fn answers(ground: &Ground, caller: &Caller, listing: ListingId) -> (bool, Option<Duration>) {
    let view = views::listing(&ground.db, caller, listing).await.unwrap().unwrap();
    (view.may_answer, view.answerable_at.map(|at| at - ground.now()))
}

#[tokio::test]
async fn whoever_has_reached_the_share_answers_new_offers_of_things_later() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let [odile, bruno, anne] = [
        ground.member(community, "Odile").await,
        ground.member(community, "Bruno").await,
        ground.member(community, "Anne").await,
    ];
    given(&ground, &bruno, &odile, Kind::Good).await;
    let request = Draft { direction: Some(Direction::Request), ..draft("Une remorque") };
    let own = published_as(&ground, &odile, request.clone()).await;
    close(&ground.db, &odile, Close { id: own, helped_by: Some(member_of(&anne)), thanks: String::new() })
        .await
        .unwrap();
    given(&ground, &bruno, &odile, Kind::Service).await;
    let offer = published_as(&ground, &bruno, draft("Perceuse")).await;
    assert_eq!(my_fairness(&ground.db, &odile).await.unwrap(), None, "nobody asked for such a rule");
    assert_eq!(answers(&ground, &odile, offer).await, (true, None));

    shared(&ground, community, Some(3)).await;
    assert_eq!(answers(&ground, &odile, offer).await, (true, None), "two things are not three, and help is no thing");
    shared(&ground, community, Some(2)).await;
    let own = MyFairness { share: 2, received: 2, until: Some(ground.now() + Duration::days(30)) };
    assert_eq!(stands(&ground, &odile).await, own);
    assert_eq!(answers(&ground, &odile, offer).await, (false, Some(limits::fair_delay())));
    let free = MyFairness { share: 2, received: 0, until: None };
    assert_eq!((stands(&ground, &anne).await, stands(&ground, &bruno).await), (free, free), "whoever gives and helps");
    assert_eq!(answers(&ground, &anne, offer).await, (true, None));
    let help = published_as(&ground, &bruno, Draft { kind: Some(Kind::Service), ..draft("Un coup de main") }).await;
    let asked = published_as(&ground, &anne, request).await;
    assert_eq!((answers(&ground, &odile, help).await.0, answers(&ground, &odile, asked).await.0), (true, true));

    ground.clock.advance(limits::fair_delay() - Duration::seconds(1));
    assert_eq!(answers(&ground, &odile, offer).await, (false, Some(Duration::seconds(1))));
    ground.clock.advance(Duration::seconds(1));
    assert_eq!(answers(&ground, &odile, offer).await, (true, None));
    ground.clock.advance(Duration::days(30));
    assert_eq!(stands(&ground, &odile).await, free, "a month later nothing of it counts");
    ground.close().await;
}

#[tokio::test]
async fn what_somebody_asked_for_another_counts_for_the_other_and_never_twice() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    shared(&ground, community, Some(1)).await;
    let [proxy, person, helper] = [
        ground.member(community, "Odile").await,
        ground.member(community, "Jeanne").await,
        ground.member(community, "Bruno").await,
    ];
    let request = Draft { direction: Some(Direction::Request), ..draft("Un fauteuil") };
    let id = published_as(&ground, &proxy, request).await;
    sqlx::query(
        "insert into mandate (community_id, listing_id, proxy_id, member_id, said_at, agreed_at) values ($1, $2, $3, $4, $5, $5)",
    )
    .bind(community.0)
    .bind(id.0)
    .bind(member_of(&proxy).0)
    .bind(member_of(&person).0)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    close(&ground.db, &proxy, Close { id, helped_by: Some(member_of(&helper)), thanks: String::new() }).await.unwrap();
    let received = async |caller: &Caller| stands(&ground, caller).await.received;
    assert_eq!((received(&proxy).await, received(&person).await, received(&helper).await), (0, 1, 0));
    ground.close().await;
}

/// What the job does for this listing.
async fn found(ground: &Ground, community: CommunityId, listing: ListingId) {
    let house = Caller::house(community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, listing).await.unwrap().unwrap();
    tell(&ground.db, &house, &sought, &[]).await.unwrap();
}

#[tokio::test]
async fn whoever_has_received_nothing_is_told_of_a_new_offer_and_whoever_had_much_finds_it_later() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let [rare, much, giver] = [
        ground.member(community, "Odile").await,
        ground.member(community, "Luc").await,
        ground.member(community, "Bruno").await,
    ];
    given(&ground, &giver, &much, Kind::Good).await;
    for asker in [&rare, &much] {
        let request = Draft { direction: Some(Direction::Request), ..draft("Cherche perceuse") };
        publish(&ground.db, asker, Publish { id: ListingId(ground.id()), draft: request }).await.unwrap();
    }
    let told = async |caller: &Caller| ground.told(caller).await.iter().filter(|kind| *kind == "match_found").count();
    let offer = published_as(&ground, &giver, draft("Perceuse à percussion")).await;
    found(&ground, community, offer).await;
    assert_eq!((told(&rare).await, told(&much).await), (1, 1), "without the rule both at once");

    shared(&ground, community, Some(1)).await;
    let offer = published_as(&ground, &giver, draft("Perceuse sans fil")).await;
    found(&ground, community, offer).await;
    assert_eq!((told(&rare).await, told(&much).await), (2, 1));
    let waits = matches(&ground.db, &much, None, &first(20)).await.unwrap().items;
    assert_eq!(waits.len(), 2, "it is on their page all the same");
    // The one who offers is shown both, as good as they are: nothing tells who had much.
    let seen = matches(&ground.db, &giver, None, &first(20)).await.unwrap().items;
    let scores: Vec<f64> = seen.iter().filter(|one| one.mine == offer).map(|one| one.score).collect();
    assert!(scores.len() == 2 && (scores[0] - scores[1]).abs() < f64::EPSILON, "{scores:?}");
    ground.close().await;
}
