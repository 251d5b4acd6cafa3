//! The rows of the chain.

use super::{Anchor, Link};
use crate::DatabaseError;
use kernel::CommunityId;
use sqlx::PgConnection;

/// One writer at a time in a community, until its transaction ends.
pub(super) async fn lock(conn: &mut PgConnection, community: CommunityId) -> Result<(), DatabaseError> {
    sqlx::query!("select pg_advisory_xact_lock(7215402, hashtext($1::uuid::text))", community.0).execute(conn).await?;
    Ok(())
}

pub(super) async fn head(conn: &mut PgConnection, community: CommunityId) -> Result<Option<Anchor>, DatabaseError> {
    let row = sqlx::query!(
        r#"select seq as "seq!", mac as "mac!" from journal
           where community_id = $1 and seq is not null order by seq desc limit 1"#,
        community.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Anchor { seq: row.seq, mac: row.mac }))
}

pub(super) async fn mark_at(
    conn: &mut PgConnection,
    community: CommunityId,
    seq: i64,
) -> Result<Option<Anchor>, DatabaseError> {
    let mac = sqlx::query_scalar!(
        r#"select mac as "mac!" from journal where community_id = $1 and seq = $2"#,
        community.0,
        seq
    )
    .fetch_optional(conn)
    .await?;
    Ok(mac.map(|mac| Anchor { seq, mac }))
}

/// Entries from before the chain, the oldest first.
pub(super) async fn unchained(conn: &mut PgConnection, community: CommunityId) -> Result<Vec<Link>, DatabaseError> {
    let rows = sqlx::query_as!(
        Link,
        r#"select 0::bigint as "seq!", id, at, actor_id, subject_id, act, detail, null::bytea as note_mark, null::text as note,
               ''::bytea as "mac!"
           from journal where community_id = $1 and seq is null order by at, id"#,
        community.0
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

pub(super) async fn links(
    conn: &mut PgConnection,
    community: CommunityId,
    after: i64,
    limit: i64,
) -> Result<Vec<Link>, DatabaseError> {
    let rows = sqlx::query_as!(
        Link,
        r#"select j.seq as "seq!", j.id, j.at, j.actor_id, j.subject_id, j.act, j.detail, j.note_mark, n.note as "note?", j.mac as "mac!"
           from journal j left join journal_note n on n.community_id = j.community_id and n.seq = j.seq
           where j.community_id = $1 and j.seq > $2 order by j.seq limit $3"#,
        community.0,
        after,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

pub(super) async fn insert(conn: &mut PgConnection, community: CommunityId, link: &Link) -> Result<(), DatabaseError> {
    sqlx::query!(
        "insert into journal (community_id, id, at, actor_id, subject_id, act, detail, seq, note_mark, mac)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        community.0,
        link.id,
        link.at,
        link.actor_id,
        link.subject_id,
        link.act,
        link.detail,
        link.seq,
        link.note_mark,
        link.mac
    )
    .execute(&mut *conn)
    .await?;
    if let Some(note) = &link.note {
        sqlx::query!(
            "insert into journal_note (community_id, seq, note) values ($1, $2, $3)",
            community.0,
            link.seq,
            note
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}
