use crate::{
    ground::Ground,
    samples::{draft, first, published},
};
use exchange::{Draft, Edit, ExchangeError, Publish, Settlement, edit::edit, publish::publish, views};
use kernel::{ListingId, Refuse, Standing};

#[tokio::test]
async fn publishing_twice_with_the_same_id_publishes_once_and_answers_the_same() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let cmd = Publish { id: ListingId(ground.id()), draft: draft("Perceuse à percussion") };
    let before = publish(&ground.db, &odile, cmd.clone()).await.unwrap();
    ground.clock.advance(chrono::Duration::minutes(2));
    let again = publish(&ground.db, &odile, cmd).await.unwrap();
    assert_eq!(before, again);
    assert_eq!(views::mine(&ground.db, &odile, &first(10)).await.unwrap().items.len(), 1);
    assert_eq!(ground.jobs("listing_expiring").await.len(), 2);
    assert_eq!(ground.jobs("expire_listing").await.len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn two_at_the_same_moment_publish_once() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let cmd = Publish { id: ListingId(ground.id()), draft: draft("Perceuse à percussion") };
    let (one, two) = tokio::join!(publish(&ground.db, &odile, cmd.clone()), publish(&ground.db, &odile, cmd.clone()));
    assert_eq!(one.unwrap(), two.unwrap());
    assert_eq!(ground.jobs("expire_listing").await.len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn the_id_of_another_members_listing_is_refused_and_changes_nothing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &odile, "Perceuse à percussion").await;
    let taken = publish(&ground.db, &bruno, Publish { id, draft: draft("Autre chose") }).await;
    assert!(matches!(taken, Err(ExchangeError::IdTaken)));
    let kept = views::listing(&ground.db, &bruno, id).await.unwrap().unwrap();
    assert_eq!((kept.row.title.as_str(), kept.row.author.name.as_str()), ("Perceuse à percussion", "Odile"));
    ground.close().await;
}

#[tokio::test]
async fn the_communitys_rules_bind_what_is_given_in_return_and_the_category() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let draft = Draft { settlements: vec![Settlement::Money], category: "Magie".to_owned(), ..draft("Perceuse") };
    let refused = publish(&ground.db, &odile, Publish { id: ListingId(ground.id()), draft }).await.unwrap_err();
    let codes: Vec<_> = refused.problems().iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["LISTING_SETTLEMENT_NOT_ALLOWED", "LISTING_CATEGORY_UNKNOWN"]);
    assert_eq!(refused.refusal().field, Some("settlements"));
    ground.close().await;
}

#[tokio::test]
async fn only_its_author_edits_a_listing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &odile, "Perceuse").await;
    let new = Edit { id, draft: draft("Perceuse, avec ses mèches") };
    assert!(matches!(edit(&ground.db, &bruno, new.clone()).await, Err(ExchangeError::NotFound)));
    edit(&ground.db, &odile, new).await.unwrap();
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!(view.row.title, "Perceuse, avec ses mèches");
    assert_eq!(view.edited_at, Some(ground.now()));
    ground.close().await;
}

#[tokio::test]
async fn a_suspended_member_publishes_nothing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let odile = ground.stands(&odile, Standing::Suspended).await;
    let refused = publish(&ground.db, &odile, Publish { id: ListingId(ground.id()), draft: draft("Perceuse") }).await;
    assert!(matches!(refused, Err(ExchangeError::Forbidden(_))));
    ground.close().await;
}

#[tokio::test]
async fn c6_a_member_publishes_twenty_listings_a_day_however_many_are_sent_at_once() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let ada = ground.member(community, "Ada").await;
    let publish_one = async |id| {
        exchange::publish::publish(&ground.db, &ada, exchange::Publish { id, draft: draft("Une échelle") }).await
    };
    let ids: Vec<kernel::ListingId> = (0..25).map(|_| kernel::ListingId(ground.id())).collect();
    let outcomes = futures_util::future::join_all(ids.iter().map(|id| publish_one(*id))).await;
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(done, usize::try_from(exchange::limits::LISTINGS_A_DAY).unwrap(), "{outcomes:?}");
    let refusals = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
    for error in refusals {
        let refusal = kernel::Refuse::refusal(error);
        assert_eq!((refusal.code, refusal.kind), ("LISTINGS_ENOUGH_TODAY", kernel::RefusalKind::TooMany));
        assert!(refusal.wait.is_some());
    }
    let first = ids.iter().zip(&outcomes).find(|(_, outcome)| outcome.is_ok()).unwrap().0;
    assert!(publish_one(*first).await.is_ok(), "repeating what was done is no new listing");
    ground.clock.advance(chrono::Duration::days(1));
    assert!(publish_one(kernel::ListingId(ground.id())).await.is_ok());
    ground.close().await;
}
