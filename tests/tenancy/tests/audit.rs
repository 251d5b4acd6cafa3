//! Bar R2 on a real database: what a superuser does to a journal is found, and the place is named.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use database::audit::{Anchor, Broken, Entry, Why, head, verify};
use serde_json::json;
use sqlx::{AssertSqlSafe, Executor};
use tenancy::Ground;

async fn write(ground: &Ground, entries: usize) {
    for n in 0..entries {
        let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
        let detail = json!({ "to": "suspended", "n": n, "from": "member", "reason": format!("Raison {n} : « é ».") });
        tx.record(Entry { actor: None, subject: None, act: "standing_changed", detail });
        tx.commit().await.unwrap();
    }
}

async fn look(ground: &Ground, anchors: &[Anchor]) -> Result<Anchor, Broken> {
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    let found = verify(&mut tx, anchors).await.unwrap();
    tx.commit().await.unwrap();
    found
}

async fn end(ground: &Ground) -> Anchor {
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    let end = head(&mut tx).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    end
}

/// What a superuser does, and where it must be found.
const ATTACKS: &[(&str, i64, Why)] = &[
    ("update journal set act = 'applied' where seq = 3", 3, Why::Altered),
    ("update journal set detail = detail || '{\"to\": \"member\"}' where seq = 4", 4, Why::Altered),
    ("update journal set at = at + interval '1 microsecond' where seq = 1", 1, Why::Altered),
    ("update journal set mac = decode(repeat('00', 32), 'hex') where seq = 5", 5, Why::Altered),
    ("update journal_note set note = 'Sans raison.' where seq = 6", 6, Why::Note),
    ("delete from journal_note where seq = 6", 6, Why::Note),
    ("delete from journal_note where seq = 7; delete from journal where seq = 7", 7, Why::Missing),
    (
        "update journal_note set seq = seq + 0; update journal set seq = 99 where seq = 2; update journal set seq = 2 where seq = 8;
         update journal set seq = 8 where seq = 99",
        2,
        Why::Altered,
    ),
    (
        "insert into journal (community_id, id, at, act, detail, seq, mac)
         select community_id, gen_random_uuid(), at, act, detail, 11, mac from journal where seq = 10",
        11,
        Why::Altered,
    ),
    (
        "alter table journal drop constraint journal_chained;
         insert into journal (community_id, id, at, act) select community_id, gen_random_uuid(), at, act from journal where seq = 1",
        1,
        Why::Altered,
    ),
    ("delete from journal_note where seq > 8; delete from journal where seq > 8", 9, Why::Missing),
    ("delete from journal_note; delete from journal", 1, Why::Missing),
];

#[tokio::test]
async fn r2_what_a_superuser_does_to_the_journal_is_found_and_the_place_is_named() {
    let ground = Ground::with(2, 4).await;
    write(&ground, 10).await;
    let anchor = end(&ground).await;
    assert_eq!(look(&ground, &[]).await, Ok(anchor.clone()), "untouched, it holds");
    let mut owner = ground.scratch.owner().await;
    owner.execute("create schema kept; create table kept.journal as table journal; create table kept.note as table journal_note").await.unwrap();
    for (attack, seq, why) in ATTACKS {
        // Foreign keys stand in the way of swapping numbers; whoever is strong enough for the rest is strong enough for that.
        let statement =
            format!("set session_replication_role = replica; {attack}; set session_replication_role = origin");
        owner.execute(AssertSqlSafe(statement)).await.unwrap();
        assert_eq!(
            look(&ground, std::slice::from_ref(&anchor)).await,
            Err(Broken { seq: *seq, why: *why }),
            "{attack}"
        );
        owner
            .execute(
                "delete from journal_note; delete from journal; insert into journal select * from kept.journal;
                 insert into journal_note select * from kept.note",
            )
            .await
            .unwrap();
        assert_eq!(look(&ground, std::slice::from_ref(&anchor)).await, Ok(anchor.clone()), "put back after {attack}");
    }
    drop(owner);
    ground.clear().await;
}

#[tokio::test]
async fn r2_requests_may_add_to_the_journal_and_never_change_it() {
    let ground = Ground::with(1, 4).await;
    write(&ground, 1).await;
    for forbidden in [
        "update journal set act = 'applied'",
        "delete from journal",
        "truncate journal",
        "update journal_note set note = 'x'",
    ] {
        let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
        let refused = tx.conn().execute(forbidden).await.unwrap_err();
        assert!(refused.to_string().contains("permission denied"), "{forbidden}: {refused}");
        tx.rollback().await.unwrap();
    }
    ground.clear().await;
}

#[tokio::test]
async fn r1_an_entry_stands_there_exactly_when_its_deed_does() {
    let ground = Ground::with(1, 4).await;
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    tx.record(Entry { actor: None, subject: None, act: "applied", detail: json!({}) });
    tx.rollback().await.unwrap();
    let count = "select count(*) from journal";
    let written: i64 = sqlx::query_scalar(count).fetch_one(&mut ground.scratch.owner().await).await.unwrap();
    assert_eq!(written, 0);
    ground.clear().await;
}

#[tokio::test]
async fn r2_many_at_once_write_one_chain() {
    let ground = Ground::with(1, 8).await;
    let writers = (0..8).map(|_| write(&ground, 10));
    futures_util::future::join_all(writers).await;
    assert_eq!(look(&ground, &[]).await.unwrap().seq, 80);
    ground.clear().await;
}

#[tokio::test]
async fn r2_entries_from_before_the_chain_are_covered_by_it() {
    let ground = Ground::with(1, 4).await;
    let mut owner = ground.scratch.owner().await;
    owner.execute("alter table journal drop constraint journal_chained").await.unwrap();
    let older =
        "insert into journal (community_id, id, at, act) select id, gen_random_uuid(), now(), 'applied' from community";
    owner.execute(older).await.unwrap();
    write(&ground, 2).await;
    assert_eq!(look(&ground, &[]).await.unwrap().seq, 2);
    owner.execute("update journal set act = 'founded' where seq is null").await.unwrap();
    assert_eq!(look(&ground, &[]).await, Err(Broken { seq: 1, why: Why::Altered }));
    drop(owner);
    ground.clear().await;
}
