//! The operator's figures, read as `maillon_platform`: communities, jobs and letters of all tenants, nothing else.

use crate::operator::{BuriedJob, CommunityLine, LaneFigures, LetterLine, shortened};
use database::{DatabaseError, Lane};
use kernel::{Cursor, MemberId, Page, PageRequest, Timestamp};
use sqlx::PgConnection;

pub(crate) async fn communities(
    conn: &mut PgConnection,
    page: &PageRequest,
) -> Result<Page<CommunityLine>, DatabaseError> {
    let rows = sqlx::query!(
        r#"select c.id, c.slug, c.name, c.organisation, c.preset, c.members, c.created_at, h.host as "primary_host?"
           from community c
           left join community_host h on h.community_id = c.id and h.is_primary
           where c.kind = 'community' and ($1::timestamptz is null or (c.created_at, c.id) < ($1, $2::uuid))
           order by c.created_at desc, c.id desc
           limit $3"#,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(conn)
    .await?;
    let lines = rows
        .into_iter()
        .map(|row| CommunityLine {
            id: row.id.into(),
            slug: row.slug,
            name: row.name,
            organisation: row.organisation,
            preset: row.preset,
            members: row.members,
            primary_host: row.primary_host,
            created_at: row.created_at,
        })
        .collect();
    Ok(Page::cut(lines, page, |line| Cursor { at: line.created_at, id: line.id.0 }))
}

pub(crate) async fn queue(conn: &mut PgConnection, now: Timestamp) -> Result<Vec<LaneFigures>, DatabaseError> {
    let rows = sqlx::query!(
        r#"select lane, count(*) filter (where state = 'queued') as "queued!", count(*) filter (where state = 'leased') as "leased!",
               count(*) filter (where state = 'buried') as "buried!",
               min(run_at) filter (where state = 'queued' and run_at <= $1) as oldest_due_at
           from job group by lane"#,
        now
    )
    .fetch_all(conn)
    .await?;
    let figures = Lane::ALL.iter().map(|lane| {
        let row = rows.iter().find(|row| row.lane == lane.as_str());
        LaneFigures {
            lane: lane.as_str().to_owned(),
            queued: row.map_or(0, |row| row.queued),
            leased: row.map_or(0, |row| row.leased),
            buried: row.map_or(0, |row| row.buried),
            oldest_due_at: row.and_then(|row| row.oldest_due_at),
        }
    });
    Ok(figures.collect())
}

/// Communities whose letters wait.
pub(crate) async fn held(conn: &mut PgConnection) -> Result<i64, DatabaseError> {
    let count =
        sqlx::query_scalar!(r#"select count(*) as "count!" from community where letters_held_since is not null"#);
    Ok(count.fetch_one(conn).await?)
}

pub(crate) async fn buried(conn: &mut PgConnection, page: &PageRequest) -> Result<Page<BuriedJob>, DatabaseError> {
    let rows = sqlx::query!(
        r#"select j.community_id, c.name as community_name, j.id, j.kind, j.lane, j.attempts, coalesce(j.last_error, '') as "last_error!",
               j.created_at
           from job j
           join community c on c.id = j.community_id
           where j.state = 'buried' and ($1::timestamptz is null or (j.created_at, j.id) < ($1, $2::uuid))
           order by j.created_at desc, j.id desc
           limit $3"#,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(conn)
    .await?;
    let jobs = rows
        .into_iter()
        .map(|row| BuriedJob {
            community: row.community_id.into(),
            community_name: row.community_name,
            id: row.id.into(),
            kind: row.kind,
            lane: row.lane,
            attempts: row.attempts,
            last_error: row.last_error,
            created_at: row.created_at,
        })
        .collect();
    Ok(Page::cut(jobs, page, |job| Cursor { at: job.created_at, id: job.id.0 }))
}

pub(crate) async fn letters(conn: &mut PgConnection, page: &PageRequest) -> Result<Page<LetterLine>, DatabaseError> {
    let rows = sqlx::query!(
        r#"select l.community_id, c.name as community_name, l.id, l.member_id, l.recipient, l.kind, l.outcome, l.answer, l.at
           from letter l
           join community c on c.id = l.community_id
           where $1::timestamptz is null or (l.at, l.id) < ($1, $2::uuid)
           order by l.at desc, l.id desc
           limit $3"#,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(conn)
    .await?;
    let letters = rows
        .into_iter()
        .map(|row| LetterLine {
            community: row.community_id.into(),
            community_name: row.community_name,
            id: row.id,
            member: row.member_id.map(MemberId),
            recipient: shortened(&row.recipient),
            kind: row.kind,
            outcome: row.outcome,
            answer: row.answer,
            at: row.at,
        })
        .collect();
    Ok(Page::cut(letters, page, |letter| Cursor { at: letter.at, id: letter.id }))
}
