//! The end of an address below which a calendar is read.

use crate::ground::{Ground, member_of};
use exchange::{
    ExchangeError,
    calendar::{delete_feed, feed, feed_address, renew_feed},
};
use kernel::{Caller, CommunityId};
use membership::session::sign_out_everywhere;

async fn reads(ground: &Ground, community: CommunityId, token: &str) -> bool {
    let read = feed(&ground.db, community, token).await.map(|_| ());
    if let Err(error) = &read {
        assert!(matches!(error, ExchangeError::NotFound), "{error}");
    }
    read.is_ok()
}

#[tokio::test]
async fn an_address_that_was_deleted_is_read_by_nobody_and_never_comes_back() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, odile) = (ground.member(community, "Anne").await, ground.member(community, "Odile").await);
    delete_feed(&ground.db, &anne).await.unwrap();
    let first = renew_feed(&ground.db, &anne).await.unwrap();
    let hers = renew_feed(&ground.db, &odile).await.unwrap();
    for _ in 0..2 {
        delete_feed(&ground.db, &anne).await.unwrap();
    }
    assert_eq!(feed_address(&ground.db, &anne).await.unwrap(), None);
    assert!(!reads(&ground, community, &first.token).await);
    assert!(reads(&ground, community, &hers.token).await, "nobody else's goes");
    let second = renew_feed(&ground.db, &anne).await.unwrap();
    assert_ne!(first.token, second.token);
    assert!(!reads(&ground, community, &first.token).await && reads(&ground, community, &second.token).await);
    ground.close().await;
}

/// The same person, in another community.
async fn also_in(ground: &Ground, who: &Caller, community: CommunityId) -> Caller {
    let there = ground.member(community, "Anne").await;
    let me = kernel::Me { account: who.account().unwrap(), ..there.me().unwrap() };
    sqlx::query("update member set account_id = $2 where id = $1")
        .bind(member_of(&there).0)
        .bind(me.account.0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    Caller { who: kernel::Who::Member(me), ..there }
}

#[tokio::test]
async fn signing_out_everywhere_ends_the_address_in_every_community() {
    let ground = Ground::open().await;
    let (here, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (anne, odile) = (ground.member(here, "Anne").await, ground.member(here, "Odile").await);
    let there = also_in(&ground, &anne, elsewhere).await;
    let (one, other) = (renew_feed(&ground.db, &anne).await.unwrap(), renew_feed(&ground.db, &there).await.unwrap());
    let of_odile = renew_feed(&ground.db, &odile).await.unwrap();
    assert!(reads(&ground, here, &one.token).await && reads(&ground, elsewhere, &other.token).await);
    sign_out_everywhere(&ground.db, &anne).await.unwrap();
    assert!(!reads(&ground, here, &one.token).await && !reads(&ground, elsewhere, &other.token).await);
    assert!(reads(&ground, here, &of_odile.token).await, "nobody else's ends");
    assert_eq!(feed_address(&ground.db, &anne).await.unwrap(), None, "nor is it shown as if it held");
    let again = renew_feed(&ground.db, &anne).await.unwrap();
    assert_ne!(again.token, one.token);
    assert!(reads(&ground, here, &again.token).await && !reads(&ground, here, &one.token).await);
    ground.close().await;
}
