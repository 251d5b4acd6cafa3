//! Rows of the trust graph, streamed.

use super::number;
use crate::graph::{state, state_then};
use database::{CommunityTx, DatabaseError};
use futures_util::TryStreamExt;
use kernel::{Standing, Timestamp};
use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow};

/// The version of what the two statements below show of the present. Triggers of migration 0011 move it; whoever reads
/// another column here adds it there (`tests/vouching/kept.rs` goes through the columns).
pub(crate) async fn version(tx: &mut CommunityTx) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select graph_version from trust_head where community_id = $1", community)
        .fetch_one(tx.conn())
        .await?)
}

/// Everybody, now or as of a moment.
pub(crate) async fn members(tx: &mut CommunityTx, then: Option<Timestamp>) -> Result<Vec<MemberRow>, DatabaseError> {
    let community = tx.community().0;
    let mut rows = sqlx::query!(
        "select number, founder, standing, joined_at, ended_at from member where community_id = $1 order by number",
        community,
    )
    .fetch(tx.conn());
    let mut members = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let standing: Standing = row.standing.parse().map_err(DatabaseError::damaged)?;
        let state = match then {
            None => state(standing, row.joined_at, row.ended_at)?,
            Some(moment) => state_then(standing, row.joined_at, row.ended_at, moment)?,
        };
        members.push(MemberRow { number: number(row.number)?, root: row.founder, state });
    }
    Ok(members)
}

/// Every sponsorship that carries somebody, now or as of a moment.
pub(crate) async fn edges(tx: &mut CommunityTx, then: Option<Timestamp>) -> Result<Vec<EdgeRow>, DatabaseError> {
    let community = tx.community().0;
    let mut rows = sqlx::query!(
        r#"select s.number as sponsor, m.number as member, e.kind = 'endorsement' as "endorsement!", e.active_at as "active_at!"
           from sponsorship e
           join member s on s.community_id = $1 and s.id = e.sponsor_id
           join member m on m.community_id = $1 and m.id = e.applicant_id
           where e.community_id = $1 and e.active_at is not null
             and (e.state = 'given' or e.ended_at > $2)
             and ($2::timestamptz is null or e.active_at <= $2)"#,
        community,
        then,
    )
    .fetch(tx.conn());
    let mut edges = Vec::new();
    while let Some(row) = rows.try_next().await? {
        edges.push(EdgeRow {
            sponsor: number(row.sponsor)?,
            member: number(row.member)?,
            state: EdgeState::Active,
            kind: if row.endorsement { EdgeKind::Endorsement } else { EdgeKind::Admission },
            day: Day::of(row.active_at),
        });
    }
    Ok(edges)
}
