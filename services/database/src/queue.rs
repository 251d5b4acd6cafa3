//! The worker's side of the queue: lease, finish, try again, bury.
//!
//! A lease is committed before the work begins, so no transaction stays open meanwhile; a lease that runs out (the
//! worker was killed) makes the job due again. See `infra/decisions` for why this is ours and not a library's.

use crate::{DatabaseError, Db, Lane, audit};
use chrono::Duration;
use kernel::{CommunityId, JobId, Timestamp};
use sqlx::{
    PgPool,
    postgres::{PgListener, PgPoolOptions},
};
use uuid::Uuid;

/// A job in a worker's hands.
#[derive(Debug, Clone)]
pub struct Leased {
    /// The community it belongs to.
    pub community: CommunityId,
    /// The job; stable over all attempts, so a letter's Message-ID can be made of it.
    pub id: JobId,
    /// Its kind.
    pub kind: String,
    /// What it is about: ids.
    pub payload: serde_json::Value,
    /// Which attempt this is, 1 for the first.
    pub attempt: i32,
    /// Not worth doing after this moment.
    pub give_up_at: Option<Timestamp>,
    /// When it was written.
    pub created_at: Timestamp,
    lease: Uuid,
}

/// Leases at most `limit` due jobs of `lane`, taking turns between communities (`per_community` of each at the most).
pub async fn lease(
    db: &Db,
    lane: Lane,
    limit: i64,
    per_community: i64,
    lasting: Duration,
) -> Result<Vec<Leased>, DatabaseError> {
    let lease = db.entropy().id();
    let mut tx = db.begin_platform().await?;
    let now = tx.now();
    // The recursive part steps over the index from one community to the next, so a backlog of one costs the others nothing.
    let rows = sqlx::query!(
        r#"with recursive tenant as (
               (select community_id from job where lane = $1 and state <> 'buried' order by community_id limit 1)
               union all
               select (select j.community_id from job j where j.lane = $1 and j.state <> 'buried' and j.community_id > t.community_id
                       order by j.community_id limit 1)
               from tenant t where t.community_id is not null
           ), due as (
               select d.community_id, d.id
               from tenant t
               cross join lateral (
                   select j.community_id, j.id, row_number() over (order by j.run_at, j.id) as turn, j.run_at
                   from (
                       select community_id, id, run_at from job
                       where lane = $1 and community_id = t.community_id and run_at <= $2
                         and (state = 'queued' or (state = 'leased' and leased_until < $2))
                       order by run_at, id limit $4
                       for no key update skip locked
                   ) j
               ) d
               where t.community_id is not null
               order by d.turn, d.run_at
               limit $3
           )
           update job set state = 'leased', lease_id = $5, leased_until = $6, attempts = job.attempts + 1
           from due where job.community_id = due.community_id and job.id = due.id
           returning job.community_id, job.id, job.kind, job.payload, job.attempts, job.give_up_at, job.created_at"#,
        lane.as_str(),
        now,
        limit,
        per_community,
        lease,
        now + lasting,
    )
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(rows
        .into_iter()
        .map(|row| Leased {
            community: row.community_id.into(),
            id: row.id.into(),
            kind: row.kind,
            payload: row.payload,
            attempt: row.attempts,
            give_up_at: row.give_up_at,
            created_at: row.created_at,
            lease,
        })
        .collect())
}

/// The job is done (or not needed any more): its row goes.
pub async fn finish(db: &Db, job: &Leased) -> Result<(), DatabaseError> {
    let mut tx = db.begin_platform().await?;
    sqlx::query!(
        "delete from job where community_id = $1 and id = $2 and lease_id = $3",
        job.community.0,
        job.id.0,
        job.lease
    )
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// The job is to be tried again at `run_at`.
pub async fn again(db: &Db, job: &Leased, run_at: Timestamp, why: &str) -> Result<(), DatabaseError> {
    let mut tx = db.begin_platform().await?;
    sqlx::query!(
        "update job set state = 'queued', lease_id = null, leased_until = null, run_at = $4, last_error = $5
         where community_id = $1 and id = $2 and lease_id = $3",
        job.community.0,
        job.id.0,
        job.lease,
        run_at,
        why
    )
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// The job cannot be done: it stays where the operator sees it.
pub async fn bury(db: &Db, job: &Leased, why: &str) -> Result<(), DatabaseError> {
    let mut tx = db.begin_platform().await?;
    sqlx::query!(
        "update job set state = 'buried', lease_id = null, leased_until = null, last_error = $4
         where community_id = $1 and id = $2 and lease_id = $3",
        job.community.0,
        job.id.0,
        job.lease,
        why
    )
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// The operator lets a buried job try again, and `entry` says so in the platform's journal. False when there is none (any more).
pub async fn revive(
    db: &Db,
    community: CommunityId,
    id: JobId,
    entry: Option<audit::Entry>,
) -> Result<bool, DatabaseError> {
    let mut tx = db.begin_platform().await?;
    let now = tx.now();
    let revived = sqlx::query!(
        "update job set state = 'queued', attempts = 0, run_at = $3
         where community_id = $1 and id = $2 and state = 'buried'",
        community.0,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    sqlx::query!("select pg_notify('maillon_job', 'revived')").execute(tx.conn()).await?;
    if let (1, Some(entry)) = (revived, entry) {
        tx.record(entry).await?;
    }
    tx.commit().await?;
    Ok(revived == 1)
}

/// The community's jobs that wait because of `why` are due now; how many.
pub async fn hurry(db: &Db, community: CommunityId, why: &str) -> Result<u64, DatabaseError> {
    let mut tx = db.begin_platform().await?;
    let now = tx.now();
    let done = sqlx::query!(
        "update job set run_at = $3 where community_id = $1 and state = 'queued' and last_error = $2 and run_at > $3",
        community.0,
        why,
        now
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("select pg_notify('maillon_job', 'hurried')").execute(tx.conn()).await?;
    tx.commit().await?;
    Ok(done.rows_affected())
}

/// Hears of new jobs (LISTEN/NOTIFY).
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    pub(crate) async fn open(pool: &PgPool) -> Result<Self, DatabaseError> {
        // A connection of its own: when its way is dead, saying goodbye takes for ever, and that must cost nobody a place (bar D8).
        let alone = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let mut listener =
            PgListener::connect_with(&alone.connect_lazy_with((*pool.connect_options()).clone())).await?;
        listener.listen("maillon_job").await?;
        Ok(Self(listener))
    }

    /// Returns when a job was announced.
    pub async fn heard(&mut self) -> Result<(), DatabaseError> {
        self.0.recv().await?;
        Ok(())
    }
}
