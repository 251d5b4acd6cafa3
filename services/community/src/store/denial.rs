//! Denials that are counted until their quarter of an hour is over.

use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};
use serde_json::Value;

/// One person's denials of one kind.
pub(crate) struct Counted {
    pub(crate) who: String,
    pub(crate) act: String,
    pub(crate) since: Timestamp,
    pub(crate) actor: Option<MemberId>,
    pub(crate) detail: Value,
    pub(crate) times: i64,
}

/// Adds them to what was counted. True when they are the first of their quarter.
pub(crate) async fn add(tx: &mut CommunityTx, more: &Counted) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let times = sqlx::query_scalar!(
        "insert into denial (community_id, who, act, since, actor_id, detail, times) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (community_id, who, act, since) do update set times = denial.times + excluded.times
         returning times",
        community,
        more.who,
        more.act,
        more.since,
        more.actor.map(|member| member.0),
        more.detail,
        more.times,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(times == more.times)
}

/// Takes out what belongs to quarters that began by then, a limited number, the oldest first.
pub(crate) async fn take_until(tx: &mut CommunityTx, until: Timestamp) -> Result<Vec<Counted>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "delete from denial d using (
             select who, act, since from denial where community_id = $1 and since <= $2
             order by since, who, act limit 1000 for update skip locked
         ) over
         where d.community_id = $1 and d.who = over.who and d.act = over.act and d.since = over.since
         returning d.who, d.act, d.since, d.actor_id, d.detail, d.times",
        community,
        until,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Counted {
            who: row.who,
            act: row.act,
            since: row.since,
            actor: row.actor_id.map(Into::into),
            detail: row.detail,
            times: row.times,
        })
        .collect())
}
