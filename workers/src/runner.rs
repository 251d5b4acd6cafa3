//! Leases jobs and has them done, lane by lane.
//!
//! Invariants
//! - Each lane has its own task and its own width: a sign-in letter never waits behind digests, whatever the backlog.
//! - Inside a lane communities take turns (`database::queue::lease`).
//! - A lease is committed before the work begins and answered for in a short transaction afterwards; a worker that is
//!   killed in between costs a repetition, never a loss.
//! - Stopping lets what runs finish; nothing new is leased.

mod attempt;
mod drain;
mod wake;

pub use drain::Drained;

use crate::context::Context;
use attempt::attempt;
use chrono::Duration;
use database::{Lane, queue};
use std::sync::Arc;
use std::time::Duration as Pause;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;
use wake::{Ear, Wake};

/// A lease lasts longer than any letter takes, so that only a dead worker's work is done again.
const LEASE: Duration = Duration::minutes(5);

/// Looking into the queue takes no longer, unless the database is gone without a word (bar D8).
const LONGEST_LOOK: Pause = Pause::from_secs(15);

/// Does jobs until told to stop.
#[derive(Clone)]
pub struct Runner {
    context: Arc<Context>,
}

impl Runner {
    /// A runner with these tools.
    pub fn new(context: Context) -> Self {
        Self { context: Arc::new(context) }
    }

    /// The tools.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Works until `stop` says true (or is dropped), then lets what runs finish.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        let wake = Wake::new();
        let listening = tokio::spawn(wake.clone().listen(Arc::clone(&self.context)));
        let clock = tokio::spawn(crate::schedule::keep_time(Arc::clone(&self.context)));
        let lanes = Lane::ALL.map(|lane| self.clone().work(lane, wake.ear(), stop.clone()));
        futures_util::future::join_all(lanes).await;
        listening.abort();
        clock.abort();
        self.context.mail.close().await;
    }

    async fn work(self, lane: Lane, mut ear: Ear, mut stop: watch::Receiver<bool>) {
        let width = self.context.mail.width(lane).max(2);
        let mut running = JoinSet::new();
        while !*stop.borrow_and_update() {
            ear.open();
            let free = width.saturating_sub(running.len());
            let found = if free == 0 { 0 } else { self.lease_into(&mut running, lane, free).await };
            if found > 0 && found == free {
                running.join_next().await;
                continue;
            }
            tokio::select! {
                _ = running.join_next(), if !running.is_empty() => {}
                () = ear.rest(&self.context) => {}
                told = stop.changed() => if told.is_err() { break },
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Leases up to `free` jobs and starts them. A database that is away means a pause, not an end.
    async fn lease_into(&self, running: &mut JoinSet<()>, lane: Lane, free: usize) -> usize {
        let limit = i64::try_from(free).unwrap_or(1);
        match timeout(LONGEST_LOOK, queue::lease(&self.context.db, lane, limit, limit, LEASE)).await {
            Ok(Ok(jobs)) => {
                let found = jobs.len();
                self.context.begin_batch();
                for job in jobs {
                    let context = Arc::clone(&self.context);
                    running.spawn(async move {
                        attempt(&context, job).await;
                    });
                }
                found
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, lane = lane.as_str(), "the queue cannot be read");
                0
            }
            Err(_) => {
                tracing::warn!(lane = lane.as_str(), "looking into the queue took too long");
                0
            }
        }
    }
}
