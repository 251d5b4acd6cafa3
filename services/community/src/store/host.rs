//! Host names. The lookup is public; writing happens inside the community.

use crate::HostName;
use database::{CommunityTx, DatabaseError};
use kernel::CommunityId;
use sqlx::PgConnection;

pub(crate) async fn community_of(conn: &mut PgConnection, host: &str) -> Result<Option<CommunityId>, DatabaseError> {
    let id = sqlx::query_scalar!("select community_id from community_host where host = $1", host)
        .fetch_optional(conn)
        .await?;
    Ok(id.map(CommunityId))
}

pub(crate) async fn of_community(
    conn: &mut PgConnection,
    community: CommunityId,
) -> Result<Vec<String>, DatabaseError> {
    Ok(sqlx::query_scalar!(
        "select host from community_host where community_id = $1 order by is_primary desc, host",
        community.0
    )
    .fetch_all(conn)
    .await?)
}

pub(crate) async fn insert(tx: &mut CommunityTx, host: &HostName, primary: bool) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "insert into community_host (community_id, host, is_primary) values ($1, $2, $3)",
        community,
        host.as_str(),
        primary
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The community answers on exactly these hosts from now on; the first is the main one.
pub(crate) async fn replace(tx: &mut CommunityTx, hosts: &[HostName]) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    // Two processes may start at once: the community's row is the lock.
    sqlx::query!("select id from community where id = $1 for no key update", community)
        .fetch_optional(tx.conn())
        .await?;
    sqlx::query!("delete from community_host where community_id = $1", community).execute(tx.conn()).await?;
    for (index, host) in hosts.iter().enumerate() {
        insert(tx, host, index == 0).await?;
    }
    Ok(())
}
