//! Within a circle, whatever else is asked for: by the index, and no listing is read to be counted (bar C7, decision 52).

use crate::{
    finding::read_by,
    ground::{Ground, member_of},
    near::{found, live, many, near, place},
    samples::first,
};
use exchange::{Close, ListingFilter, Order, Whence, views};
use kernel::{Caller, ListingId};

/// Gives each tenth listing of somebody's a category.
async fn some_trips(ground: &Ground, author: &Caller) {
    let mut owner = ground.scratch.owner().await;
    sqlx::query(
        "update listing set category = case extract(second from created_at)::integer % 10 when 0 then 'Trajets' else 'Bricolage' end
         where community_id = $1 and author_id = $2",
    )
    .bind(author.community.0)
    .bind(member_of(author).0)
    .execute(&mut owner)
    .await
    .unwrap();
    sqlx::query("vacuum (analyze) listing, listing_term").execute(&mut owner).await.unwrap();
}

async fn cells_of(ground: &Ground, id: ListingId) -> Vec<Option<i32>> {
    sqlx::query_scalar("select distinct cell from listing_term where listing_id = $1")
        .bind(id.0)
        .fetch_all(&mut ground.scratch.owner().await)
        .await
        .unwrap()
}

#[tokio::test]
async fn c7_a_category_within_a_circle_reads_few_of_many_listings() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    live(&ground, &odile, "Corbigny", "").await;
    many(&ground, &odile, &["Corbigny", "Lormes", "Lyon"].map(place), 1_500).await;
    some_trips(&ground, &odile).await;
    let trips = ListingFilter { category: Some("Trajets".to_owned()), ..near(Whence::Home, Some(30), Order::Newest) };
    let read = read_by(&ground, async {
        let mut page = first(10);
        for _ in 0..2 {
            let listings = views::listings(&ground.db, &odile, &trips, &page).await.unwrap();
            assert_eq!(listings.items.len(), 10);
            assert!(listings.items.iter().all(|row| row.category == "Trajets" && row.town != "Lyon"));
            page.after = listings.next;
        }
    })
    .await;
    assert!(read < 100, "{read} rows were read for twenty listings of three thousand");
    ground.scratch.remove().await;
}

#[tokio::test]
async fn c7_the_nearest_reads_no_listing_to_find_its_town() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    live(&ground, &odile, "Corbigny", "").await;
    let home = place("Corbigny").point;
    let mut towns: Vec<_> = places::all().filter(|town| town.point.kilometres_to(home) < 40.0).collect();
    towns.truncate(200);
    assert_eq!(towns.len(), 200);
    // So many others that an index is worth it.
    many(&ground, &odile, &[place("Paris")], 4_000).await;
    many(&ground, &odile, &towns, 1).await;
    some_trips(&ground, &odile).await;
    let read = read_by(&ground, async {
        let listings = found(&ground, &odile, &near(Whence::Home, None, Order::Nearest)).await.items;
        assert_eq!(listings.len(), 50);
    })
    .await;
    assert!(read < 160, "{read} rows were read: each that is shown, and no other town's");
    ground.scratch.remove().await;
}

#[tokio::test]
async fn what_is_over_is_in_no_circle_and_a_listing_that_moves_is_where_it_is() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (here, there) = (places::cell(place("Corbigny").point), places::cell(place("Lyon").point));
    many(&ground, &odile, &[place("Corbigny")], 1).await;
    let id = found(&ground, &odile, &ListingFilter::default()).await.items[0].id;
    assert_eq!(cells_of(&ground, id).await, [Some(here)]);
    sqlx::query("update listing set town = 'Lyon', cell = $2 where id = $1")
        .bind(id.0)
        .bind(there)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(cells_of(&ground, id).await, [Some(there)]);
    let over = Close { id, helped_by: None, thanks: String::new() };
    exchange::close::close(&ground.db, &odile, over).await.unwrap();
    assert_eq!(cells_of(&ground, id).await, [None]);
    ground.close().await;
}
