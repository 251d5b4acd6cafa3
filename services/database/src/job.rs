//! Jobs: rows written in the same transaction as their cause. Payloads hold ids; the worker loads fresh state.

use crate::{CommunityTx, DatabaseError};
use kernel::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

/// Which queue a job stands in; a lane never waits behind another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    /// Sign-in letters.
    Security,
    /// What somebody waits for.
    Prompt,
    /// Digests, reminders, housekeeping.
    Bulk,
}

impl Lane {
    /// Every lane, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Security, Self::Prompt, Self::Bulk];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Prompt => "prompt",
            Self::Bulk => "bulk",
        }
    }
}

/// A kind of job; the noun that causes it defines it, `workers` does it.
pub trait Job: Serialize + DeserializeOwned + Send + Sync {
    /// Its name in the queue, snake case, the same as the file that does it.
    const KIND: &'static str;
    /// Its queue.
    const LANE: Lane;
}

/// When a job is to be done, and what it means.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    /// Not before this moment; at once when absent.
    pub run_at: Option<Timestamp>,
    /// While an unfinished job of this meaning exists in the community, another is not written.
    pub meaning: Option<String>,
    /// Not after this moment: the job is dropped.
    pub give_up_at: Option<Timestamp>,
}

impl Schedule {
    /// Not before `moment`.
    pub fn at(moment: Timestamp) -> Self {
        Self { run_at: Some(moment), ..Self::default() }
    }

    /// At most one unfinished job of this meaning.
    #[must_use]
    pub fn meaning(mut self, meaning: impl Into<String>) -> Self {
        self.meaning = Some(meaning.into());
        self
    }

    /// Dropped when not done by `moment`.
    #[must_use]
    pub fn until(mut self, moment: Timestamp) -> Self {
        self.give_up_at = Some(moment);
        self
    }
}

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    kind: &str,
    lane: Lane,
    payload: serde_json::Value,
    schedule: Schedule,
) -> Result<(), DatabaseError> {
    let (community, id, now) = (tx.community().0, tx.entropy().id(), tx.now());
    sqlx::query!(
        "insert into job (community_id, id, lane, kind, payload, meaning, run_at, created_at, give_up_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (community_id, meaning) where meaning is not null and state <> 'buried' do nothing",
        community,
        id,
        lane.as_str(),
        kind,
        payload,
        schedule.meaning,
        schedule.run_at.unwrap_or(now),
        now,
        schedule.give_up_at,
    )
    .execute(tx.conn())
    .await?;
    // Delivered at the commit; PostgreSQL folds equal announcements of one transaction into one.
    sqlx::query!("select pg_notify('maillon_job', $1)", lane.as_str()).execute(tx.conn()).await?;
    Ok(())
}

/// Many jobs of one kind in one statement and with one announcement.
pub(crate) async fn insert_all(
    tx: &mut CommunityTx,
    kind: &str,
    lane: Lane,
    jobs: Vec<(serde_json::Value, Schedule)>,
) -> Result<(), DatabaseError> {
    if jobs.is_empty() {
        return Ok(());
    }
    let (community, now) = (tx.community().0, tx.now());
    let ids: Vec<_> = jobs.iter().map(|_| tx.entropy().id()).collect();
    let payloads: Vec<_> = jobs.iter().map(|(payload, _)| payload.clone()).collect();
    let meanings: Vec<_> = jobs.iter().map(|(_, schedule)| schedule.meaning.clone()).collect();
    let run_at: Vec<_> = jobs.iter().map(|(_, schedule)| schedule.run_at.unwrap_or(now)).collect();
    let give_up_at: Vec<_> = jobs.iter().map(|(_, schedule)| schedule.give_up_at).collect();
    sqlx::query!(
        "insert into job (community_id, id, lane, kind, payload, meaning, run_at, created_at, give_up_at)
         select $1, j.id, $2, $3, j.payload, j.meaning, j.run_at, $4, j.give_up_at
         from unnest($5::uuid[], $6::jsonb[], $7::text[], $8::timestamptz[], $9::timestamptz[])
             as j (id, payload, meaning, run_at, give_up_at)
         on conflict (community_id, meaning) where meaning is not null and state <> 'buried' do nothing",
        community,
        lane.as_str(),
        kind,
        now,
        &ids,
        &payloads,
        &meanings as &[Option<String>],
        &run_at,
        &give_up_at as &[Option<Timestamp>],
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("select pg_notify('maillon_job', $1)", lane.as_str()).execute(tx.conn()).await?;
    Ok(())
}
