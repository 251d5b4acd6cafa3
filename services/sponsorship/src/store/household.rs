//! Who shares a household.

use crate::household::{Pair, Tie};
use crate::store::graph::Everybody;
use database::{CommunityTx, DatabaseError};
use futures_util::TryStreamExt;
use kernel::{HouseholdId, MemberId, Timestamp};
use uuid::Uuid;

struct Row {
    id: Uuid,
    member_id: Uuid,
    other_id: Uuid,
    said_by: Option<Uuid>,
    reason: String,
    agreed_at: Option<Timestamp>,
    began_at: Option<Timestamp>,
    ended_by: Option<Uuid>,
    ending_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
}

impl From<Row> for Tie {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.into(),
            pair: Pair::of(row.member_id.into(), row.other_id.into()),
            said_by: row.said_by.map(MemberId),
            reason: row.reason,
            agreed: row.agreed_at.is_some(),
            began: row.began_at.is_some(),
            ended_by: row.ended_by.map(MemberId),
            ending_at: row.ending_at,
            ended: row.ended_at.is_some(),
        }
    }
}

/// Writes it. False while another between the same two goes on, or the id is taken.
pub(crate) async fn insert(tx: &mut CommunityTx, tie: &Tie) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into household (community_id, id, member_id, other_id, said_by, reason, said_at, agreed_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $8 then $7::timestamptz end) on conflict do nothing",
        community,
        tie.id.0,
        tie.pair.one.0,
        tie.pair.other.0,
        tie.said_by.map(|id| id.0),
        tie.reason,
        now,
        tie.agreed,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The tie of this id.
pub(crate) async fn lock(tx: &mut CommunityTx, id: HouseholdId) -> Result<Option<Tie>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select id, member_id, other_id, said_by, reason, agreed_at, began_at, ended_by, ending_at, ended_at from household
         where community_id = $1 and id = $2 for no key update",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Tie::from))
}

/// What goes on between two, if anything does.
pub(crate) async fn between(tx: &mut CommunityTx, pair: Pair) -> Result<Option<Tie>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select id, member_id, other_id, said_by, reason, agreed_at, began_at, ended_by, ending_at, ended_at from household
         where community_id = $1 and member_id = $2 and other_id = $3 and ended_at is null for no key update",
        community,
        pair.one.0,
        pair.other.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Tie::from))
}

/// Somebody's ties that go on or wait, the latest first.
pub(crate) async fn open_ties(tx: &mut CommunityTx, member: MemberId) -> Result<Vec<Tie>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Row,
        "select id, member_id, other_id, said_by, reason, agreed_at, began_at, ended_by, ending_at, ended_at from household
         where community_id = $1 and (member_id = $2 or other_id = $2) and ended_at is null
         order by said_at desc, id limit 50",
        community,
        member.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Tie::from).collect())
}

/// How many ties of somebody go on or wait.
pub(crate) async fn open_of(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from household
           where community_id = $1 and (member_id = $2 or other_id = $2) and ended_at is null"#,
        community,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count)
}

/// Both have said so.
pub(crate) async fn agree(tx: &mut CommunityTx, id: HouseholdId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!("update household set agreed_at = $3 where community_id = $1 and id = $2", community, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// It counts from now on.
pub(crate) async fn begin(tx: &mut CommunityTx, id: HouseholdId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update household set began_at = $3, agreed_at = coalesce(agreed_at, $3)
         where community_id = $1 and id = $2 and began_at is null",
        community,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A steward says so, whatever the two said: it is not about to end any more.
pub(crate) async fn enter(
    tx: &mut CommunityTx,
    id: HouseholdId,
    steward: Option<MemberId>,
    reason: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update household set said_by = $3, reason = $4, agreed_at = coalesce(agreed_at, $5), ended_by = null, ending_at = null
         where community_id = $1 and id = $2",
        community,
        id.0,
        steward.map(|id| id.0),
        reason,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// One of the two says that it is over.
pub(crate) async fn set_ending(
    tx: &mut CommunityTx,
    id: HouseholdId,
    by: MemberId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update household set ended_by = $3, ending_at = $4 where community_id = $1 and id = $2",
        community,
        id.0,
        by.0,
        at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is over.
pub(crate) async fn end(tx: &mut CommunityTx, id: HouseholdId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update household set ended_at = $3 where community_id = $1 and id = $2 and ended_at is null",
        community,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who lives with whom by their numbers, now or as of a moment.
pub(crate) async fn ties(
    tx: &mut CommunityTx,
    everybody: &Everybody,
    then: Option<Timestamp>,
) -> Result<Vec<(u32, u32)>, DatabaseError> {
    let community = tx.community().0;
    let mut rows = sqlx::query!(
        "select member_id, other_id from household
         where community_id = $1 and began_at is not null
           and (ended_at is null or ended_at > $2) and ($2::timestamptz is null or began_at <= $2)",
        community,
        then,
    )
    .fetch(tx.conn());
    let mut ties = Vec::new();
    while let Some(row) = rows.try_next().await? {
        ties.extend(everybody.number(row.member_id).zip(everybody.number(row.other_id)));
    }
    Ok(ties)
}
