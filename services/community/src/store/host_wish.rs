//! Host names that wait.

use crate::host_wish::HostWish;
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, Page, PageRequest};
use sqlx::PgConnection;
use uuid::Uuid;

/// Whether one of these names leads to another community already.
pub(crate) async fn taken(tx: &mut CommunityTx, hosts: &[String]) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from community_host where community_id <> $1 and host = any ($2)) as "is!""#,
        community,
        hosts
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn keep_only(tx: &mut CommunityTx, hosts: &[String]) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from host_wish where community_id = $1 and host <> all ($2)", community, hosts)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert(tx: &mut CommunityTx, host: &str) -> Result<(), DatabaseError> {
    let (community, id, now) = (tx.community().0, tx.entropy().id(), tx.now());
    sqlx::query!(
        "insert into host_wish (community_id, host, id, asked_at) values ($1, $2, $3, $4)
         on conflict (community_id, host) do nothing",
        community,
        host,
        id,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// False when the name does not wait.
pub(crate) async fn remove(tx: &mut CommunityTx, host: &str) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!("delete from host_wish where community_id = $1 and host = $2", community, host)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn of_community(tx: &mut CommunityTx) -> Result<Vec<String>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select host from host_wish where community_id = $1 order by host", community)
        .fetch_all(tx.conn())
        .await?)
}

/// Read as `maillon_platform`.
pub(crate) async fn all(conn: &mut PgConnection, page: &PageRequest) -> Result<Page<HostWish>, DatabaseError> {
    let rows = sqlx::query!(
        "select w.community_id, c.name, w.host, w.id, w.asked_at
         from host_wish w join community c on c.id = w.community_id
         where $1::timestamptz is null or (w.asked_at, w.id) < ($1, $2::uuid)
         order by w.asked_at desc, w.id desc
         limit $3",
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(conn)
    .await?;
    let wishes: Vec<(Uuid, HostWish)> = rows
        .into_iter()
        .map(|row| {
            let wish = HostWish {
                community: row.community_id.into(),
                community_name: row.name,
                host: row.host,
                asked_at: row.asked_at,
            };
            (row.id, wish)
        })
        .collect();
    let page = Page::cut(wishes, page, |(id, wish)| Cursor { at: wish.asked_at, id: *id });
    Ok(page.map(|(_, wish)| wish))
}
