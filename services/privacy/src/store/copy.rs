//! Copies.

use crate::copy::CopyView;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};
use serde_json::Value;

pub(crate) async fn ask(tx: &mut CommunityTx, member: MemberId, ends: Timestamp) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into data_copy (community_id, member_id, asked_at, expires_at) values ($1, $2, $3, $4)
         on conflict (community_id, member_id) do update
         set asked_at = excluded.asked_at, expires_at = excluded.expires_at, made_at = null, content = null",
        community,
        member.0,
        now,
        ends
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Unless its time is over.
pub(crate) async fn of(tx: &mut CommunityTx, member: MemberId) -> Result<Option<CopyView>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_as!(
        CopyView,
        "select asked_at, made_at, expires_at from data_copy
         where community_id = $1 and member_id = $2 and expires_at > $3",
        community,
        member.0,
        now
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Unless it is not made yet, or its time is over.
pub(crate) async fn content(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Value>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let content = sqlx::query_scalar!(
        "select content from data_copy where community_id = $1 and member_id = $2 and expires_at > $3",
        community,
        member.0,
        now
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(content.flatten())
}

/// Everything that leads to the member, link by link.
pub(crate) async fn rows(tx: &mut CommunityTx, member: MemberId) -> Result<Vec<(String, Value)>, DatabaseError> {
    let community = tx.community().0;
    let account =
        sqlx::query_scalar!("select account_id from member where community_id = $1 and id = $2", community, member.0)
            .fetch_one(tx.conn())
            .await?;
    let rows = sqlx::query_file!("src/store/copy.sql", community, member.0, account).fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.source, row.row)).collect())
}

pub(crate) async fn keep(tx: &mut CommunityTx, member: MemberId, content: &Value) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update data_copy set made_at = $3, content = $4 where community_id = $1 and member_id = $2",
        community,
        member.0,
        now,
        content
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn sweep(tx: &mut CommunityTx) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!("delete from data_copy where community_id = $1 and expires_at <= $2", community, now)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected())
}
