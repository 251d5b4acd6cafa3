//! The months' rows of how healthy the community is.

use crate::health::{Detail, Funnel, Month};
use crate::measure::Measured;
use chrono::NaiveDate;
use database::{CommunityTx, DatabaseError};
use kernel::Timestamp;

/// When a month was measured last.
pub(crate) async fn of_month(tx: &mut CommunityTx, month: NaiveDate) -> Result<Option<Timestamp>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "select measured_at from trust_gauge where community_id = $1 and month = $2",
        community,
        month,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Writes a month's row, or writes it anew; the audit of a month is made once.
pub(crate) async fn write(tx: &mut CommunityTx, month: NaiveDate, found: &Measured) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let gauges = &found.gauges;
    sqlx::query!(
        "insert into trust_gauge
             (community_id, month, measured_at, standing, sound, undetermined, roots, need, audited_at, accepted, detail)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $3, coalesce($9, 0), $10)
         on conflict (community_id, month) do update
         set measured_at = excluded.measured_at, standing = excluded.standing, sound = excluded.sound,
             undetermined = excluded.undetermined, roots = excluded.roots, need = excluded.need, detail = excluded.detail",
        community,
        month,
        now,
        whole(gauges.standing),
        whole(gauges.sound),
        whole(gauges.undetermined),
        whole(gauges.roots),
        i32::try_from(gauges.need).unwrap_or(i32::MAX),
        found.accepted.map(whole),
        serde_json::to_value(&found.detail)?,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What older rows tell of single members goes; their counts stay.
pub(crate) async fn forget_members_before(tx: &mut CommunityTx, month: NaiveDate) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update trust_gauge set detail = null where community_id = $1 and month < $2 and detail is not null",
        community,
        month,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The newest months first.
pub(crate) async fn months(tx: &mut CommunityTx, most: i64) -> Result<Vec<Month>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        Month,
        "select month, measured_at, standing, sound, undetermined, roots, need, accepted from trust_gauge
         where community_id = $1 order by month desc limit $2",
        community,
        most,
    )
    .fetch_all(tx.conn())
    .await?)
}

/// What the newest row tells of single members.
pub(crate) async fn detail(tx: &mut CommunityTx) -> Result<Option<Detail>, DatabaseError> {
    let community = tx.community().0;
    let stored = sqlx::query_scalar!(
        r#"select detail as "detail!" from trust_gauge where community_id = $1 and detail is not null order by month desc limit 1"#,
        community,
    )
    .fetch_optional(tx.conn())
    .await?;
    stored.map(|detail| serde_json::from_value(detail).map_err(DatabaseError::damaged)).transpose()
}

/// What became of those who wanted to come in, since a moment. What was imported was not asked for here.
pub(crate) async fn funnel(tx: &mut CommunityTx, since: Timestamp) -> Result<Funnel, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        Funnel,
        r#"select
               (select count(*) from member where community_id = $1 and standing in ('applicant', 'guest')) as "waiting!",
               (select count(*) from sponsorship
                where community_id = $1 and via <> 'import' and requested_at > $2) as "asked!",
               (select count(*) from sponsorship
                where community_id = $1 and via <> 'import' and requested_at > $2 and state in ('given', 'revoked')) as "given!",
               (select count(*) from sponsorship
                where community_id = $1 and via <> 'import' and requested_at > $2 and state = 'declined') as "declined!",
               (select count(*) from sponsorship
                where community_id = $1 and via <> 'import' and requested_at > $2 and state = 'expired') as "unanswered!",
               (select count(*) from admission where community_id = $1 and outcome = 'admitted' and decided_at > $2) as "admitted!",
               (select percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - m.applied_at)::double precision / 86400)
                from admission d join member m on m.community_id = d.community_id and m.id = d.member_id
                where d.community_id = $1 and d.outcome = 'admitted' and d.decided_at > $2 and m.applied_at <= d.decided_at) as median_days"#,
        community,
        since,
    )
    .fetch_one(tx.conn())
    .await?)
}

fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
