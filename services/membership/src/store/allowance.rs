//! Letters caused to an address lately: a table of the installation, without a tenant.

use crate::allowance::Lately;
use database::{CommunityTx, DatabaseError};
use kernel::Timestamp;

/// A letter to be counted. Everything under seal.
pub(crate) struct NewRow {
    pub address: String,
    pub to_sign_in: bool,
    pub known: bool,
    pub asker: String,
    pub network: String,
}

/// One at a time counts the letters of an address.
pub(crate) async fn lock(tx: &mut CommunityTx, address: &str) -> Result<(), DatabaseError> {
    let key = format!("address-letter:{address}");
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

pub(crate) async fn lately(tx: &mut CommunityTx, row: &NewRow, since: Timestamp) -> Result<Lately, DatabaseError> {
    Ok(sqlx::query_as!(
        Lately,
        r#"select count(*) filter (where asker_mark = $2) as "asker!",
               count(*) filter (where not known and network_mark = $3 and network_mark <> '') as "network!",
               count(*) filter (where not known) as "strangers!"
           from address_letter where address_mark = $1 and at > $4"#,
        row.address,
        row.asker,
        row.network,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The moments of other letters that are no sign-in letters, the latest first.
pub(crate) async fn others(
    tx: &mut CommunityTx,
    row: &NewRow,
    since: Timestamp,
) -> Result<Vec<Timestamp>, DatabaseError> {
    Ok(sqlx::query_scalar!(
        "select at from address_letter
         where address_mark = $1 and asker_mark <> $2 and at > $3 and not to_sign_in order by at desc limit 100",
        row.address,
        row.asker,
        since
    )
    .fetch_all(tx.conn())
    .await?)
}

/// Writes the letter down. What is older than `since`, whoever's, goes meanwhile.
pub(crate) async fn insert(tx: &mut CommunityTx, row: &NewRow, since: Timestamp) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!(
        "delete from address_letter where ctid in (
             select ctid from address_letter where at <= $1 order by at limit 100 for update skip locked
         )",
        since
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "insert into address_letter (address_mark, to_sign_in, known, asker_mark, network_mark, at) values ($1, $2, $3, $4, $5, $6)",
        row.address,
        row.to_sign_in,
        row.known,
        row.asker,
        row.network,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
