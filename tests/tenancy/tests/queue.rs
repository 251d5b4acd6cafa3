//! The queue: what is committed is leased once, in fair turn, and never lost.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test")]

use chrono::Duration;
use database::{Lane, Schedule, queue};
use tenancy::{Errand, Ground};

async fn put(ground: &Ground, tenant: usize, number: u32, schedule: Schedule) {
    let mut tx = ground.db.begin(ground.tenants[tenant]).await.unwrap();
    tx.enqueue_with(&Errand { number }, schedule).await.unwrap();
    tx.commit().await.unwrap();
}

/// Jobs that are neither done nor buried.
async fn left(ground: &Ground) -> i64 {
    let mut owner = ground.scratch.owner().await;
    sqlx::query_scalar("select count(*) from job where state <> 'buried'").fetch_one(&mut owner).await.unwrap()
}

#[tokio::test]
async fn tenants_take_turns_however_long_the_backlog_of_one() {
    let ground = Ground::with(3, 4).await;
    for number in 0..50 {
        put(&ground, 0, number, Schedule::default()).await;
    }
    put(&ground, 1, 100, Schedule::default()).await;
    put(&ground, 2, 200, Schedule::default()).await;
    let leased = queue::lease(&ground.db, Lane::Prompt, 6, 6, Duration::seconds(30)).await.unwrap();
    let of = |tenant: usize| leased.iter().filter(|job| job.community == ground.tenants[tenant]).count();
    assert_eq!((of(0), of(1), of(2)), (4, 1, 1));
    ground.clear().await;
}

#[tokio::test]
async fn a_job_is_leased_once_until_its_lease_runs_out() {
    let ground = Ground::with(1, 4).await;
    put(&ground, 0, 1, Schedule::default()).await;
    let lease = async || queue::lease(&ground.db, Lane::Prompt, 10, 10, Duration::seconds(30)).await.unwrap();
    let first = lease().await;
    assert_eq!((first.len(), lease().await.len()), (1, 0));
    // The worker was killed: the job comes back with the same id, as a second attempt.
    ground.clock.advance(Duration::seconds(31));
    let second = lease().await;
    assert_eq!((second[0].id, second[0].attempt), (first[0].id, 2));
    // The first worker was only slow: its word does not count any more.
    queue::finish(&ground.db, &first[0]).await.unwrap();
    assert!(left(&ground).await == 1);
    queue::finish(&ground.db, &second[0]).await.unwrap();
    assert!(left(&ground).await == 0);
    ground.clear().await;
}

#[tokio::test]
async fn thirty_two_workers_lease_every_job_exactly_once() {
    let ground = Ground::with(4, 8).await;
    for number in 0..200 {
        put(&ground, (number % 4) as usize, number, Schedule::default()).await;
    }
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let db = ground.db.clone();
        workers.spawn(async move {
            let mut mine = Vec::new();
            loop {
                let leased = queue::lease(&db, Lane::Prompt, 5, 5, Duration::minutes(5)).await.unwrap();
                if leased.is_empty() {
                    return mine;
                }
                mine.extend(leased.into_iter().map(|job| job.id));
            }
        });
    }
    let mut all = Vec::new();
    while let Some(mine) = workers.join_next().await {
        all.extend(mine.unwrap());
    }
    let total = all.len();
    all.sort();
    all.dedup();
    assert_eq!(total, all.len(), "no job was leased twice");
    // Whoever found the rows locked by another may have stopped early; a last look finds the rest.
    let rest = queue::lease(&ground.db, Lane::Prompt, 500, 500, Duration::minutes(5)).await.unwrap();
    assert_eq!(all.len() + rest.len(), 200);
    ground.clear().await;
}

#[tokio::test]
async fn a_meaning_stands_in_the_queue_once_and_only_the_due_are_leased() {
    let ground = Ground::with(1, 4).await;
    let later = chrono::DateTime::from_timestamp(1_795_000_600, 0).unwrap();
    put(&ground, 0, 1, Schedule::at(later).meaning("remind")).await;
    put(&ground, 0, 2, Schedule::at(later).meaning("remind")).await;
    let lease = async || queue::lease(&ground.db, Lane::Prompt, 10, 10, Duration::seconds(30)).await.unwrap();
    assert_eq!(lease().await.len(), 0);
    ground.clock.advance(Duration::seconds(600));
    let due = lease().await;
    assert_eq!((due.len(), due[0].payload["number"].as_u64()), (1, Some(1)));
    queue::bury(&ground.db, &due[0], "no such address").await.unwrap();
    assert!(left(&ground).await == 0, "a buried job is not due");
    assert!(queue::revive(&ground.db, due[0].community, due[0].id, None).await.unwrap());
    assert_eq!(lease().await.len(), 1);
    ground.clear().await;
}

#[tokio::test]
async fn what_is_rolled_back_was_never_asked_for() {
    let ground = Ground::with(1, 4).await;
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    tx.enqueue(&Errand { number: 1 }).await.unwrap();
    tx.rollback().await.unwrap();
    assert!(left(&ground).await == 0);
    ground.clear().await;
}
