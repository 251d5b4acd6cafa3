//! The whole platform, killed while people write: as one binary with its private servers, from outside.
//!
//! A witness remembers every message the platform said it had kept. Afterwards each must be there once (bars D1, D2, D4, D6, D7, D8, D10).
//! The short form kills each thing three times; `MAILLON_LONG=1` twenty times, as the bars ask.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened, and the figures are for people"
)]

mod frozen;
mod house;
mod malformed;
mod process;
mod ways;
mod writer;

use house::{House, NIEVRE, SANCERROIS};
use kit::{Socket, Visitor};
use std::time::{Duration, Instant};
use writer::Writers;

/// How often each thing is killed.
fn times() -> u32 {
    if std::env::var_os("MAILLON_LONG").is_some() { 20 } else { 3 }
}

/// How long people write between two kills.
const BETWEEN: Duration = Duration::from_millis(900);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d01_d10_what_was_acknowledged_survives_the_server_being_killed_or_stopped() {
    let mut house = House::open("server").await;
    let writers = Writers::begin(&house, &NIEVRE).await;
    let mut slowest = Duration::ZERO;
    for _ in 0..times() {
        tokio::time::sleep(BETWEEN).await;
        house.kill();
        let began = Instant::now();
        house.start().await;
        slowest = slowest.max(began.elapsed());
    }
    tokio::time::sleep(BETWEEN).await;
    // The same cookies as before the first kill: sessions live in the database.
    let kept = writers.end().await.compare(&house).await;
    println!("D1: {} kills, {kept}, ready again after {slowest:?} at the most", times());
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
    stopped_politely(&mut house).await;
    house.close().await;
}

/// SIGTERM while people write, and while one request is half-way in: whatever was accepted is answered. A client that reuses an
/// idle connection in the moment in which it is closed is told nothing; its request was not accepted.
async fn stopped_politely(house: &mut House) {
    let writers = Writers::begin(house, &SANCERROIS).await;
    let half_way = house.half_a_request().await;
    let mut visitor = Visitor::new(house.port(), NIEVRE.host);
    visitor.post(&format!("/guest/{}", NIEVRE.people[0]), &[]).await;
    let mut socket = Socket::open(&visitor, "subscription { messageReceived { id } }").await;
    tokio::time::sleep(BETWEEN).await;
    let began = Instant::now();
    let answered = tokio::spawn(half_way.finish_after(Duration::from_millis(400)));
    house.stop().await;
    let took = began.elapsed();
    let answer = answered.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "a request that was accepted was not answered: {answer:?}");
    assert_eq!(socket.hear().await, 1001, "whoever listens is told that the server goes away");
    let told = writers.end().await;
    assert_eq!(told.faults, 0, "nobody is told of a fault");
    assert!(took < Duration::from_secs(30), "{took:?}");
    house.start().await;
    println!("D10: {}, stopped within {took:?}", told.compare(house).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d02_d06_what_was_acknowledged_survives_postgresql_being_killed_and_redis_gone() {
    let house = House::open("servers").await;
    let writers = Writers::begin(&house, &NIEVRE).await;
    let (mut slowest, mut longest) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..times() {
        tokio::time::sleep(BETWEEN).await;
        house.kill_postgres();
        longest = longest.max(house.answers_while_postgres_is_away().await);
        house.start_postgres().await;
        let began = Instant::now();
        house.ready().await;
        slowest = slowest.max(began.elapsed());
    }
    tokio::time::sleep(BETWEEN).await;
    let kept = writers.end().await.compare(&house).await;
    println!(
        "D2: {} kills, {kept}; without the database an answer took {longest:?} at the most; healthy {slowest:?} after it",
        times()
    );
    assert!(longest < Duration::from_secs(6), "{longest:?}");
    assert!(slowest < Duration::from_secs(10), "{slowest:?}");
    let ratio = slower_without_redis(&house).await;
    assert!(ratio <= 2.0, "without Redis the slowest of a hundred answers take {ratio:.2} times as long");
    without_redis(&house).await;
    house.close().await;
}

/// How much longer the slowest of a hundred answers take without Redis: the middle one of three turns, so that what else the machine does
/// for a moment decides nothing; so many a turn that the one answer which finds Redis gone is fewer than one in a hundred.
async fn slower_without_redis(house: &House) -> f64 {
    let mut ratios = Vec::new();
    // Each turn somebody else: nobody may ask for so much in a minute.
    for person in NIEVRE.people {
        let mut visitor = Visitor::new(house.port(), NIEVRE.host);
        visitor.post(&format!("/guest/{person}"), &[]).await;
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for times in [&mut with, &mut without] {
            for _ in 0..200 {
                let began = Instant::now();
                let page = visitor.graphql_page("{ listings { nodes { id title } } }", serde_json::Value::Null).await;
                assert_eq!(page.status, 200, "{}", page.body);
                times.push(began.elapsed());
            }
            house.kill_redis();
        }
        house.start_redis();
        let (with, without) = (slowest(with), slowest(without));
        println!("D6: 99 of 100 answers within {with:?} with Redis, within {without:?} without");
        ratios.push(without.as_secs_f64() / with.as_secs_f64());
        // Whoever found nobody there leaves it alone for a while.
        tokio::time::sleep(Duration::from_millis(2_100)).await;
    }
    ratios.sort_unstable_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// Within what time 99 of 100 answers came.
fn slowest(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[(times.len() * 99).div_ceil(100) - 1]
}

/// Redis goes away while people write: nobody notices.
async fn without_redis(house: &House) {
    let writers = Writers::begin(house, &SANCERROIS).await;
    tokio::time::sleep(BETWEEN).await;
    house.kill_redis();
    tokio::time::sleep(2 * BETWEEN).await;
    let told = writers.end().await;
    assert_eq!((told.faults, told.cut), (0, 0), "Redis being away is nobody's fault");
    println!("D6: Redis gone, {}", told.compare(house).await);
}
