//! How every transaction is opened, so that no connection is ever handed on in the middle of somebody else's.
//!
//! With sqlx 0.9 a `begin()` whose caller goes away half-way gives its connection back inside an open transaction, and the
//! next user's writes vanish with it. Rolling every connection back before it is handed out mends that at the price of a
//! round trip for each transaction. Here nobody can go away half-way instead: the opening runs in a task of its own, and
//! what it opened is rolled back when nobody is left to take it (bar T9). For the same reason nobody has to wait for a
//! server that has stopped answering (bar D4).

use crate::DatabaseError;
use futures_util::future::BoxFuture;
use sqlx::{AssertSqlSafe, Error, PgPool, Postgres, Transaction};
use std::time::Duration;

/// An opening is one round trip; a server that takes longer for it is away.
const PATIENCE: Duration = Duration::from_secs(4);

/// Opens a transaction with `opening`, a text of this crate that begins with `begin`. Boxed: every use case awaits it, and what
/// is not boxed is compiled again with each of them.
pub(crate) fn open(pool: &PgPool, opening: String) -> BoxFuture<'static, Result<Opened, DatabaseError>> {
    let pool = pool.clone();
    Box::pin(async move {
        let task = tokio::spawn(async move { open_whole(&pool, &opening).await });
        match tokio::time::timeout(PATIENCE, task).await {
            Ok(Ok(opened)) => opened,
            Ok(Err(gone)) if gone.is_panic() => std::panic::resume_unwind(gone.into_panic()),
            Ok(Err(_)) => Err(Error::WorkerCrashed.into()),
            Err(_) => Err(Error::PoolTimedOut.into()),
        }
    })
}

type Opened = Transaction<'static, Postgres>;

/// An opening changes nothing, so it can be tried again: connections that broke while they lay idle are passed over, and
/// one on which an opening failed in its middle is rolled back.
async fn open_whole(pool: &PgPool, opening: &str) -> Result<Opened, DatabaseError> {
    let mut statement = opening.to_owned();
    let mut left = pool.options().get_max_connections();
    loop {
        match pool.begin_with(AssertSqlSafe(statement)).await {
            Err(error) if left > 0 && is_of_the_connection(&error) => {
                tracing::debug!(%error, "a connection was no good");
                left -= 1;
                statement = format!("rollback; {opening}");
            }
            opened => return Ok(opened?),
        }
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
