//! What is wrong with the database as such: the catalogue (bar T6) and the server's settings (bar D14).

use crate::DatabaseError;
use sqlx::{Connection, PgConnection};

/// What `lint.sql` finds in the catalogue of the database behind `url`; empty when tenants are safe from each other.
pub async fn catalogue(url: &str) -> Result<Vec<String>, DatabaseError> {
    let mut connection = PgConnection::connect(url).await?;
    let findings = sqlx::query_file_scalar!("src/lint.sql").fetch_all(&mut connection).await?;
    connection.close().await?;
    Ok(findings.into_iter().flatten().collect())
}

/// What makes the login behind `url`, which requests would use, unfit for them: each as a sentence.
pub async fn login(url: &str) -> Result<Vec<String>, DatabaseError> {
    let mut connection = PgConnection::connect(url).await?;
    let role = sqlx::query!(
        r#"select rolname::text as "name!", rolsuper as "strong!", rolbypassrls as "bypasses!",
               pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member') as "owns!"
           from pg_roles where rolname = current_user"#
    )
    .fetch_one(&mut connection)
    .await?;
    connection.close().await?;
    let dangers = [
        (role.strong, "is a superuser"),
        (role.bypasses, "bypasses row-level security"),
        (role.owns, "owns the database"),
    ];
    Ok(dangers.iter().filter(|(is_so, _)| *is_so).map(|(_, what)| format!("the role {} {what}", role.name)).collect())
}

/// Settings of the server with which acknowledged data can be lost: each as a sentence.
pub async fn durability(url: &str) -> Result<Vec<String>, DatabaseError> {
    let mut connection = PgConnection::connect(url).await?;
    let off = sqlx::query_scalar!(
        r#"select name as "name!" from pg_settings
           where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name"#
    )
    .fetch_all(&mut connection)
    .await?;
    connection.close().await?;
    Ok(off
        .into_iter()
        .map(|name| format!("the server runs with {name} = off: acknowledged data can be lost"))
        .collect())
}
