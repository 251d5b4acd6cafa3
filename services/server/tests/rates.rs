//! Rate limits with a real Redis: several processes count together, and whatever happens to Redis, nothing is unlimited and
//! nobody waits (bars A9, D6, D7, T10).
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use database::{Db, DbSettings, Live, Rates, pool::Tools};
use kernel::{Caller, CommunityId, Deed, FrozenClock, Language, Seal, SeededEntropy, Timestamp, rates::Budgets};
use redis::Commands as _;
use server::embedded::redis::Redis;
use std::{net::IpAddr, path::PathBuf, sync::Arc, time::Instant};
use uuid::Uuid;

struct Counted {
    home: PathBuf,
    redis: Redis,
}

impl Counted {
    fn start(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("maillon-rates-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        let redis = Redis::start(&home).unwrap();
        Self { home, redis }
    }

    /// What one process of the installation has: its own connections, the common Redis, the common key.
    fn process(&self) -> Db {
        let nowhere = "postgres://nobody@127.0.0.1:1/nothing".to_owned();
        let settings = DbSettings { app_url: nowhere.clone(), platform_url: nowhere, max_connections: 1 };
        let tools = Tools {
            // Time stands still, so that what may be done is exact.
            clock: Arc::new(FrozenClock::at(Timestamp::from_timestamp(1_795_000_000, 0).unwrap())),
            entropy: Arc::new(SeededEntropy::new(1)),
            seal: Seal::new([7; 32]),
        };
        let rates = Rates::through_redis(redis::Client::open(self.redis.url()).unwrap());
        Db::open(&settings, tools, Live::in_process()).unwrap().counting_in(rates)
    }

    fn line(&self) -> redis::Connection {
        redis::Client::open(self.redis.url()).unwrap().get_connection().unwrap()
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.redis.stop();
        let _gone = std::fs::remove_dir_all(&self.home);
    }
}

fn caller(community: u128, client: &str) -> Caller {
    let client: IpAddr = client.parse().unwrap();
    Caller::anonymous(CommunityId(Uuid::from_u128(community)), Language::Fr).from_client(Some(client))
}

fn most() -> u32 {
    let Budgets { client, .. } = Deed::WrongToken.budgets();
    client.unwrap().most
}

/// How often it goes, at most a little more often than it may.
async fn times(db: &Db, caller: &Caller) -> u32 {
    let mut done = 0;
    while done < 2 * most() && db.count(caller, Deed::WrongToken, None).await.is_ok() {
        done += 1;
    }
    done
}

#[tokio::test]
async fn a9_processes_count_together_and_communities_apart() {
    let counted = Counted::start("together");
    let (one, other) = (counted.process(), counted.process());
    let somebody = caller(1, "203.0.113.7");
    assert_eq!(times(&one, &somebody).await, most());
    assert_eq!(times(&other, &somebody).await, 0, "the other process knows");
    assert_eq!(times(&other, &caller(2, "203.0.113.7")).await, most(), "another community counts for itself");
    let keys: Vec<String> = counted.line().keys("*").unwrap();
    assert_eq!(keys.len(), 2);
    for key in keys {
        assert!(key.starts_with("t:00000000-0000-0000-0000-00000000000"), "T10: {key} names no community");
        assert!(!key.contains("203.0.113"), "{key} names an address");
        let left: i64 = counted.line().pttl(&key).unwrap();
        assert!(left > 0, "{key} is kept for ever");
    }
}

#[tokio::test]
async fn t13_redis_forgets_a_community_that_is_removed_and_no_other() {
    let counted = Counted::start("removed");
    let (one, other) = (counted.process(), counted.process());
    for n in 0..1_200_u32 {
        let stranger = format!("203.0.{}.{}", n / 250, n % 250);
        one.count(&caller(1, &stranger), Deed::WrongToken, None).await.unwrap();
    }
    assert_eq!(times(&one, &caller(2, "203.0.113.7")).await, most());
    let all: Vec<String> = counted.line().keys("*").unwrap();
    assert!(all.len() > 1_000, "more than one look finds: {}", all.len());
    assert!(one.rates().forget(CommunityId(Uuid::from_u128(1))).await);
    let left: Vec<String> = counted.line().keys("*").unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(times(&other, &caller(2, "203.0.113.7")).await, 0, "the other one is counted on");
    counted.redis.stop();
    assert!(!one.rates().forget(CommunityId(Uuid::from_u128(2))).await, "a Redis that is away says nothing");
}

#[tokio::test]
async fn d07_nonsense_in_keys_and_an_emptied_redis_are_survived() {
    let counted = Counted::start("nonsense");
    let db = counted.process();
    let somebody = caller(1, "203.0.113.8");
    let _spent = times(&db, &somebody).await;
    let mut line = counted.line();
    let keys: Vec<String> = line.keys("*").unwrap();
    for nonsense in ["nonsense", "", "-1", "9e99", "nan"] {
        let _: () = line.set(&keys[0], nonsense).unwrap();
        let done = times(&db, &somebody).await;
        assert!((1..=most()).contains(&done), "{nonsense:?}: {done}");
    }
    let _: () = redis::cmd("FLUSHALL").query(&mut line).unwrap();
    assert_eq!(times(&db, &somebody).await, most());
    // A list where a number should be: Redis refuses, this process counts alone, with half of the budget.
    let _: () = redis::cmd("FLUSHALL").query(&mut line).unwrap();
    let _: () = line.lpush(&keys[0], "x").unwrap();
    assert_eq!(times(&db, &somebody).await, most() / 2);
}

#[tokio::test]
async fn d06_a_redis_that_is_killed_leaves_half_of_every_budget() {
    let counted = Counted::start("killed");
    let db = counted.process();
    let somebody = caller(1, "203.0.113.9");
    db.count(&somebody, Deed::WrongToken, None).await.unwrap();
    counted.redis.stop();
    let began = Instant::now();
    assert_eq!(times(&db, &somebody).await, most() / 2);
    assert!(began.elapsed().as_millis() < 2_000, "{:?}", began.elapsed());
}
