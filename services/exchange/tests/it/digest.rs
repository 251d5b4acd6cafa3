use crate::{
    ground::{Ground, member_of},
    samples::published,
};
use chrono::Duration;
use exchange::{Close, close::close, digest::fresh_for, seen::mark_seen};

#[tokio::test]
async fn a_digest_shows_what_is_new_open_not_mine_and_not_seen() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    published(&ground, &bruno, "Avant").await;
    ground.clock.advance(Duration::days(1));
    let since = ground.now();
    ground.clock.advance(Duration::minutes(1));
    published(&ground, &odile, "La mienne").await;
    let seen = published(&ground, &bruno, "Déjà vue").await;
    let closed = published(&ground, &bruno, "Fermée").await;
    let fresh = published(&ground, &bruno, "Nouvelle").await;
    let until = ground.now();
    ground.clock.advance(Duration::minutes(1));
    published(&ground, &bruno, "Pour la prochaine").await;
    for _ in 0..2 {
        mark_seen(&ground.db, &odile, seen).await.unwrap();
    }
    close(&ground.db, &bruno, Close { id: closed, helped_by: None, thanks: String::new() }).await.unwrap();
    let mut tx = ground.db.begin(community).await.unwrap();
    let shown = fresh_for(&mut tx, member_of(&odile), since, until, 20).await.unwrap();
    assert_eq!(shown.iter().map(|one| (one.id, one.author_name.as_str())).collect::<Vec<_>>(), [(fresh, "Bruno")]);
    assert_eq!(fresh_for(&mut tx, member_of(&odile), since, until, 0).await.unwrap(), []);
    drop(tx);
    ground.close().await;
}
