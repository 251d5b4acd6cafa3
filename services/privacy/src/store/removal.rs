//! The wish that a community be removed: columns of the community's own row.

use crate::removal::RemovalView;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, MemberId, RemovalId, Role, Standing};

/// Holds the community's row; its short name, if it is there.
pub(crate) async fn lock(tx: &mut CommunityTx) -> Result<Option<String>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select slug from community where id = $1 for no key update", community)
        .fetch_optional(tx.conn())
        .await?)
}

pub(crate) async fn standing(tx: &mut CommunityTx) -> Result<Option<RemovalView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select removal_id as "id!", removal_asked_at as "asked_at!", removal_due_at as "due_at!",
               removal_begun_at is not null as "has_begun!"
           from community where id = $1 and removal_id is not null"#,
        community
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| RemovalView {
        id: row.id.into(),
        asked_at: row.asked_at,
        due_at: row.due_at,
        has_begun: row.has_begun,
    }))
}

pub(crate) async fn note(tx: &mut CommunityTx, view: &RemovalView) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update community set removal_id = $2, removal_asked_at = $3, removal_due_at = $4 where id = $1",
        community,
        view.id.0,
        view.asked_at,
        view.due_at
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn clear(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update community set removal_id = null, removal_asked_at = null, removal_due_at = null where id = $1",
        community
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// From here on no host leads to it.
pub(crate) async fn begin(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update community set removal_begun_at = coalesce(removal_begun_at, $2) where id = $1",
        community,
        now
    )
    .execute(tx.conn())
    .await?;
    close(tx).await
}

/// The same without a wish: it was carried out before.
pub(crate) async fn begin_at_once(tx: &mut CommunityTx, id: RemovalId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update community set removal_id = $2, removal_asked_at = $3, removal_due_at = $3, removal_begun_at = $3 where id = $1",
        community,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    close(tx).await
}

async fn close(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from host_wish where community_id = $1", community).execute(tx.conn()).await?;
    sqlx::query!("delete from community_host where community_id = $1", community).execute(tx.conn()).await?;
    Ok(())
}

/// Owners, or whoever has a place here, with the office they hold.
pub(crate) async fn people(tx: &mut CommunityTx, everybody: bool) -> Result<Vec<(MemberId, Role)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, role from member
         where community_id = $1 and standing not in ('left', 'expelled') and ($2 or role = 'owner')
         order by number",
        community,
        everybody
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| Ok((row.id.into(), row.role.parse().map_err(DatabaseError::damaged)?))).collect()
}

pub(crate) async fn person(tx: &mut CommunityTx, member: MemberId) -> Result<Option<(Standing, Role)>, DatabaseError> {
    let community = tx.community().0;
    let row =
        sqlx::query!("select standing, role from member where community_id = $1 and id = $2", community, member.0)
            .fetch_optional(tx.conn())
            .await?;
    row.map(|row| {
        let standing = row.standing.parse().map_err(DatabaseError::damaged)?;
        Ok((standing, row.role.parse().map_err(DatabaseError::damaged)?))
    })
    .transpose()
}

/// Accounts with a place here and an address, in order of their ids.
pub(crate) async fn accounts(
    tx: &mut CommunityTx,
    after: Option<AccountId>,
    most: i64,
) -> Result<Vec<AccountId>, DatabaseError> {
    let community = tx.community().0;
    let ids = sqlx::query_scalar!(
        "select m.account_id from member m join account a on a.id = m.account_id
         where m.community_id = $1 and ($2::uuid is null or m.account_id > $2) and a.email not like '%@erased.invalid'
         order by m.account_id limit $3",
        community,
        after.map(|account| account.0),
        most
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(AccountId).collect())
}
