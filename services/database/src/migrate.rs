//! Forward-only migrations, run by the database's owner.

use crate::DatabaseError;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// Applies what is missing, as the owner behind `owner_url`.
pub async fn migrate(owner_url: &str) -> Result<(), DatabaseError> {
    let mut connection = PgConnection::connect(owner_url).await?;
    MIGRATIONS.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
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
