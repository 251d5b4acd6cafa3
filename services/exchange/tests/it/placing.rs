//! Listings from before there were places, and those whose town could not be told, get theirs.

use crate::{
    ground::Ground,
    samples::{draft, first, published_as, titles},
};
use exchange::{
    ChoosePlaces, Draft, ListingFilter, NamedPlace, Near, Order, Whence,
    my_places::choose_places,
    place_listings::{Placed, place_listings, schedule},
    views,
};
use kernel::{Caller, ListingId};
use places::Streets;

async fn listed(ground: &Ground, author: &Caller, title: &str, town: &str) -> ListingId {
    published_as(ground, author, Draft { town: town.to_owned(), ..draft(title) }).await
}

/// As it was written before there were places.
async fn grows_old(ground: &Ground, listing: ListingId) {
    let statement =
        "update listing set place = null, latitude = null, longitude = null, cell = null, placed_by = 0 where id = $1";
    sqlx::query(statement).bind(listing.0).execute(&mut ground.scratch.owner().await).await.unwrap();
}

async fn place_of(ground: &Ground, listing: ListingId) -> Option<String> {
    let statement = "select place from listing where id = $1";
    sqlx::query_scalar(statement).bind(listing.0).fetch_one(&mut ground.scratch.owner().await).await.unwrap()
}

async fn near_nevers(ground: &Ground, reader: &Caller) -> Vec<String> {
    let near = Some(Near { whence: Whence::Named("Nevers".to_owned()), kilometres: Some(100) });
    let filter = ListingFilter { near, order: Order::Nearest, ..ListingFilter::default() };
    let found = views::listings(&ground.db, reader, &filter, &first(50)).await.unwrap();
    titles(&found).into_iter().map(str::to_owned).collect()
}

async fn jobs(ground: &Ground) -> i64 {
    let statement = "select count(*) from job where kind = 'place_listings'";
    sqlx::query_scalar(statement).fetch_one(&mut ground.scratch.owner().await).await.unwrap()
}

#[tokio::test]
async fn an_old_listing_is_found_near_after_the_job_and_is_looked_at_once() {
    let ground = Ground::open().await;
    let (community, other) = (ground.community("a").await, ground.community("b").await);
    let (bruno, foreign) = (ground.member(community, "Bruno").await, ground.member(other, "Loin").await);
    let house = Caller::house(community);
    let old = listed(&ground, &bruno, "Tailler une haie", "58000 Nevers").await;
    let unsure = listed(&ground, &bruno, "Garder un chat", "Saint-Aubin").await;
    let theirs = listed(&ground, &foreign, "Ailleurs", "Nevers").await;
    grows_old(&ground, old).await;
    grows_old(&ground, theirs).await;
    assert!(near_nevers(&ground, &bruno).await.is_empty());

    schedule(&ground.db, &house).await.unwrap();
    schedule(&ground.db, &house).await.unwrap();
    assert_eq!(jobs(&ground).await, 1, "one at a time");
    assert_eq!(place_listings(&ground.db, &house).await.unwrap(), Placed { placed: 1, more: false });
    assert_eq!(near_nevers(&ground, &bruno).await, ["Tailler une haie"]);
    assert_eq!((place_of(&ground, unsure).await, place_of(&ground, theirs).await), (None, None));
    assert_eq!(place_listings(&ground.db, &house).await.unwrap(), Placed::default(), "each once");
    sqlx::query("delete from job").execute(&mut ground.scratch.owner().await).await.unwrap();
    schedule(&ground.db, &house).await.unwrap();
    assert_eq!(jobs(&ground).await, 0, "nothing to look at, no job");
    ground.close().await;
}

#[tokio::test]
async fn more_than_a_step_is_placed_in_several() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let bruno = ground.member(community, "Bruno").await;
    sqlx::query(
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, town, state, language, created_at, expires_at)
         select $1, gen_random_uuid(), $2, 'offer', 'service', '{gift}', 'Un coup de main', 'Pour le jardin.', 'Corbigny', 'open', 'fr',
             '2026-01-01', '2026-12-31'
         from generate_series(1, 201)",
    )
    .bind(community.0)
    .bind(crate::ground::member_of(&bruno).0)
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    let house = Caller::house(community);
    assert_eq!(place_listings(&ground.db, &house).await.unwrap(), Placed { placed: 200, more: true });
    assert_eq!(place_listings(&ground.db, &house).await.unwrap(), Placed { placed: 1, more: false });
    ground.close().await;
}

#[tokio::test]
async fn whoever_says_where_home_is_tells_which_of_several_towns_their_listings_mean() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (bruno, odile) = (ground.member(community, "Bruno").await, ground.member(community, "Odile").await);
    let his = listed(&ground, &bruno, "Garder un chat", "Saint-Aubin").await;
    let hers = listed(&ground, &odile, "Garder un chien", "Saint-Aubin").await;
    assert_eq!(place_of(&ground, his).await, None, "of many it is not known which");
    let home = NamedPlace { typed: "Nevers".to_owned(), chosen: None };
    let cmd = ChoosePlaces { home, ..ChoosePlaces::default() };
    choose_places(&ground.db, &bruno, &Streets::default(), cmd).await.unwrap();
    assert!(place_of(&ground, his).await.is_some());
    assert_eq!(place_of(&ground, hers).await, None, "nobody else's");
    ground.close().await;
}
