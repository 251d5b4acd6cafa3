//! The same community in a database of its own: how long a process takes to read it, and to decide about somebody.

use super::{Town, at, since};
use crate::{
    bench::psql,
    ground::{Failure, Ground},
};
use kernel::{AccountId, Caller, CommunityId, Language, Me, MemberId, Role, Standing, Who};
use serde::Serialize;
use std::{fmt::Write, time::Instant};
use trust::lab::synthetic::GROWN_ON;
use uuid::Uuid;

/// Pages that are timed: fewer than one member may ask for in an hour.
const PAGES: usize = 200;
/// Decisions that are timed, each after something has changed elsewhere.
const DECISIONS: usize = 300;
/// Who is put out and in again meanwhile.
const ELSEWHERE: u32 = 50;

/// What was seen of the database.
#[derive(Debug, Serialize)]
pub struct Stored {
    /// The first page that shows how two members are linked, in a process that knew nothing: the reading, and that page.
    load_from_postgres_s: f64,
    /// The same page once the graph is kept, the slowest of a hundred.
    linked_page_p99_ms: f64,
    /// A whole transaction of deciding about an applicant with enough words, in a process that has missed one change, as if another
    /// had made it: who changes the graph does not touch what is kept.
    decision_db_p50_ms: f64,
    /// The slowest of a hundred.
    decision_db_p99_ms: f64,
    /// The slowest of a hundred changes of a single row, committed on the same server in the same minute: what the disk takes of it.
    commit_db_p99_ms: f64,
}

/// Fills the community and measures. It must be empty but for its owner, who holds number 0.
pub async fn stored(ground: &Ground, community: CommunityId, town: &Town) -> Result<Stored, Failure> {
    psql::trust(ground.owner()?, community, &rows(town))?;
    let last = u32::try_from(town.rows.members.len()).unwrap_or(u32::MAX);
    let caller = member(community, last);
    let began = Instant::now();
    sponsorship::connection(&ground.db, &caller, id(1).into()).await?;
    let load_from_postgres_s = began.elapsed().as_secs_f64();
    let (mut linked, mut decisions) = (Vec::new(), Vec::new());
    for other in (1..last).rev().take(PAGES) {
        let began = Instant::now();
        sponsorship::connection(&ground.db, &caller, id(other).into()).await?;
        linked.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let (house, mut standing) = (Caller::house(community), true);
    for _ in 0..DECISIONS {
        standing = moved(ground, &house, standing).await?;
        let began = Instant::now();
        sponsorship::recheck(&ground.db, &house, psql::APPLICANT.into()).await?;
        decisions.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let mut commits = psql::commits(ground.owner()?, DECISIONS)?;
    if !sponsorship::kept_graph_is_true(&ground.db, &house).await? {
        return Err("the graph that is kept is not what the rows say".into());
    }
    Ok(Stored {
        load_from_postgres_s,
        linked_page_p99_ms: at(&mut linked, 99),
        decision_db_p50_ms: at(&mut decisions, 50),
        decision_db_p99_ms: at(&mut decisions, 99),
        commit_db_p99_ms: at(&mut commits, 99),
    })
}

/// Puts somebody out, or in again; whether they stand now.
async fn moved(ground: &Ground, house: &Caller, standing: bool) -> Result<bool, Failure> {
    let (member, reason) = (id(ELSEWHERE).into(), "Measured.".to_owned());
    if standing {
        membership::suspend::suspend(&ground.db, house, membership::suspend::Suspend { member, reason }).await?;
    } else {
        sponsorship::reinstate(&ground.db, house, sponsorship::Reinstate { member, reason }).await?;
    }
    Ok(!standing)
}

/// The member's id and, the same, the account's.
fn id(number: u32) -> Uuid {
    Uuid::from_u128(0x6d61_696c_4000_4000_8000_0000_0000_0000 | u128::from(number))
}

fn member(community: CommunityId, number: u32) -> Caller {
    let (account, member) = (AccountId(id(number)), MemberId(id(number)));
    let me = Me { account, member, standing: Standing::Member, role: Role::None };
    Caller::new(community, Who::Member(me), Language::Fr)
}

/// Rows as psql reads them. The owner is number 0, so that everybody is one further.
fn rows(town: &Town) -> String {
    let mut text = String::from("copy newcomer (number, id, founder, days) from stdin;\n");
    for row in &town.rows.members {
        let days = since(row.state).map_or(0, |day| GROWN_ON.since(day));
        let _ = writeln!(text, "{}\t{}\t{}\t{days}", row.number + 1, id(row.number + 1), row.root);
    }
    text.push_str("\\.\ncopy word (sponsor, member) from stdin;\n");
    for edge in &town.rows.edges {
        let _ = writeln!(text, "{}\t{}", edge.sponsor + 1, edge.member + 1);
    }
    text.push_str("\\.\n");
    text
}
