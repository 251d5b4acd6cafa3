//! What became of those who wanted to come in, month by month.

use crate::funnel::{Unanswered, WaitingMonth};
use chrono::{Duration, NaiveDate};
use database::{CommunityTx, DatabaseError};
use membership::CardColumns;

/// So many months from the first on, each counted in the community's time zone. What was imported was not asked for here.
pub(crate) async fn months(
    tx: &mut CommunityTx,
    first: NaiveDate,
    count: u32,
    zone: &str,
) -> Result<Vec<WaitingMonth>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        WaitingMonth,
        r#"with month (first_day, from_at, to_at) as (
               select d::date, d at time zone $4, (d + interval '1 month') at time zone $4
               from generate_series($2::date::timestamp, $2::date::timestamp + make_interval(months => $3 - 1), interval '1 month') d
           )
           select first_day as "month!",
               (select count(*) from journal j where j.community_id = $1 and j.act = 'applied' and j.at >= from_at and j.at < to_at) as "asked!",
               (select count(*) from (
                    select min(s.answered_at) as first_at from sponsorship s
                    where s.community_id = $1 and s.kind = 'admission' and s.via <> 'import' and s.relation is not null
                    group by s.applicant_id
                ) f where f.first_at >= from_at and f.first_at < to_at) as "sponsored!",
               (select count(*) from admission d
                where d.community_id = $1 and d.outcome = 'admitted' and d.decided_at >= from_at and d.decided_at < to_at) as "admitted!",
               (select count(*) from admission d
                where d.community_id = $1 and d.outcome = 'refused' and d.decided_at >= from_at and d.decided_at < to_at)
                 + (select count(*) from application a
                    where a.community_id = $1 and a.closed_at >= from_at and a.closed_at < to_at) as "closed!"
           from month order by first_day"#,
        community,
        first,
        i32::try_from(count).unwrap_or(i32::MAX),
        zone,
    )
    .fetch_all(tx.conn())
    .await?)
}

/// How it stands at this moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Now {
    pub(crate) waiting: i64,
    pub(crate) waiting_long: i64,
    pub(crate) median_days: Option<f64>,
}

pub(crate) async fn now(
    tx: &mut CommunityTx,
    first: NaiveDate,
    zone: &str,
    long: Duration,
) -> Result<Now, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_as!(
        Now,
        r#"select
               (select count(*) from member where community_id = $1 and standing in ('applicant', 'guest')) as "waiting!",
               (select count(*) from member
                where community_id = $1 and standing in ('applicant', 'guest') and applied_at < $2) as "waiting_long!",
               (select percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - m.applied_at)::double precision / 86400)
                from admission d join member m on m.community_id = d.community_id and m.id = d.member_id
                where d.community_id = $1 and d.outcome = 'admitted' and d.decided_at >= $3::date::timestamp at time zone $4
                  and m.applied_at <= d.decided_at) as median_days"#,
        community,
        now - long,
        first,
        zone,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Who waits without a single word.
pub(crate) async fn unanswered(tx: &mut CommunityTx, most: i64) -> Result<Vec<Unanswered>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, m.applied_at,
               (select count(*) from sponsorship s
                where s.community_id = $1 and s.applicant_id = m.id and s.requested_at >= m.applied_at)
                 + (select count(*) from meeting g
                    where g.community_id = $1 and g.applicant_id = m.id and g.asked_at >= m.applied_at) as "asked!"
           from member m
           where m.community_id = $1 and m.standing in ('applicant', 'guest') and not exists (
               select 1 from sponsorship s where s.community_id = $1 and s.applicant_id = m.id and s.state = 'given'
           )
           order by m.applied_at, m.id limit $2"#,
        community,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Unanswered {
                member: CardColumns {
                    id: row.id,
                    number: row.number,
                    name: row.name,
                    town: row.town,
                    standing: row.standing,
                    role: row.role,
                    founder: row.founder,
                    joined_at: row.joined_at,
                }
                .card()?,
                applied_at: row.applied_at,
                asked: row.asked,
            })
        })
        .collect()
}
