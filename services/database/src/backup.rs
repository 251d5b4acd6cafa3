//! What a backup needs of the database: a moment at which everything is counted and copied, and an empty place to put it back.

use crate::DatabaseError;
use sqlx::{Connection, Executor, PgConnection};
use std::collections::BTreeMap;

/// Rows of each table.
pub type Counts = BTreeMap<String, i64>;

/// One moment of the database, held open: what is counted here and what is copied under its name are the same.
pub struct Snapshot {
    connection: PgConnection,
    /// The name under which `pg_dump` joins it.
    pub name: String,
    /// Rows of each table at that moment.
    pub counts: Counts,
}

impl Snapshot {
    /// Opens one as the role behind `url`.
    ///
    /// # Errors
    /// Where the role does not see every row: then nothing is counted rather than too little (bar R6).
    pub async fn open(url: &str) -> Result<Self, DatabaseError> {
        let mut connection = PgConnection::connect(url).await?;
        connection
            .execute(
                "set row_security = off; set statement_timeout = 0; begin isolation level repeatable read read only",
            )
            .await?;
        let name = sqlx::query_scalar!(r#"select pg_export_snapshot() as "name!""#).fetch_one(&mut connection).await?;
        let counts = counted(&mut connection).await?;
        Ok(Self { connection, name, counts })
    }

    /// Lets go of it.
    pub async fn close(self) -> Result<(), DatabaseError> {
        Ok(self.connection.close().await?)
    }
}

/// Rows of each table, as the role behind `url`, which must see every row.
pub async fn counts(url: &str) -> Result<Counts, DatabaseError> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute("set row_security = off").await?;
    let counts = counted(&mut connection).await?;
    connection.close().await?;
    Ok(counts)
}

async fn counted(connection: &mut PgConnection) -> Result<Counts, DatabaseError> {
    let rows = sqlx::query!(
        r#"select c.relname::text as "name!",
               (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from public.%I', c.relname), false, true, '')))[1]::text::bigint
                   as "rows!"
           from pg_class c
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.rows)).collect())
}

/// Makes the roles that a backup speaks of, as the owner behind `url`, where this cluster does not know them yet. They get no password here.
pub async fn prepare_roles(url: &str) -> Result<(), DatabaseError> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(include_str!("backup/roles.sql")).await?;
    connection.close().await?;
    Ok(())
}
