//! The community's graph, kept in this process and brought up to date by the events that it has missed: for pages ([`kept`]), and
//! under the trust head's lock for decisions ([`now`]).
//!
//! A decision must not rest on what another process has changed meanwhile, nor leave behind what it may itself take back: it takes
//! the head, applies every event committed before, decides, and writes (decision 20; design: trust, section 10).

mod change;
pub(crate) mod check;
mod held;
pub(crate) mod kept;

pub(crate) use change::Recorded;
pub(crate) use held::Present;

use crate::{SponsorshipError, store};
use database::{CommunityTx, DatabaseError};
use kernel::{Standing, Timestamp};
use trust::{Day, MemberState, TrustGraph};

/// How much of the graph a question needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Everybody and every sponsorship that carries.
    Whole,
    /// Everybody; sponsorships if they are at hand: enough to say whose word counts.
    People,
}

/// The graph as it is now, with what this transaction has written.
pub(crate) async fn now(tx: &mut CommunityTx, extent: Extent) -> Result<Present, SponsorshipError> {
    kept::present(tx, extent).await
}

/// What a graph is made of.
#[derive(Debug)]
struct Rows {
    members: Vec<trust::MemberRow>,
    edges: Vec<trust::EdgeRow>,
    /// Who lives with whom.
    ties: Vec<(u32, u32)>,
}

async fn rows(tx: &mut CommunityTx, extent: Extent) -> Result<Rows, SponsorshipError> {
    let everybody = store::graph::members(tx, None).await?;
    let edges = match extent {
        Extent::Whole => store::graph::edges(tx, &everybody, None).await?,
        Extent::People => Vec::new(),
    };
    let ties = store::household::ties(tx, &everybody, None).await?;
    Ok(Rows { members: everybody.rows, edges, ties })
}

/// The graph as the rows say it was at `moment`: who was a member then, whose sponsorship carried then. Reviews that were
/// over by today are not known any more; they never carried a newcomer, so a certificate cannot rest on one.
pub(crate) async fn then(tx: &mut CommunityTx, moment: Timestamp) -> Result<TrustGraph, SponsorshipError> {
    let everybody = store::graph::members(tx, Some(moment)).await?;
    let edges = store::graph::edges(tx, &everybody, Some(moment)).await?;
    let ties = store::household::ties(tx, &everybody, Some(moment)).await?;
    build(Rows { members: everybody.rows, edges, ties })
}

/// The graph of the rows, whatever is kept.
async fn alone_from_rows(tx: &mut CommunityTx) -> Result<TrustGraph, SponsorshipError> {
    build(rows(tx, Extent::Whole).await?)
}

fn build(rows: Rows) -> Result<TrustGraph, SponsorshipError> {
    let mut graph = TrustGraph::build(rows.members, rows.edges).map_err(DatabaseError::damaged)?;
    for (one, other) in rows.ties {
        graph.tie(one, other).map_err(DatabaseError::damaged)?;
    }
    Ok(graph)
}

/// What a member's row means for the graph. A missing day is damage: to guess one would be to give somebody seniority.
pub(crate) fn state(
    standing: Standing,
    joined_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
) -> Result<MemberState, DatabaseError> {
    state_by_days(standing, joined_at.map(Day::of), ended_at.map(Day::of))
}

/// The same by days.
fn state_by_days(standing: Standing, joined: Option<Day>, ended: Option<Day>) -> Result<MemberState, DatabaseError> {
    let day = |day: Option<Day>| day.ok_or_else(|| DatabaseError::damaged(format!("{standing:?} without a day")));
    Ok(match standing {
        Standing::Member => MemberState::Member { since: day(joined)? },
        Standing::UnderReview => MemberState::UnderReview,
        Standing::Suspended => MemberState::Suspended,
        Standing::Expelled => MemberState::Expelled,
        Standing::Left => MemberState::Left { day: day(ended)? },
        Standing::Applicant | Standing::Guest => MemberState::Applicant,
    })
}

/// The same for a past moment.
pub(crate) fn state_then(
    standing: Standing,
    joined_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    moment: Timestamp,
) -> Result<MemberState, DatabaseError> {
    match (joined_at, ended_at) {
        (Some(joined), _) if joined > moment => Ok(MemberState::Applicant),
        (Some(joined), Some(ended)) if ended > moment => Ok(MemberState::Member { since: Day::of(joined) }),
        _ => state(standing, joined_at, ended_at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn an_applicant_carries_nobody_even_if_they_once_were_a_member() {
        let joined = Some(at("2020-01-01T00:00:00Z"));
        assert_eq!(state(Standing::Applicant, joined, None).unwrap(), MemberState::Applicant);
    }

    #[test]
    fn nobody_is_a_member_since_1970_for_want_of_a_day() {
        let now = at("2026-06-01T12:00:00Z");
        assert!(state(Standing::Member, None, None).is_err());
        assert!(state_then(Standing::Member, None, None, now).is_err());
        assert!(state(Standing::Left, Some(now), None).is_err());
        assert_eq!(state(Standing::UnderReview, None, None).unwrap(), MemberState::UnderReview);
    }

    #[test]
    fn whoever_ended_later_was_a_member_then() {
        let (joined, ended) = (at("2026-01-01T12:00:00Z"), at("2026-06-01T12:00:00Z"));
        let then = |moment| state_then(Standing::Expelled, Some(joined), Some(ended), at(moment)).unwrap();
        assert_eq!(then("2025-12-31T00:00:00Z"), MemberState::Applicant);
        assert_eq!(then("2026-03-01T00:00:00Z"), MemberState::Member { since: Day::of(joined) });
        assert_eq!(then("2026-07-01T00:00:00Z"), MemberState::Expelled);
    }
}
