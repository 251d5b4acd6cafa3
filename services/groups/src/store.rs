//! The SQL of groups.

pub(crate) mod members;
pub(crate) mod offer;
pub(crate) mod put_out;
pub(crate) mod views;

use crate::{GroupError, GroupState, Joining};
use database::{CommunityTx, DatabaseError};
use kernel::{GroupId, MemberId, Timestamp};

/// A group that is asked for.
pub(crate) struct New<'a> {
    pub id: GroupId,
    pub name: &'a str,
    pub purpose: &'a str,
    pub joining: Joining,
    pub keeper: MemberId,
}

/// A group under our lock.
pub(crate) struct Held {
    pub id: GroupId,
    pub name: String,
    pub purpose: String,
    pub joining: Joining,
    pub state: GroupState,
    pub keeper: MemberId,
}

/// Capitals do not tell two names apart.
fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// One group is named at a time.
pub(crate) async fn lock_names(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let key = format!("groups:{}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// Whether another open group than this one is called so.
pub(crate) async fn is_called(tx: &mut CommunityTx, name: &str, than: GroupId) -> Result<bool, DatabaseError> {
    let (community, folded) = (tx.community().0, folded(name));
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select from circle where community_id = $1 and folded = $2 and id <> $3 and state = 'open'
           ) as "is!""#,
        community,
        folded,
        than.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whether the member waits for an answer of the team.
pub(crate) async fn asks_already(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select from circle where community_id = $1 and keeper_id = $2 and state = 'asked') as "is!""#,
        community,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn insert(tx: &mut CommunityTx, group: &New<'_>) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at)
         values ($1, $2, $3, $4, $5, $6, 'asked', $7, $8)",
        community,
        group.id.0,
        group.name,
        folded(group.name),
        group.purpose,
        group.joining.as_str(),
        group.keeper.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Locks the group until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, id: GroupId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select name, purpose, joining, state, keeper_id from circle where community_id = $1 and id = $2 for no key update",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Held {
            id,
            name: row.name,
            purpose: row.purpose,
            joining: row.joining.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            keeper: row.keeper_id.into(),
        })
    })
    .transpose()
}

/// The same of an open one.
pub(crate) async fn hold_open(tx: &mut CommunityTx, id: GroupId) -> Result<Held, GroupError> {
    let held = hold(tx, id).await?.filter(|held| held.state == GroupState::Open);
    held.ok_or(GroupError::NotFound)
}

/// The same of an open one that this member keeps.
pub(crate) async fn hold_kept(tx: &mut CommunityTx, id: GroupId, keeper: MemberId) -> Result<Held, GroupError> {
    let held = hold_open(tx, id).await?;
    if held.keeper == keeper { Ok(held) } else { Err(GroupError::NotFound) }
}

/// What it is called and for from now on, and how members come in.
pub(crate) async fn edit(
    tx: &mut CommunityTx,
    id: GroupId,
    name: &str,
    purpose: &str,
    joining: Joining,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update circle set name = $3, folded = $4, purpose = $5, joining = $6
         where community_id = $1 and id = $2 and state = 'open'",
        community,
        id.0,
        name,
        folded(name),
        purpose,
        joining.as_str(),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Granted or declined.
pub(crate) async fn decide(
    tx: &mut CommunityTx,
    id: GroupId,
    state: GroupState,
    by: MemberId,
    reason: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update circle set state = $3, decided_by = $4, decided_at = $5, reason = $6
         where community_id = $1 and id = $2 and state = 'asked'",
        community,
        id.0,
        state.as_str(),
        by.0,
        now,
        reason,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn close(tx: &mut CommunityTx, id: GroupId, reason: &str) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update circle set state = 'closed', closed_at = $3, reason = $4 where community_id = $1 and id = $2 and state = 'open'",
        community,
        id.0,
        now,
        reason,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Over, with everything that was written about it.
pub(crate) async fn close_and_forget(tx: &mut CommunityTx, id: GroupId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update circle set state = 'closed', closed_at = $3, name = '———', folded = '', purpose = '—'
         where community_id = $1 and id = $2 and state = 'open'",
        community,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Somebody keeps it from now on; what was offered by whoever did before is offered no longer.
pub(crate) async fn keep(tx: &mut CommunityTx, id: GroupId, keeper: MemberId) -> Result<(), DatabaseError> {
    offer::end(tx, id).await?;
    let community = tx.community().0;
    sqlx::query!("update circle set keeper_id = $3 where community_id = $1 and id = $2", community, id.0, keeper.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// One that was asked for and is not wished any more.
pub(crate) async fn forget(tx: &mut CommunityTx, id: GroupId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from circle where community_id = $1 and id = $2 and state = 'asked'", community, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What somebody had asked for by that moment, without an answer or declined; how many.
pub(crate) async fn forget_asked_by(
    tx: &mut CommunityTx,
    member: MemberId,
    moment: Timestamp,
) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from circle
         where community_id = $1 and keeper_id = $2 and state in ('asked', 'declined') and asked_at <= $3",
        community,
        member.0,
        moment,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The open groups that somebody keeps.
pub(crate) async fn kept_by(tx: &mut CommunityTx, member: MemberId) -> Result<Vec<GroupId>, DatabaseError> {
    let community = tx.community().0;
    let ids = sqlx::query_scalar!(
        "select id from circle where community_id = $1 and keeper_id = $2 and state = 'open' order by id",
        community,
        member.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(GroupId).collect())
}
