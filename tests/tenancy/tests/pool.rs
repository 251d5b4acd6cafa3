//! What a cancelled request leaves behind.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened; what is measured is printed"
)]

use database::{CommunityTx, DatabaseError, Db};
use futures_util::future::poll_fn;
use kernel::{CommunityId, Entropy as _, Refusal, Refuse as _, SeededEntropy};
use sqlx::AssertSqlSafe;
use std::{
    collections::HashMap,
    future::Future,
    panic::resume_unwind,
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};
use tenancy::{Errand, Ground};
use tokio::{task::JoinSet, time::timeout};

/// Polls `future` at most `times` times, then drops it: a client that goes away.
async fn abandon<F: Future>(future: F, times: usize) {
    let mut future = pin!(future);
    let mut polled = 0;
    poll_fn(|context| {
        polled += 1;
        match future.as_mut().poll(context) {
            Poll::Pending if polled < times => Poll::Pending,
            _ => Poll::Ready(()),
        }
    })
    .await;
}

async fn count(ground: &Ground, community: CommunityId) -> i64 {
    let mut owner = ground.scratch.owner().await;
    sqlx::query_scalar("select count(*) from job where community_id = $1")
        .bind(community.0)
        .fetch_one(&mut owner)
        .await
        .unwrap()
}

/// The tenant that the one connection has set while nobody has asked for one.
async fn left_over(ground: &Ground) -> Option<String> {
    let mut tx = ground.db.begin_public().await.unwrap();
    let set: Option<String> = sqlx::query_scalar("select nullif(current_setting('app.community', true), '')")
        .fetch_one(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    set
}

#[tokio::test]
async fn t9_after_cancelled_beginnings_every_acknowledged_write_is_there() {
    // One connection, so that each writer gets exactly the one that the abandoned request gave back.
    let ground = Ground::with(1, 1).await;
    let tenant = ground.tenants[0];
    let mut acknowledged = 0;
    for round in 0..1_000 {
        abandon(ground.db.begin(tenant), 1 + round % 6).await;
        assert_eq!(left_over(&ground).await, None, "round {round}: the tenant of whoever went away is still set");
        let mut tx = ground.db.begin(tenant).await.unwrap();
        tx.enqueue(&Errand { number: u32::try_from(round).unwrap() }).await.unwrap();
        tx.commit().await.unwrap();
        acknowledged += 1;
    }
    assert_eq!(count(&ground, tenant).await, acknowledged);
    let mut owner = ground.scratch.owner().await;
    let stuck: i64 = sqlx::query_scalar(
        "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    )
    .fetch_one(&mut owner)
    .await
    .unwrap();
    assert_eq!(stuck, 0);
    drop(owner);
    ground.clear().await;
}

#[tokio::test]
async fn d2_connections_whose_server_went_away_are_passed_over() {
    let ground = Ground::with(1, 4).await;
    let tenant = ground.tenants[0];
    let several = || futures_util::future::join_all((0..4).map(|_| ground.db.begin(tenant)));
    drop(several().await);
    let mut owner = ground.scratch.owner().await;
    let ended: i64 = sqlx::query_scalar(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity
         where datname = current_database() and usename = 'maillon_app'",
    )
    .fetch_one(&mut owner)
    .await
    .unwrap();
    assert!(ended >= 4, "{ended}");
    drop(owner);
    let again: Vec<_> = several().await.into_iter().map(Result::unwrap).collect();
    assert_eq!(again.len(), 4);
    drop(again);
    ground.clear().await;
}

/// Tasks, and transactions of each: a hundred thousand in the long form, as bar T8 asks.
fn tasks_and_steps() -> (u32, u32) {
    if std::env::var_os("MAILLON_LONG").is_some() { (200, 500) } else { (60, 20) }
}

/// One transaction of one tenant, and what becomes of it by the draw. Whether it was acknowledged.
async fn one_of_many(db: Db, tenant: CommunityId, number: u32, fate: u8) -> bool {
    let mut tx = db.begin(tenant).await.unwrap();
    tx.enqueue(&Errand { number }).await.unwrap();
    // A tenant's rows lie apart: whoever saw another's would see them among these.
    let seen = "select count(*) filter (where community_id <> $1), current_setting('app.community', true)
         from (select community_id from job limit 200) seen";
    let (foreign, set): (i64, Option<String>) = sqlx::query_as(seen).bind(tenant.0).fetch_one(tx.conn()).await.unwrap();
    assert_eq!((foreign, set), (0, Some(tenant.to_string())));
    match fate % 8 {
        0 => tx.rollback().await.unwrap(),
        // As `panic!`, without a line on the console for each of thousands.
        1 => resume_unwind(Box::new("on purpose")),
        2 => drop(tx),
        3 => {
            // Given up in the middle of a statement, as a rule.
            let slow = sqlx::query("select pg_sleep(0.02)");
            let _cut = timeout(Duration::from_millis(u64::from(fate / 16)), slow.execute(tx.conn())).await;
        }
        _ => {
            tx.commit().await.unwrap();
            return true;
        }
    }
    false
}

/// A task's transactions, one after the other; how many of each tenant were acknowledged.
async fn many(db: Db, tenants: Vec<CommunityId>, task: u32, steps: u32) -> HashMap<CommunityId, i64> {
    let (dice, mut acknowledged) = (SeededEntropy::new(u64::from(task)), HashMap::new());
    for step in 0..steps {
        let mut drawn = [0; 2];
        dice.fill(&mut drawn);
        let tenant = tenants[usize::from(drawn[0]) % tenants.len()];
        let one = tokio::spawn(one_of_many(db.clone(), tenant, task * steps + step, drawn[1]));
        match one.await {
            Ok(kept) => *acknowledged.entry(tenant).or_default() += i64::from(kept),
            Err(end) => assert_eq!(end.into_panic().downcast_ref(), Some(&"on purpose")),
        }
    }
    acknowledged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t8_connections_shared_by_twenty_tenants_never_mix_them() {
    let ground = Ground::with(20, 5).await;
    let (count_of_tasks, steps) = tasks_and_steps();
    let (mut tasks, began) = (JoinSet::new(), Instant::now());
    for task in 0..count_of_tasks {
        tasks.spawn(many(ground.db.clone(), ground.tenants.clone(), task, steps));
    }
    let mut acknowledged: HashMap<CommunityId, i64> = HashMap::new();
    while let Some(done) = tasks.join_next().await {
        for (tenant, kept) in done.unwrap() {
            *acknowledged.entry(tenant).or_default() += kept;
        }
    }
    println!("T8: {} transactions within {:?}", count_of_tasks * steps, began.elapsed());
    for tenant in &ground.tenants {
        assert_eq!(count(&ground, *tenant).await, acknowledged[tenant], "each tenant has what it was told it has");
    }
    assert_eq!(left_over(&ground).await, None);
    ground.clear().await;
}

/// What the database says when it has no room for one more, takes no writes, or ends a deadlock: nobody did anything wrong, and
/// it passes.
#[tokio::test]
async fn d05_no_room_no_writes_and_a_deadlock_are_told_as_the_database_being_away() {
    let ground = Ground::with(1, 3).await;
    let tenant = ground.tenants[0];

    let mut tx = ground.db.begin(tenant).await.unwrap();
    sqlx::query("set transaction read only").execute(tx.conn()).await.unwrap();
    let refused = tx.enqueue(&Errand { number: 1 }).await.unwrap_err();
    assert!(refused.is_away() && refused.refusal() == Refusal::AWAY, "{refused}");
    tx.rollback().await.unwrap();

    let (mut one, mut other) = (ground.db.begin(tenant).await.unwrap(), ground.db.begin(tenant).await.unwrap());
    lock(&mut one, 1).await.unwrap();
    lock(&mut other, 2).await.unwrap();
    let (first, second) = tokio::join!(lock(&mut one, 2), lock(&mut other, 1));
    let ended: Vec<_> = [first, second].into_iter().filter_map(Result::err).collect();
    assert!(matches!(ended.as_slice(), [error] if error.is_away()), "{ended:?}");

    // Two of three connections are held, and no new one is let in.
    let name: String =
        sqlx::query_scalar("select current_database()").fetch_one(&mut ground.scratch.owner().await).await.unwrap();
    let limit = |most: i32| AssertSqlSafe(format!("alter database {name} connection limit {most}"));
    sqlx::query(limit(0)).execute(&mut ground.scratch.owner().await).await.unwrap();
    let third = ground.db.begin(tenant).await;
    let fourth = ground.db.begin(tenant).await.unwrap_err();
    assert!(fourth.is_away(), "{fourth}");
    sqlx::query(limit(-1)).execute(&mut ground.scratch.owner().await).await.unwrap();
    drop((one, other, third));
    ground.db.begin(tenant).await.unwrap().commit().await.unwrap();
    ground.clear().await;
}

async fn lock(tx: &mut CommunityTx, what: i64) -> Result<(), DatabaseError> {
    sqlx::query("select pg_advisory_xact_lock($1)").bind(what).execute(tx.conn()).await?;
    Ok(())
}

#[tokio::test]
async fn no_statement_waits_for_a_compiler() {
    let ground = Ground::with(1, 1).await;
    let mut tx = ground.db.begin_public().await.unwrap();
    let compiles: String = sqlx::query_scalar("select current_setting('jit')").fetch_one(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let mut platform = ground.db.begin_platform().await.unwrap();
    let jobs_too: String =
        sqlx::query_scalar("select current_setting('jit')").fetch_one(platform.conn()).await.unwrap();
    platform.commit().await.unwrap();
    assert_eq!([compiles.as_str(), jobs_too.as_str()], ["off", "off"]);
    ground.clear().await;
}
