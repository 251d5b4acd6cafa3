//! What is promised to somebody: who says so, of what, and how it is shown.

use crate::{
    ground::{Ground, member_of},
    mandate::{agrees, asked, named},
    outings::walk,
    samples::{draft, first, published, published_as, titles},
    urgent::row,
};
use chrono::Duration;
use exchange::{
    Close, Direction, Draft, Edit, ExchangeError, ExpireListing, Kind, ListingFilter, Release, Renew, Reserve, State,
    close::close, edit::edit, expire, mandate::ForWhom, renew::renew, reserved, views,
};
use kernel::{Caller, ListingId, Refuse};

pub async fn reserves(ground: &Ground, who: &Caller, id: ListingId) -> Result<(), ExchangeError> {
    reserved::reserve::reserve(&ground.db, who, Reserve { id }).await.map(|_| ())
}

pub async fn releases(ground: &Ground, who: &Caller, id: ListingId) -> Result<(), ExchangeError> {
    reserved::release::release(&ground.db, who, Release { id }).await.map(|_| ())
}

#[tokio::test]
async fn its_author_alone_says_that_it_is_promised_and_that_it_is_not_any_more() {
    let ground = Ground::open().await;
    let (community, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (paul, zoe) = (ground.steward(community, "Paul").await, ground.member(elsewhere, "Zoé").await);
    let id = published(&ground, &odile, "Perceuse").await;
    for other in [&bruno, &paul, &zoe] {
        assert!(matches!(reserves(&ground, other, id).await, Err(ExchangeError::NotFound)));
    }
    assert_eq!(row(&ground, &bruno, id).await.reserved(), None);
    let since = ground.now();
    reserves(&ground, &odile, id).await.unwrap();
    ground.clock.advance(Duration::hours(1));
    reserves(&ground, &odile, id).await.unwrap();
    assert_eq!(row(&ground, &bruno, id).await.reserved(), Some(since), "since the first time");
    for other in [&bruno, &paul, &zoe] {
        assert!(matches!(releases(&ground, other, id).await, Err(ExchangeError::NotFound)));
    }
    assert_eq!(row(&ground, &bruno, id).await.reserved(), Some(since));
    for _ in 0..2 {
        releases(&ground, &odile, id).await.unwrap();
    }
    assert_eq!(row(&ground, &bruno, id).await.reserved(), None);
    let absent = ListingId(ground.id());
    assert!(matches!(reserves(&ground, &odile, absent).await, Err(ExchangeError::NotFound)));
    assert!(matches!(releases(&ground, &odile, absent).await, Err(ExchangeError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn whoever_asks_for_another_says_that_it_is_promised_and_the_other_does_not() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let of_nobody_here = asked(&ground, &anne, named("Marcel", true)).await;
    reserves(&ground, &anne, of_nobody_here).await.unwrap();
    let of_a_member = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    let unread = reserves(&ground, &anne, of_a_member).await;
    assert!(matches!(unread, Err(ExchangeError::Closed)), "nobody reads it before she has agreed");
    agrees(&ground, &jeanne, of_a_member).await.unwrap();
    assert!(matches!(reserves(&ground, &jeanne, of_a_member).await, Err(ExchangeError::NotFound)));
    reserves(&ground, &anne, of_a_member).await.unwrap();
    assert!(row(&ground, &jeanne, of_a_member).await.reserved().is_some());
    ground.close().await;
}

#[tokio::test]
async fn what_is_promised_stays_in_lists_and_on_its_page_and_may_be_answered() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &odile, "Perceuse à percussion").await;
    let own = async || views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    let view = own().await;
    assert_eq!((view.may_reserve(), view.may_release()), (true, false));
    reserves(&ground, &odile, id).await.unwrap();
    let view = own().await;
    assert_eq!((view.may_reserve(), view.may_release(), view.may_close), (false, true, true));
    let looked_for = ListingFilter { words: Some("percussion".to_owned()), ..ListingFilter::default() };
    for filter in [ListingFilter::default(), looked_for] {
        let found = views::listings(&ground.db, &bruno, &filter, &first(20)).await.unwrap();
        assert_eq!(titles(&found), ["Perceuse à percussion"]);
        assert_eq!(found.items[0].reserved(), Some(ground.now()));
    }
    let his = views::listing(&ground.db, &bruno, id).await.unwrap().unwrap();
    assert!(his.may_answer && !his.may_reserve() && !his.may_release());
    edit(&ground.db, &odile, Edit { id, draft: draft("Perceuse sans fil") }).await.unwrap();
    assert!(row(&ground, &bruno, id).await.reserved().is_some(), "changing its words promises it to nobody else");
    ground.close().await;
}

#[tokio::test]
async fn an_outing_is_not_promised_and_what_becomes_one_is_released() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let dated = published_as(&ground, &odile, walk("3")).await;
    let wished = Draft { direction: Some(Direction::Request), kind: Some(Kind::Outing), ..draft("Aller au marché") };
    let wished = published_as(&ground, &odile, wished).await;
    for outing in [dated, wished] {
        let refused = reserves(&ground, &odile, outing).await.unwrap_err();
        assert_eq!(refused.refusal().code, "OUTING_NOT_RESERVED");
        assert!(!views::listing(&ground.db, &odile, outing).await.unwrap().unwrap().may_reserve(), "nor is it offered");
        let forced = sqlx::query("update listing set reserved_at = created_at where id = $1").bind(outing.0);
        let forced = forced.execute(&mut ground.scratch.owner().await).await.unwrap_err();
        assert!(forced.to_string().contains("listing_reserved"), "{forced}");
    }
    let loan = published(&ground, &odile, "Perceuse").await;
    reserves(&ground, &odile, loan).await.unwrap();
    edit(&ground.db, &odile, Edit { id: loan, draft: walk("3") }).await.unwrap();
    let now = row(&ground, &odile, loan).await;
    assert_eq!((now.kind, now.reserved_at), (Kind::Outing, None));
    ground.close().await;
}

#[tokio::test]
async fn renewing_keeps_the_mark_and_what_is_over_shows_none() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = published(&ground, &odile, "Perceuse").await;
    let (_, end) = ground.jobs("expire_listing").await.pop().unwrap();
    let end: ExpireListing = serde_json::from_value(end).unwrap();
    let since = ground.now();
    reserves(&ground, &odile, id).await.unwrap();
    ground.clock.advance(end.expires_at - ground.now());
    assert!(expire::expire(&ground.db, &Caller::house(community), &end).await.unwrap(), "it expires like any other");
    let over = row(&ground, &odile, id).await;
    assert_eq!((over.state, over.reserved()), (State::Expired, None));
    assert!(matches!(reserves(&ground, &odile, id).await, Err(ExchangeError::Closed)));
    renew(&ground.db, &odile, Renew { id }).await.unwrap();
    assert_eq!(row(&ground, &odile, id).await.reserved(), Some(since));
    close(&ground.db, &odile, Close { id, helped_by: None, thanks: String::new() }).await.unwrap();
    let closed = row(&ground, &odile, id).await;
    assert_eq!((closed.state, closed.reserved(), closed.reserved_at), (State::Closed, None, Some(since)));
    assert!(matches!(releases(&ground, &odile, id).await, Err(ExchangeError::Closed)));
    assert!(matches!(reserves(&ground, &odile, id).await, Err(ExchangeError::Closed)));
    ground.close().await;
}

#[tokio::test]
async fn what_expired_is_released_once_it_is_renewed_and_looked_for_then() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = published(&ground, &odile, "Perceuse").await;
    reserves(&ground, &odile, id).await.unwrap();
    let (_, end) = ground.jobs("expire_listing").await.pop().unwrap();
    let end: ExpireListing = serde_json::from_value(end).unwrap();
    ground.clock.advance(end.expires_at - ground.now());
    expire::expire(&ground.db, &Caller::house(community), &end).await.unwrap();
    let offered = async || views::listing(&ground.db, &odile, id).await.unwrap().unwrap().may_release();
    let sought = async || ground.jobs("find_matches").await.len();
    assert!(!offered().await, "nobody sees it");
    assert!(matches!(releases(&ground, &odile, id).await, Err(ExchangeError::Closed)));
    assert!(row(&ground, &odile, id).await.reserved_at.is_some(), "and it keeps its mark");
    renew(&ground.db, &odile, Renew { id }).await.unwrap();
    let before = sought().await;
    assert!(offered().await);
    releases(&ground, &odile, id).await.unwrap();
    assert_eq!((sought().await, row(&ground, &odile, id).await.reserved()), (before + 1, None));
    ground.close().await;
}

#[tokio::test]
async fn whoever_says_so_is_told_whether_it_was_an_offer_or_a_request() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    for direction in [Direction::Offer, Direction::Request] {
        let id = published_as(&ground, &odile, Draft { direction: Some(direction), ..draft("Perceuse") }).await;
        // The second time changes nothing, and says the same.
        for _ in 0..2 {
            let promised = reserved::reserve::reserve(&ground.db, &odile, Reserve { id }).await.unwrap();
            assert_eq!(promised, direction);
        }
        for _ in 0..2 {
            let released = reserved::release::release(&ground.db, &odile, Release { id }).await.unwrap();
            assert_eq!(released, direction);
        }
    }
    ground.close().await;
}
