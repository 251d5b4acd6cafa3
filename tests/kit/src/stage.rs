//! The whole platform, for one test.

mod letters;
mod people;
mod post;

pub use people::Somebody;

use crate::{Scratch, Visitor};
use chrono::Duration;
use database::{Db, DbSettings, Live, Rates, Tools};
use futures_util::future::BoxFuture;
use kernel::{Entropy as _, FrozenClock, Seal, SeededEntropy, Timestamp};
use pictures::{Shelf, Studio, Workshop};
use places::Streets;
use poem::{
    Server,
    listener::{Acceptor, Listener, TcpListener},
};
use server::{
    guests::Guests,
    identify::Memory,
    metrics::Traffic,
    settings::Public,
    sink::Sink,
    site::{SiteOptions, site, turns},
};
use std::sync::Arc;
use tokio::task::JoinHandle;
use web::tiles::{Backdrop, Tiles};
use workers::{
    context::{Context, Mail, Outside},
    mail::dkim::Dkim,
    runner::{Drained, Runner},
};

/// A fresh database, a served site, a clock that stands still, and an inbox.
pub struct Stage {
    /// The database, as the restricted roles.
    pub db: Db,
    /// The clock; [`Stage::advance`] moves it.
    pub clock: FrozenClock,
    /// Where letters arrive.
    pub sink: Sink,
    /// The database, to look behind the scenes.
    pub scratch: Scratch,
    /// What was answered, counted.
    pub traffic: Traffic,
    port: u16,
    runner: Runner,
    serving: JoinHandle<()>,
}

/// Whom the platform asks outside; by default nobody.
#[derive(Default)]
struct Elsewhere {
    backdrop: Backdrop,
    streets: Streets,
}

/// The platform's own host on a stage.
pub const HOST: &str = "localhost";

/// The domain that letters come from on a stage.
pub const MAIL_DOMAIN: &str = "maillon.test";

/// The seed of the key that signs letters on a stage, as the door of letters reads it.
const DKIM_SEED: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

/// A Tuesday morning, long after any demo content.
pub const BEGINNING: &str = "2026-03-03T09:00:00Z";

impl Stage {
    /// A platform on which nothing has happened yet.
    pub async fn open() -> Self {
        Self::remembering(Memory::NONE).await
    }

    /// The same, where anybody may become one of these people by a button, as `maillon run` lets them.
    pub async fn welcoming(guests: &[Somebody]) -> Self {
        let mut welcome = Guests::default();
        for guest in guests {
            welcome.add(guest.address());
        }
        Self::with(Memory::NONE, welcome).await
    }

    /// The same, where what is asked at every request is remembered, as in a served site.
    pub async fn remembering(memory: Memory) -> Self {
        Self::with(memory, Guests::default()).await
    }

    async fn with(memory: Memory, guests: Guests) -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(BEGINNING.parse().unwrap());
        let db = open_database(&scratch, &clock, 1);
        Self::over(scratch, clock, db, memory, guests).await
    }

    /// The same, counting in this Redis and announcing through it, as a served site does.
    pub async fn through_redis(url: &str) -> Self {
        let client = redis::Client::open(url).unwrap();
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(BEGINNING.parse().unwrap());
        let live = Live::through_redis(client.clone(), SeededEntropy::new(2).id());
        let db = open_with(&scratch, &clock, 1, live).counting_in(Rates::through_redis(client));
        Self::over(scratch, clock, db, Memory::NONE, Guests::default()).await
    }

    /// The platform over a database that was there before, at the moment of `clock`.
    pub async fn reopened(scratch: Scratch, clock: FrozenClock, db: Db) -> Self {
        Self::over(scratch, clock, db, Memory::NONE, Guests::default()).await
    }

    /// A platform on a disk of which not a byte is left for pictures.
    pub async fn with_no_room() -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(BEGINNING.parse().unwrap());
        let db = open_database(&scratch, &clock, 1);
        let usual = studio(&scratch);
        let full = Studio { shelf: usual.shelf.of_a_full_disk(), ..usual };
        Box::pin(Self::built(scratch, clock, db, Memory::NONE, Guests::default(), full, Elsewhere::default())).await
    }

    /// Boxed, like everything here that holds much of the house: the body of an async function is compiled again by every binary
    /// that awaits it, a boxed one once.
    fn over(scratch: Scratch, clock: FrozenClock, db: Db, memory: Memory, guests: Guests) -> BoxFuture<'static, Self> {
        let studio = studio(&scratch);
        Box::pin(Self::built(scratch, clock, db, memory, guests, studio, Elsewhere::default()))
    }

    /// A platform whose map shows these pictures.
    pub async fn with_tiles(tiles: Tiles) -> Self {
        Self::asking(Elsewhere { backdrop: Backdrop(Some(tiles)), ..Elsewhere::default() }).await
    }

    /// A platform that looks streets up there.
    pub async fn with_streets(streets: Streets) -> Self {
        Self::asking(Elsewhere { streets, ..Elsewhere::default() }).await
    }

    async fn asking(elsewhere: Elsewhere) -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(BEGINNING.parse().unwrap());
        let db = open_database(&scratch, &clock, 1);
        let studio = studio(&scratch);
        Box::pin(Self::built(scratch, clock, db, Memory::NONE, Guests::default(), studio, elsewhere)).await
    }

    async fn built(
        scratch: Scratch,
        clock: FrozenClock,
        db: Db,
        memory: Memory,
        guests: Guests,
        studio: Studio,
        elsewhere: Elsewhere,
    ) -> Self {
        // The first test of a process installs it; the others find it there.
        let _already = rustls::crypto::ring::default_provider().install_default();
        let sink = Sink::start("127.0.0.1:0").await.unwrap();
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
        let host = community::HostName::from_header(HOST).unwrap();
        server::ground::open_platform(&db, &host).await.unwrap();
        let traffic = Traffic::default();
        let options = SiteOptions {
            public: Public { scheme: "http".to_owned(), port: Some(port) },
            host,
            guests,
            // Every visitor comes from an address of its own, as behind a proxy.
            proxy: Some(std::net::Ipv4Addr::LOCALHOST.into()),
            studio,
            backdrop: elsewhere.backdrop,
            streets: elsewhere.streets,
            traffic: traffic.clone(),
            memory,
            at_once: turns::at_once(0),
            ending: tokio::sync::watch::channel(false).1,
        };
        let whole = site(&db, &options);
        let serving = tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(whole).await.unwrap() });
        let runner = runner(&db, &sink, port, &scratch);
        Self { db, clock, sink, scratch, traffic, port, runner, serving }
    }

    /// A browser on `host` (`localhost` for the platform, `<slug>.localhost` for a community).
    pub fn visitor(&self, host: &str) -> Visitor {
        Visitor::new(self.port, host)
    }

    /// The port the site answers on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        kernel::Clock::now(&self.clock)
    }

    /// Does every job that is due, and those that these cause.
    pub async fn work(&self) -> Drained {
        self.runner.drain().await.unwrap()
    }

    /// Lets time pass, then does what became due; what happens by the clock alone is planned for that moment first.
    pub async fn advance(&self, by: Duration) -> Drained {
        self.clock.advance(by);
        workers::schedule::plan(self.runner.context()).await.unwrap();
        self.work().await
    }

    /// What does the jobs.
    pub fn runner(&self) -> &Runner {
        &self.runner
    }

    /// Ends the test: no job may be left that is due, none may be buried, and the database goes.
    pub async fn finish(self) {
        let left = self.jobs_left().await;
        assert!(left.is_empty(), "jobs left over: {left:?}");
        self.close().await;
    }

    /// Ends the test without looking at the queue; letters are looked at in any case.
    pub async fn close(self) {
        self.look_at_letters();
        self.serving.abort();
        self.db.close().await;
        self.scratch.remove().await;
    }

    /// Jobs that are due or buried, as `kind: error`.
    pub async fn jobs_left(&self) -> Vec<String> {
        sqlx::query_scalar("select kind || ': ' || coalesce(last_error, state) from job where state = 'buried' or run_at <= $1 order by 1")
            .bind(self.now())
            .fetch_all(&mut self.scratch.owner().await)
            .await
            .unwrap()
    }
}

/// What takes pictures in on a stage: children of the program that lies beside this test, as `cargo build --workspace` left it.
pub fn studio(scratch: &Scratch) -> Studio {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("maillon");
    Studio { workshop: Workshop::of(program), shelf: Shelf::on_disk(scratch.folder().join("media")) }
}

fn runner(db: &Db, sink: &Sink, port: u16, scratch: &Scratch) -> Runner {
    let dkim = Dkim::new("stage", MAIL_DOMAIN, DKIM_SEED).unwrap();
    let context = Context::new(
        db.clone(),
        Mail::new(MAIL_DOMAIN, sink.url().parse().unwrap(), Some(dkim)),
        Outside { scheme: "http".to_owned(), port: Some(port), host: HOST.to_owned() },
    );
    let pictures = studio(scratch).shelf;
    Runner::new(context.keeping_records_in(scratch.folder()).keeping_pictures_on(pictures))
}

/// The database as the restricted roles see it, with a stage's tools.
/// What is drawn depends on `seed`: two of one seed draw the same ids.
pub fn open_database(scratch: &Scratch, clock: &FrozenClock, seed: u64) -> Db {
    open_with(scratch, clock, seed, Live::in_process())
}

fn open_with(scratch: &Scratch, clock: &FrozenClock, seed: u64, live: Live) -> Db {
    let settings = DbSettings {
        app_url: scratch.url("maillon_app"),
        platform_url: scratch.url("maillon_platform"),
        max_connections: 8,
    };
    let tools =
        Tools { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(seed)), seal: Seal::new([7; 32]) };
    Db::open(&settings, tools, live).unwrap()
}
