//! The connection pools and what every use case is handed.

use crate::{
    AccountTx, CommunityTx, DatabaseError, Live, PlatformTx, PublicTx, Rates, Reader, opening::Pool, shelf::Shelf,
    tx::Plans,
};
use kernel::{AccountId, Clock, Entropy, Seal};
use sqlx::postgres::PgConnectOptions;
use std::{
    any::Any,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// How long what runs may take when everything is closed: longer than any statement (bar D8).
const PATIENCE_TO_CLOSE: Duration = Duration::from_secs(8);

/// How to reach PostgreSQL.
#[derive(Clone)]
pub struct DbSettings {
    /// Address for `maillon_app`: requests and jobs.
    pub app_url: String,
    /// Address for `maillon_platform`: queue and operator's figures.
    pub platform_url: String,
    /// Connections at the most in the first pool; the second takes a quarter of it, at least two.
    pub max_connections: u32,
}

/// What is handed in instead of being taken from the air.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Seals long-lived links.
    pub seal: Seal,
}

/// The database and the tools of the house; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    app: Pool,
    platform: Pool,
    tools: Tools,
    live: Live,
    begun: Arc<AtomicU64>,
    shelf: Shelf,
    rates: Rates,
}

impl Db {
    /// Opens both pools (lazily: the first use connects).
    pub fn open(settings: &DbSettings, tools: Tools, live: Live) -> Result<Self, DatabaseError> {
        let small = (settings.max_connections / 4).max(2);
        Ok(Self {
            app: pool(&settings.app_url, settings.max_connections)?,
            platform: pool(&settings.platform_url, small)?,
            tools,
            live,
            begun: Arc::default(),
            shelf: Shelf::default(),
            rates: Rates::in_process(),
        })
    }

    /// The same database, with deeds counted by `rates`; alone in this process unless told so.
    #[must_use]
    pub fn counting_in(self, rates: Rates) -> Self {
        Self { rates, ..self }
    }

    /// Opens a transaction in which only the rows of one community exist, of its listings those for the reader. A [`kernel::Caller`] is a
    /// reader; a community alone is nobody in particular.
    pub async fn begin(&self, reader: impl Into<Reader>) -> Result<CommunityTx, DatabaseError> {
        self.note_begun();
        CommunityTx::begin(self, &self.app, reader.into(), Plans::Weighed).await
    }

    /// The same, for statements that leave the planner nothing to choose: each connection plans them once. Otherwise
    /// PostgreSQL plans a list anew at every reading, because it takes a limit it does not know for a tenth of all rows; for
    /// the newest listings that is two fifths of what they cost.
    pub async fn begin_with_lasting_plans(&self, reader: impl Into<Reader>) -> Result<CommunityTx, DatabaseError> {
        self.note_begun();
        CommunityTx::begin(self, &self.app, reader.into(), Plans::Lasting).await
    }

    /// Opens a transaction in which no tenant's rows exist: only public faces, hosts and the global tables.
    pub async fn begin_public(&self) -> Result<PublicTx, DatabaseError> {
        self.note_begun();
        PublicTx::begin(self, &self.app).await
    }

    /// Opens a transaction of the queue and the operator's figures: jobs and letters of all tenants, nothing else.
    pub async fn begin_platform(&self) -> Result<PlatformTx, DatabaseError> {
        self.note_begun();
        PlatformTx::begin(self, &self.platform).await
    }

    /// Opens a transaction in which of all tenants' rows only this account's own memberships exist.
    pub async fn begin_account(&self, account: AccountId) -> Result<AccountTx, DatabaseError> {
        self.note_begun();
        AccountTx::begin(&self.platform, account).await
    }

    /// Transactions begun by this process so far, of all four kinds: what a page or a letter costs is seen by looking
    /// before and after.
    pub fn transactions_begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
    }

    /// Open connections of the pool for requests and jobs, and how many of them nobody uses.
    pub fn connections(&self) -> (u32, u32) {
        let app = self.app.connections();
        (app.size(), u32::try_from(app.num_idle()).unwrap_or(u32::MAX))
    }

    fn note_begun(&self) {
        self.begun.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether PostgreSQL answers.
    pub async fn ping(&self) -> Result<(), DatabaseError> {
        self.begin_public().await?.commit().await
    }

    /// Waits for news of the queue: returns once a job was announced. Fails when the connection is lost.
    pub async fn queue_listener(&self) -> Result<crate::queue::Listener, DatabaseError> {
        crate::queue::Listener::open(self.platform.connections()).await
    }

    /// The pool of the platform's role, for what no other transaction may do.
    pub(crate) fn platform(&self) -> &Pool {
        &self.platform
    }

    pub(crate) fn tools(&self) -> &Tools {
        &self.tools
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        self.tools.clock.as_ref()
    }

    /// The source of randomness.
    pub fn entropy(&self) -> &dyn Entropy {
        self.tools.entropy.as_ref()
    }

    /// The sealing key.
    pub fn seal(&self) -> &Seal {
        &self.tools.seal
    }

    /// Who counts how often something is tried.
    pub fn rates(&self) -> &Rates {
        &self.rates
    }

    /// The hub of live announcements.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// What a noun keeps in this process for this database, one of each type: a cache that may be lost at any moment.
    pub fn kept<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        self.shelf.of()
    }

    /// Closes all connections; what runs is allowed to finish, unless nobody answers it any more.
    pub async fn close(&self) {
        let both = async { tokio::join!(self.app.connections().close(), self.platform.connections().close()) };
        let _in_time = tokio::time::timeout(PATIENCE_TO_CLOSE, both).await;
    }
}

fn pool(url: &str, max_connections: u32) -> Result<Pool, DatabaseError> {
    // PostgreSQL compiles to machine code what it believes to be dear. It believes that of a walk around the Earth even where there are
    // thirty listings, and compiles for 0.7 s what then takes milliseconds.
    let options = PgConnectOptions::from_str(url)?.application_name("maillon").options([("jit", "off")]);
    Ok(Pool::lazy(options, max_connections))
}
