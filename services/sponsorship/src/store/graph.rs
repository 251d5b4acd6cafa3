//! Rows of the trust graph, streamed, and what changed in them.

use super::number;
use crate::graph::{Recorded, state, state_then};
use database::{CommunityTx, DatabaseError};
use futures_util::TryStreamExt;
use kernel::{Standing, Timestamp};
use std::collections::HashMap;
use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow};
use uuid::Uuid;

/// The version of what the two statements below show of the present. Triggers move it (migrations 0011 and 0029); whoever reads
/// another column here adds it there (`tests/vouching/kept.rs` goes through the columns).
pub(crate) async fn version(tx: &mut CommunityTx) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select graph_version from trust_head where community_id = $1", community)
        .fetch_one(tx.conn())
        .await?)
}

/// Changes that are applied one after another; where more were missed, reading everything is no slower.
const MISSED: i64 = 10_000;

/// What changed after a version, in order; nothing where it is too much, or is not told.
pub(crate) async fn missed(tx: &mut CommunityTx, known: i64) -> Result<Option<Vec<Recorded>>, DatabaseError> {
    let head = version(tx).await?;
    if head <= known {
        return Ok(Some(Vec::new()));
    }
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select graph_version as "version!", event -> 'graph' as "change!",
               coalesce(xact = pg_current_xact_id_if_assigned()::text::bigint, false) as "mine!"
           from (select graph_version, event, xact, sum(changes) over (order by graph_version) as so_far
                 from trust_event
                 where community_id = $1 and graph_version > $2 and graph_version <= $2 + $3) missed
           where so_far <= $3
           order by graph_version"#,
        community,
        known,
        MISSED,
    )
    .fetch_all(tx.conn())
    .await?;
    let (mut events, mut reached) = (Vec::with_capacity(rows.len()), known);
    for row in rows {
        let event = Recorded { version: row.version, mine: row.mine, change: serde_json::from_value(row.change)? };
        reached += 1;
        if event.version != reached || !event.change.tells() {
            return Ok(None);
        }
        events.push(event);
    }
    Ok((reached >= head).then_some(events))
}

/// Whether the running transaction has changed the graph itself. The head is held.
pub(crate) async fn last_is_mine(tx: &mut CommunityTx) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let mine = sqlx::query_scalar!(
        r#"select coalesce(xact = pg_current_xact_id_if_assigned()::text::bigint, false) as "mine!" from trust_event
           where community_id = $1 and graph_version is not null order by graph_version desc limit 1"#,
        community,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(mine.unwrap_or(false))
}

/// Everybody, and their numbers by their ids.
#[derive(Debug, Default)]
pub(crate) struct Everybody {
    pub(crate) rows: Vec<MemberRow>,
    numbers: HashMap<Uuid, u32>,
}

impl Everybody {
    /// The number of whoever has this id; nothing for whoever came after they were read.
    pub(crate) fn number(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(&id).copied()
    }
}

/// Everybody, now or as of a moment.
pub(crate) async fn members(tx: &mut CommunityTx, then: Option<Timestamp>) -> Result<Everybody, DatabaseError> {
    let community = tx.community().0;
    let mut rows = sqlx::query!(
        "select id, number, founder, standing, joined_at, ended_at from member where community_id = $1",
        community,
    )
    .fetch(tx.conn());
    let mut everybody = Everybody::default();
    while let Some(row) = rows.try_next().await? {
        let standing: Standing = row.standing.parse().map_err(DatabaseError::damaged)?;
        let state = match then {
            None => state(standing, row.joined_at, row.ended_at)?,
            Some(moment) => state_then(standing, row.joined_at, row.ended_at, moment)?,
        };
        let number = number(row.number)?;
        everybody.rows.push(MemberRow { number, root: row.founder, state });
        everybody.numbers.insert(row.id, number);
    }
    Ok(everybody)
}

/// Every sponsorship that carries somebody, now or as of a moment. Numbers are looked up here: in a large community the database
/// would take four times as long to join them. Whoever came after `everybody` was read is left out; an event says so again.
pub(crate) async fn edges(
    tx: &mut CommunityTx,
    everybody: &Everybody,
    then: Option<Timestamp>,
) -> Result<Vec<EdgeRow>, DatabaseError> {
    let community = tx.community().0;
    let mut rows = sqlx::query!(
        r#"select sponsor_id as "sponsor!", applicant_id as member, kind = 'endorsement' as "endorsement!", active_at as "active_at!"
           from sponsorship
           where community_id = $1 and sponsor_id is not null and active_at is not null
             and (state = 'given' or ended_at > $2)
             and ($2::timestamptz is null or active_at <= $2)"#,
        community,
        then,
    )
    .fetch(tx.conn());
    let mut edges = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let number = |id: &Uuid| everybody.numbers.get(id).copied();
        let Some((sponsor, member)) = number(&row.sponsor).zip(number(&row.member)) else { continue };
        edges.push(EdgeRow {
            sponsor,
            member,
            state: EdgeState::Active,
            kind: if row.endorsement { EdgeKind::Endorsement } else { EdgeKind::Admission },
            day: Day::of(row.active_at),
        });
    }
    Ok(edges)
}
