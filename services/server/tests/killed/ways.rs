//! Ways to the servers that are slow, break, drip, tear or swallow (bar D8).

use crate::{
    house::{House, NIEVRE, SANCERROIS, folder},
    writer::{Told, Writers},
};
use faults::{Proxy, Target, Weather};
use server::embedded::{Durability, Servers};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use url::Url;

/// How long each weather lasts.
fn spell() -> Duration {
    if std::env::var_os("MAILLON_LONG").is_some() { Duration::from_secs(40) } else { Duration::from_secs(5) }
}

/// What is drawn depends on it.
const SEED: u64 = 8;

const WEATHERS: [(&str, Weather); 7] = [
    ("far", Weather::FAR),
    ("breaking", Weather::BREAKING),
    ("dripping", Weather::DRIPPING),
    ("torn at once", Weather::torn_after(60)),
    ("torn later", Weather::torn_after(3_000)),
    ("deaf", Weather::DEAF),
    ("a black hole", Weather::BLACK_HOLE),
];

/// A house whose ways to its servers can be spoilt. The house goes first.
struct Far {
    house: House,
    postgres: Proxy,
    redis: Option<Proxy>,
    _servers: Brought,
}

/// Servers that nobody but this test uses.
struct Brought {
    home: PathBuf,
    servers: Option<Servers>,
}

impl Brought {
    fn start(name: &str) -> Self {
        let home = folder(&format!("{name}-servers"));
        let servers = Servers::enter(&home, Durability::Disposable).unwrap();
        servers.postgres.ensure_database("maillon").unwrap();
        Self { home, servers: Some(servers) }
    }

    fn postgres_socket(&self) -> PathBuf {
        let url = Url::parse(&self.servers.as_ref().unwrap().postgres.url("postgres", "maillon")).unwrap();
        let (_, sockets) = url.query_pairs().find(|(name, _)| name == "host").unwrap();
        PathBuf::from(&*sockets).join(".s.PGSQL.5432")
    }

    fn redis_socket(&self) -> Option<PathBuf> {
        let url = self.servers.as_ref().unwrap().redis.as_ref()?.url();
        Some(url.strip_prefix("redis+unix://").unwrap().into())
    }
}

impl Drop for Brought {
    /// A test that fails leaves no servers behind either.
    fn drop(&mut self) {
        let _left = self.servers.take().map(Servers::leave);
        let _gone = std::fs::remove_dir_all(&self.home);
    }
}

impl Far {
    async fn open(name: &str) -> Self {
        let named = name.to_owned();
        let servers = tokio::task::spawn_blocking(move || Brought::start(&named)).await.unwrap();
        let postgres = Proxy::start(Target::Socket(servers.postgres_socket()), SEED).await.unwrap();
        let redis = match servers.redis_socket() {
            Some(socket) => Some(Proxy::start(Target::Socket(socket), SEED).await.unwrap()),
            None => None,
        };
        let mut outside = vec![
            ("DATABASE_URL", format!("postgres://postgres@127.0.0.1:{}/maillon", postgres.port())),
            ("MAILLON_SECRET", "0123456789abcdef".repeat(4)),
            // So few that none may be lost to a way that swallows.
            ("MAILLON_CONNECTIONS", "10".to_owned()),
        ];
        outside.extend(redis.as_ref().map(|way| ("REDIS_URL", format!("redis://127.0.0.1:{}", way.port()))));
        Self { house: House::over(name, outside).await, postgres, redis, _servers: servers }
    }
}

/// People write through all weathers. After each one, without a restart, what they write is taken again.
async fn through_all_weathers(house: &House, way: &Proxy, writers: Writers) -> Told {
    for (name, weather) in WEATHERS {
        let before = way.struck();
        way.set(weather);
        tokio::time::sleep(spell()).await;
        way.set(Weather::CALM);
        let (calm, acknowledged) = (Instant::now(), writers.acknowledged());
        house.ready().await;
        while writers.acknowledged() == acknowledged {
            assert!(calm.elapsed() < Duration::from_secs(25), "{name}: nothing is taken any more");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        println!("D8: {name}: {} pieces struck, writes again {:?} after it", way.struck() - before, calm.elapsed());
        assert!(way.struck() > before, "{name} struck nothing");
    }
    writers.end().await
}

/// Each writes at most a hundred messages in ten minutes: so many that some are under way in every weather.
fn rest() -> Duration {
    spell() * u32::try_from(WEATHERS.len()).unwrap() / 90
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d08_whatever_the_way_to_a_server_is_like_nothing_is_lost_or_done_twice() {
    let far = Far::open("far").await;
    let writers = Writers::begin_at(&far.house, &NIEVRE, rest()).await;
    let told = through_all_weathers(&far.house, &far.postgres, writers).await;
    assert_eq!(told.wrong, 0, "PostgreSQL being hard to reach is told as nothing but 503");
    println!("D8: the way to PostgreSQL, {}", told.compare(&far.house).await);
    if let Some(redis) = &far.redis {
        let writers = Writers::begin_at(&far.house, &SANCERROIS, rest()).await;
        let told = through_all_weathers(&far.house, redis, writers).await;
        assert_eq!((told.faults, told.cut), (0, 0), "Redis being hard to reach is nobody's fault");
        println!("D8: the way to Redis, {}", told.compare(&far.house).await);
    }
    far.house.close().await;
}
