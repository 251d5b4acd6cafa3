//! Servers that stand still instead of going away: nobody is told anything, connections stay open.

use crate::{
    BETWEEN,
    house::{House, NIEVRE, SANCERROIS},
    writer::Writers,
};
use std::time::{Duration, Instant};

/// How long PostgreSQL stands still: a minute in the long form, as bar D4 asks.
fn standstill() -> Duration {
    if std::env::var_os("MAILLON_LONG").is_some() { Duration::from_mins(1) } else { Duration::from_secs(8) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d04_a_postgresql_that_stands_still_is_answered_for_and_forgotten() {
    let house = House::open("frozen").await;
    let writers = Writers::begin(&house, &NIEVRE).await;
    tokio::time::sleep(BETWEEN).await;
    let (before, began) = (house.resident_mib(), Instant::now());
    let frozen = house.freeze_postgres();
    let longest = house.answers_while_postgres_is_away().await;
    tokio::time::sleep(standstill().saturating_sub(began.elapsed())).await;
    let grown = house.resident_mib().saturating_sub(before);
    drop(frozen);
    let thawed = Instant::now();
    house.ready().await;
    let healthy = thawed.elapsed();
    tokio::time::sleep(2 * BETWEEN).await;
    let kept = writers.end().await.compare(&house).await;
    println!(
        "D4: {:?} of standstill, {kept}; an answer took {longest:?} at the most; healthy {healthy:?} after it; {grown} MiB more",
        standstill()
    );
    assert!(longest < Duration::from_secs(4), "{longest:?}");
    assert!(healthy < Duration::from_secs(5), "{healthy:?}");
    assert!(grown <= 100, "{grown} MiB");
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d07_a_redis_that_stands_still_or_forgets_everything_is_nobodys_fault() {
    let house = House::open("forgetful").await;
    let writers = Writers::begin(&house, &NIEVRE).await;
    tokio::time::sleep(BETWEEN).await;
    let frozen = house.freeze_redis();
    tokio::time::sleep(2 * BETWEEN).await;
    let told = writers.end().await;
    assert_eq!((told.faults, told.cut), (0, 0), "Redis standing still is nobody's fault");
    println!("D7: Redis frozen, {}", told.compare(&house).await);
    drop(frozen);
    let writers = Writers::begin(&house, &SANCERROIS).await;
    tokio::time::sleep(BETWEEN).await;
    house.empty_redis();
    tokio::time::sleep(BETWEEN).await;
    let told = writers.end().await;
    assert_eq!((told.faults, told.cut), (0, 0), "nor is Redis forgetting everything");
    println!("D7: Redis emptied, {}; nobody was signed out", told.compare(&house).await);
    house.fill_redis();
    let writers = Writers::begin(&house, &SANCERROIS).await;
    tokio::time::sleep(2 * BETWEEN).await;
    let told = writers.end().await;
    assert_eq!((told.faults, told.cut), (0, 0), "nor is Redis having no room");
    println!("D7: Redis full, {}", told.compare(&house).await);
    house.close().await;
}
