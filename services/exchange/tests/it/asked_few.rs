//! However often an urgent request is looked for again, few are asked because of it.

use crate::{
    ground::Ground,
    urgent::{asked, needs, offers, sought},
};
use exchange::{Close, Urgency, close::close};

#[tokio::test]
async fn one_urgent_request_asks_ten_in_all_however_often_it_is_looked_for_again() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let mut first = Vec::new();
    for n in 0..10 {
        let who = ground.member(community, &format!("Aide {n}")).await;
        first.push((offers(&ground, &who, "Corbigny").await, who));
    }
    let urgent = needs(&ground, &guy, Some(Urgency::Today)).await;
    assert_eq!(asked(&ground, urgent).await.len(), 10);
    // What they offer is lent already; others offer the same.
    for (offer, who) in first {
        close(&ground.db, &who, Close { id: offer, helped_by: None, thanks: String::new() }).await.unwrap();
    }
    let late = ground.member(community, "Tard").await;
    offers(&ground, &late, "Corbigny").await;
    sought(&ground, &guy, urgent).await;
    assert!(ground.told(&late).await.contains(&"match_found".to_owned()), "told of it in the application");
    assert_eq!(asked(&ground, urgent).await.len(), 10, "and asked by no letter");
    ground.close().await;
}
