//! Forward-only migrations, run by the database's owner.

use crate::DatabaseError;
use sqlx::{
    AssertSqlSafe, Connection, PgConnection,
    migrate::{MigrateError, Migrator},
};
use std::time::Duration;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// How long a migration waits for each lock. Whoever asks for the same table stands behind it meanwhile, and has a patience of two
/// seconds of their own (bar D11): with the same two here, whoever came first gave up first, and a person read "try again later".
const PATIENCE: &str = "set lock_timeout = '300ms'";

/// How often a migration that got no lock is tried again, with a pause of a second in between in which everybody else gets on.
const TRIES: u32 = 60;

/// Applies what is missing, as the owner behind `owner_url`. Each migration whole or not at all; people go on working meanwhile.
pub async fn migrate(owner_url: &str) -> Result<(), DatabaseError> {
    apply(owner_url, &MIGRATIONS).await
}

/// What this program's migrations were made of when it was compiled, in their order (SHA-384): another program's may be others.
pub fn checksums() -> impl Iterator<Item = &'static [u8]> {
    MIGRATIONS.iter().map(|migration| &*migration.checksum)
}

/// The same with other migrations than this program's own.
pub async fn apply(owner_url: &str, migrations: &Migrator) -> Result<(), DatabaseError> {
    let mut left = TRIES;
    loop {
        // A connection of its own each time: what a failed attempt holds goes with it.
        let mut connection = PgConnection::connect(owner_url).await?;
        sqlx::query(PATIENCE).execute(&mut connection).await?;
        match migrations.run(&mut connection).await {
            Err(error) if left > 0 && got_no_lock(&error) => {
                tracing::info!(%error, "a migration gives way and tries again");
                left -= 1;
                connection.close().await?;
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            done => {
                connection.close().await?;
                return Ok(done?);
            }
        }
    }
}

fn got_no_lock(error: &MigrateError) -> bool {
    let (MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) = error else { return false };
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|code| code == "55P03")
}

/// Gives the two working roles their password (where PostgreSQL asks for one; a private socket does not).
///
/// # Errors
/// Refuses a password with anything but letters, digits, `-` and `_`: it is written into a statement that takes no parameters.
pub async fn set_role_passwords(owner_url: &str, password: &str) -> Result<(), DatabaseError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if password.is_empty() || !password.chars().all(plain) {
        return Err(DatabaseError::damaged("a role's password may hold letters, digits, - and _ only"));
    }
    let mut connection = PgConnection::connect(owner_url).await?;
    for role in ["maillon_app", "maillon_platform"] {
        sqlx::query(AssertSqlSafe(format!("alter role {role} password '{password}'"))).execute(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}
