//! How long applications live.

use crate::application::{AT_LEAST, EARLY, LATE};
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};

/// Gives an end to everybody who waits and has none: their days since they applied, and not less than a fair time from now.
/// Whoever has applied anew begins anew. How many that were.
pub(crate) async fn begin(tx: &mut CommunityTx, days: u32) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into application (community_id, member_id, applied_at, ends_at)
         select $1, m.id, m.applied_at, greatest(m.applied_at + make_interval(days => $2), $3)
         from member m
         where m.community_id = $1 and m.standing in ('applicant', 'guest') and not exists (
             select 1 from application a
             where a.community_id = $1 and a.member_id = m.id and a.applied_at = m.applied_at and a.closed_at is null
         )
         on conflict (community_id, member_id) do update set applied_at = excluded.applied_at, ends_at = excluded.ends_at,
             renewed_at = null, told_early_at = null, told_late_at = null, closed_at = null",
        community,
        i32::try_from(days).unwrap_or(i32::MAX),
        now + AT_LEAST,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Notes of everybody whose end is near that they are told of it now, and hands them out: first fourteen days before, then three.
pub(crate) async fn near_their_end(tx: &mut CommunityTx) -> Result<Vec<(MemberId, Timestamp)>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        "update application a
         set told_early_at = coalesce(a.told_early_at, $2), told_late_at = case when a.ends_at <= $4 then $2 end
         from member m
         where a.community_id = $1 and m.community_id = $1 and m.id = a.member_id and m.standing in ('applicant', 'guest')
           and m.applied_at = a.applied_at and a.closed_at is null
           and ((a.told_early_at is null and a.ends_at <= $3) or (a.told_late_at is null and a.ends_at <= $4))
         returning a.member_id, a.ends_at",
        community,
        now,
        now + EARLY,
        now + LATE,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.member_id.into(), row.ends_at)).collect())
}

/// A hundred of those whose time is over, and who were told long enough ago.
pub(crate) async fn over(tx: &mut CommunityTx, told: Duration) -> Result<Vec<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let members = sqlx::query_scalar!(
        "select a.member_id from application a
         join member m on m.community_id = a.community_id and m.id = a.member_id
         where a.community_id = $1 and a.closed_at is null and a.ends_at <= $2 and a.told_late_at <= $3
           and m.standing in ('applicant', 'guest') and m.applied_at = a.applied_at
         order by a.ends_at, a.member_id limit 100",
        community,
        now,
        now - told,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(members.into_iter().map(MemberId).collect())
}

/// False when it was renewed or closed meanwhile.
pub(crate) async fn close(tx: &mut CommunityTx, member: MemberId, told: Duration) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update application set closed_at = $3
         where community_id = $1 and member_id = $2 and closed_at is null and ends_at <= $3 and told_late_at <= $4",
        community,
        member.0,
        now,
        now - told,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An application's end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End {
    pub(crate) ends_at: Timestamp,
    pub(crate) renewed: bool,
    /// Whether its applicant was told that it ends.
    pub(crate) told: bool,
}

/// The open application of somebody who waits.
pub(crate) async fn of(tx: &mut CommunityTx, member: MemberId) -> Result<Option<End>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        End,
        r#"select a.ends_at, a.renewed_at is not null as "renewed!", a.told_early_at is not null as "told!"
           from application a join member m on m.community_id = a.community_id and m.id = a.member_id
           where a.community_id = $1 and a.member_id = $2 and a.closed_at is null and m.applied_at = a.applied_at"#,
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// The same, held until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, member: MemberId) -> Result<Option<End>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        End,
        r#"select a.ends_at, a.renewed_at is not null as "renewed!", a.told_early_at is not null as "told!"
           from application a join member m on m.community_id = a.community_id and m.id = a.member_id
           where a.community_id = $1 and a.member_id = $2 and a.closed_at is null and m.applied_at = a.applied_at
           for no key update of a"#,
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Gives it time until then; its end will be told anew.
pub(crate) async fn renew(tx: &mut CommunityTx, member: MemberId, until: Timestamp) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update application set ends_at = $3, renewed_at = $4, told_early_at = null, told_late_at = null
         where community_id = $1 and member_id = $2 and renewed_at is null and closed_at is null",
        community,
        member.0,
        until,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What letters say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) ends_at: Timestamp,
    pub(crate) renewed: bool,
    pub(crate) closed: bool,
    /// Whether the applicant waits now.
    pub(crate) waits: bool,
}

pub(crate) async fn told(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Told>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        Told,
        r#"select a.ends_at, a.renewed_at is not null as "renewed!", a.closed_at is not null as "closed!",
               m.standing in ('applicant', 'guest') as "waits!"
           from application a join member m on m.community_id = a.community_id and m.id = a.member_id
           where a.community_id = $1 and a.member_id = $2 and m.applied_at = a.applied_at"#,
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?)
}
