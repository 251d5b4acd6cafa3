//! How every transaction is opened, so that no connection is ever handed on in the middle of somebody else's.
//!
//! With sqlx 0.9 a `begin()` whose caller goes away half-way gives its connection back inside an open transaction, and the
//! next user's writes vanish with it. Rolling every connection back before it is handed out mends that at the price of a
//! round trip for each transaction. Here nobody can go away half-way instead: the opening runs in a task of its own, and
//! what it opened is rolled back when nobody is left to take it (bar T9). For the same reason nobody has to wait for a
//! server that has stopped answering (bar D4).
//!
//! A way that swallows everything keeps a connection for ever, because nothing ever fails on it (bar D8). So an opening ends
//! when it was not answered, no connection that was there before is trusted from then on, and one that is given back has to
//! answer once more, within the same time, before somebody else gets it.

use crate::DatabaseError;
use futures_util::future::BoxFuture;
use sqlx::{
    AssertSqlSafe, Connection as _, Error, PgConnection, PgPool, Postgres, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::time::timeout;
use tracing::Instrument as _;

/// An opening is one round trip; a server that takes longer for it is away.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long an opening waits for a free connection, or for a new one. Less than [`PATIENCE`]: a house that is full is no server
/// that does not answer.
const PATIENCE_FOR_A_PLACE: Duration = Duration::from_millis(2_500);

/// Connections, and what is known of those that are on their way back.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    connections: PgPool,
    unanswered: Unanswered,
}

impl Pool {
    /// Opens lazily: the first use connects. Connections are handed out untested; nothing sets anything for longer than a
    /// transaction, so there is nothing to reset.
    pub(crate) fn lazy(options: PgConnectOptions, max_connections: u32) -> Self {
        let unanswered = Unanswered::default();
        let (taken, given_back) = (unanswered.clone(), unanswered.clone());
        let connections = PgPoolOptions::new()
            .max_connections(max_connections)
            .acquire_timeout(PATIENCE_FOR_A_PLACE)
            .test_before_acquire(false)
            .before_acquire(move |_, known| {
                let trusted = !taken.since_before(known.age);
                Box::pin(async move { Ok(trusted) })
            })
            .after_release(move |connection, known| {
                let distrusted = given_back.since_before(known.age);
                Box::pin(async move { if distrusted { Err(Error::PoolTimedOut) } else { answers(connection).await } })
            })
            .connect_lazy_with(options);
        Self { connections, unanswered }
    }

    /// What sqlx knows of it.
    pub(crate) fn connections(&self) -> &PgPool {
        &self.connections
    }

    /// Opens a transaction with `opening`, a text of this crate that begins with `begin`. Boxed: every use case awaits it, and
    /// what is not boxed is compiled again with each of them.
    pub(crate) fn open(&self, opening: String) -> BoxFuture<'static, Result<Opened, DatabaseError>> {
        let pool = self.clone();
        Box::pin(async move {
            let opened = async move { pool.open_in_time(&opening).await };
            match tokio::spawn(opened.in_current_span()).await {
                Ok(opened) => opened,
                Err(gone) if gone.is_panic() => std::panic::resume_unwind(gone.into_panic()),
                Err(_) => Err(Error::WorkerCrashed.into()),
            }
        })
    }

    /// Whoever asked may have gone meanwhile; the clock runs all the same.
    async fn open_in_time(&self, opening: &str) -> Result<Opened, DatabaseError> {
        let mut opened = pin!(self.open_whole(opening));
        if let Ok(opened) = timeout(PATIENCE, opened.as_mut()).await {
            return opened;
        }
        // Before the connection is dropped, which may be in the middle of an opened transaction.
        self.unanswered.note();
        Err(Error::PoolTimedOut.into())
    }

    /// An opening changes nothing, so it can be tried again: connections that broke while they lay idle are passed over, and
    /// one on which an opening failed in its middle is rolled back.
    async fn open_whole(&self, opening: &str) -> Result<Opened, DatabaseError> {
        let mut statement = opening.to_owned();
        let mut left = self.connections.options().get_max_connections();
        loop {
            match self.connections.begin_with(AssertSqlSafe(statement)).await {
                Err(error) if left > 0 && is_of_the_connection(&error) => {
                    tracing::debug!(%error, "a connection was no good");
                    left -= 1;
                    statement = format!("rollback; {opening}");
                }
                opened => return Ok(opened?),
            }
        }
    }
}

pub(crate) type Opened = Transaction<'static, Postgres>;

/// When an opening was last not answered.
#[derive(Clone, Debug, Default)]
struct Unanswered(Arc<Mutex<Option<Instant>>>);

impl Unanswered {
    fn note(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether that was while a connection of this age was there.
    fn since_before(&self, age: Duration) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|last| last.elapsed() <= age)
    }
}

/// Whether the server still answers on a connection that is given back.
async fn answers(connection: &mut PgConnection) -> Result<bool, Error> {
    match timeout(PATIENCE, connection.ping()).await {
        Ok(answered) => answered.map(|()| true),
        Err(_) => Err(Error::PoolTimedOut),
    }
}

/// The connection is lost, its server went away, or it still stands in a transaction that has failed.
fn is_of_the_connection(error: &Error) -> bool {
    match error {
        Error::Io(_) | Error::Protocol(_) => true,
        Error::Database(error) => {
            error.code().is_some_and(|code| matches!(code.as_ref(), "25P02" | "57P01" | "57P02" | "57P03"))
        }
        _ => false,
    }
}
