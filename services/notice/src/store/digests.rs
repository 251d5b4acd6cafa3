//! Digests.

use crate::digest::{PlannedDigest, Settlement};
use crate::plan_digests::{DueMember, FIRST_DIGEST_DAYS, MOST_DAYS, Slot};
use chrono::{Duration, NaiveDate};
use database::{CommunityTx, DatabaseError};
use kernel::{DigestId, MemberId, Timestamp};
use uuid::Uuid;

/// Every time zone and hour for which somebody inside wants the weekly digest.
pub(crate) async fn clocks(tx: &mut CommunityTx) -> Result<Vec<(String, i32)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select distinct timezone, digest_hour from member
         where community_id = $1 and digest = 'weekly' and standing in ('member', 'under_review')",
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.timezone, row.digest_hour)).collect())
}

/// The next members of these slots after `after`, in the order of their ids: up to where they have been told, and whether their
/// digest is planned already.
///
/// The page is cut before anything is looked up for its members: right after an import the planner knows nothing about the
/// tables, and whatever plan it chooses may cost `limit` lookups, never one for every member of the community.
pub(crate) async fn due_members(
    tx: &mut CommunityTx,
    slots: &[Slot],
    after: Option<MemberId>,
    limit: i64,
) -> Result<Vec<DueMember>, DatabaseError> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let (community, now) = (tx.community().0, tx.now());
    let timezones: Vec<String> = slots.iter().map(|slot| slot.timezone.clone()).collect();
    let hours: Vec<i32> = slots.iter().map(|slot| slot.hour).collect();
    let periods: Vec<NaiveDate> = slots.iter().map(|slot| slot.period).collect();
    let rows = sqlx::query!(
        r#"with page as materialized (
               select m.id, slot.period
               from unnest($2::text[], $3::int[], $4::date[]) as slot (timezone, hour, period)
               join member m on m.community_id = $1 and m.timezone = slot.timezone and m.digest_hour = slot.hour
               where m.digest = 'weekly' and m.standing in ('member', 'under_review') and ($5::uuid is null or m.id > $5)
               order by m.id
               limit $6
           )
           select page.id, page.period as "period!",
               exists (
                   select 1 from digest d where d.community_id = $1 and d.member_id = page.id and d.period = page.period
               ) as "planned!",
               greatest($8, coalesce((
                   select max(d.created_at) from digest d
                   where d.community_id = $1 and d.member_id = page.id and d.state in ('sent', 'empty')
               ), $7)) as "since!"
           from page
           order by page.id"#,
        community,
        &timezones,
        &hours,
        &periods,
        after.map(|member| member.0),
        limit,
        now - Duration::days(FIRST_DIGEST_DAYS),
        now - Duration::days(MOST_DAYS),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| DueMember { member: row.id.into(), period: row.period, since: row.since, planned: row.planned })
        .collect())
}

/// Writes planned digests; gives back those that were not there before.
pub(crate) async fn insert_digests(
    tx: &mut CommunityTx,
    rows: &[(DigestId, &DueMember)],
) -> Result<Vec<DigestId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let ids: Vec<Uuid> = rows.iter().map(|(id, _)| id.0).collect();
    let members: Vec<Uuid> = rows.iter().map(|(_, due)| due.member.0).collect();
    let periods: Vec<NaiveDate> = rows.iter().map(|(_, due)| due.period).collect();
    let since: Vec<Timestamp> = rows.iter().map(|(_, due)| due.since).collect();
    let written = sqlx::query_scalar!(
        "insert into digest (community_id, id, member_id, period, state, since_at, created_at)
         select $1, r.id, r.member_id, r.period, 'planned', r.since_at, $6
         from unnest($2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[]) as r (id, member_id, period, since_at)
         on conflict (community_id, member_id, period) do nothing
         returning id",
        community,
        &ids,
        &members,
        &periods,
        &since,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(written.into_iter().map(DigestId).collect())
}

/// A digest still to be composed.
pub(crate) async fn planned(tx: &mut CommunityTx, id: DigestId) -> Result<Option<PlannedDigest>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select d.id, d.member_id, d.period, d.since_at, d.created_at,
               (m.digest = 'weekly' and m.standing in ('member', 'under_review')) as "wanted!"
           from digest d
           join member m on m.community_id = d.community_id and m.id = d.member_id
           where d.community_id = $1 and d.id = $2 and d.state in ('planned', 'failed')"#,
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| PlannedDigest {
        id: row.id.into(),
        member: row.member_id.into(),
        period: row.period,
        since: row.since_at,
        until: row.created_at,
        wanted: row.wanted,
    }))
}

/// A failed digest may still be sent later (the operator lets the job try again); a settled one stays.
pub(crate) async fn settle(tx: &mut CommunityTx, id: DigestId, settlement: &Settlement) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let listings: Vec<Uuid> = match settlement {
        Settlement::Sent { listings } => listings.iter().map(|listing| listing.0).collect(),
        Settlement::Empty | Settlement::Failed => Vec::new(),
    };
    let settled = sqlx::query!(
        "update digest set state = $3, listings = $4, settled_at = $5
         where community_id = $1 and id = $2 and state in ('planned', 'failed')",
        community,
        id.0,
        settlement.state(),
        &listings,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(settled == 1)
}
