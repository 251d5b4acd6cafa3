//! Lists in which those come first whom the reader is linked to best. Who is linked how is told by sponsorships; here it is given.

use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, published, published_as, titles},
};
use exchange::{Draft, ListingFilter, Near, Order, Whence, views};
use kernel::{Caller, LinkedAlike, PageRequest, Standing};
use std::collections::HashSet;

fn alike(millionths: u32, members: &[&Caller]) -> LinkedAlike {
    LinkedAlike { millionths, members: members.iter().map(|caller| member_of(caller)).collect() }
}

fn trusted(linked: &[LinkedAlike]) -> ListingFilter {
    ListingFilter { order: Order::Trusted, linked: linked.to_vec(), ..ListingFilter::default() }
}

async fn listed(ground: &Ground, reader: &Caller, filter: &ListingFilter) -> Vec<String> {
    let page = views::listings(&ground.db, reader, filter, &first(50)).await.unwrap();
    titles(&page).into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn those_linked_best_come_first_and_everybody_else_follows_the_newest_first() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let reader = ground.member(community, "Odile").await;
    let [near, also, far, stranger] = [
        ground.member(community, "Bruno").await,
        ground.member(community, "Anne").await,
        ground.member(community, "Luc").await,
        ground.member(community, "Paul").await,
    ];
    for (author, title) in
        [(&near, "Un an"), (&far, "Deux ans"), (&stranger, "Trois ans"), (&also, "Quatre ans"), (&reader, "Cinq ans")]
    {
        ground.clock.advance(chrono::Duration::minutes(5));
        published(&ground, author, title).await;
    }
    let linked = [alike(600_000, &[&near, &also]), alike(216_000, &[&far])];
    let all = ["Quatre ans", "Un an", "Deux ans", "Cinq ans", "Trois ans"];
    assert_eq!(listed(&ground, &reader, &trusted(&linked)).await, all);
    assert_eq!(listed(&ground, &reader, &trusted(&linked[1..])).await[0], "Deux ans", "a tie that has ended");
    let newest = ["Cinq ans", "Quatre ans", "Trois ans", "Deux ans", "Un an"];
    assert_eq!(listed(&ground, &reader, &trusted(&[])).await, newest, "whoever has no tie");
    let ordinary = ListingFilter { order: Order::Newest, ..trusted(&linked) };
    assert_eq!(listed(&ground, &reader, &ordinary).await, newest, "nobody is left out of another order");
    // A rare word is looked up first, and what is found comes in the same order.
    let rare = ListingFilter { words: Some("atelier".to_owned()), ..trusted(&linked) };
    assert_eq!(listed(&ground, &reader, &rare).await, all);
    let one = ListingFilter { author: Some(member_of(&far)), ..trusted(&linked) };
    assert_eq!(listed(&ground, &reader, &one).await, ["Deux ans"]);
    let _gone = ground.stands(&also, Standing::Expelled).await;
    assert_eq!(listed(&ground, &reader, &trusted(&linked)).await[0], "Un an", "whoever is out is shown to nobody");
    ground.close().await;
}

#[tokio::test]
async fn page_by_page_nothing_is_lost_and_nothing_shown_twice() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let reader = ground.member(community, "Odile").await;
    let mut people = Vec::new();
    for number in 0..7 {
        let author = ground.member(community, &format!("Ami {number}")).await;
        // Some at the same moment, so that only the id tells them apart.
        for copy in 0..3 {
            published_as(
                &ground,
                &author,
                Draft { town: town(number).to_owned(), ..draft(&format!("Scie {number}.{copy}")) },
            )
            .await;
        }
        ground.clock.advance(chrono::Duration::minutes(number % 2));
        people.push(author);
    }
    let linked =
        [alike(744_000, &[&people[4], &people[0]]), alike(600_000, &[&people[2]]), alike(78_000, &[&people[6]])];
    let around = Near { whence: Whence::Named("Corbigny".to_owned()), kilometres: Some(5) };
    for filter in [
        trusted(&linked),
        ListingFilter { words: Some("scie".to_owned()), ..trusted(&linked) },
        ListingFilter { near: Some(around), ..trusted(&linked) },
    ] {
        let whole = listed(&ground, &reader, &filter).await;
        let count = if filter.near.is_some() { 12 } else { 21 };
        assert_eq!(whole.iter().collect::<HashSet<_>>().len(), count, "{whole:?}");
        for length in [1, 2, 5, 9, 100] {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let page =
                    views::listings(&ground.db, &reader, &filter, &PageRequest::new(length, after)).await.unwrap();
                seen.extend(page.items.iter().map(|row| row.title.clone()));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, whole, "pages of {length}");
        }
    }
    ground.close().await;
}

fn town(number: i64) -> &'static str {
    if number % 2 == 0 { "Corbigny" } else { "Lyon" }
}

/// A full page of a hundred, of people to whom the reader is not linked, and one more beyond it.
#[tokio::test]
async fn the_longest_page_knows_that_there_is_one_more() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let [reader, author] = [ground.member(community, "Odile").await, ground.member(community, "Luc").await];
    let mut owner = ground.scratch.owner().await;
    sqlx::query(
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, state, language, created_at, expires_at)
         select $1, gen_random_uuid(), $2, 'offer', 'service', '{gift}', 'Un coup de main', 'Pour le jardin.', 'open', 'fr',
             timestamptz '2026-01-01' + make_interval(secs => n), '2026-12-31' from generate_series(1, 101) as n",
    )
    .bind(community.0)
    .bind(member_of(&author).0)
    .execute(&mut owner)
    .await
    .unwrap();
    let filter = trusted(&[alike(600_000, &[&reader])]);
    let page = views::listings(&ground.db, &reader, &filter, &first(100)).await.unwrap();
    assert_eq!(page.items.len(), 100);
    let rest = views::listings(&ground.db, &reader, &filter, &PageRequest::new(100, page.next)).await.unwrap();
    assert_eq!((rest.items.len(), page.next.is_some(), rest.next), (1, true, None));
    ground.close().await;
}
