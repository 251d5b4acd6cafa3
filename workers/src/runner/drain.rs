//! Everything that is due now, done now: for tests with a frozen clock, imports and `work --until-empty`.

use super::attempt::{Verdict, attempt};
use super::{LEASE, Runner};
use crate::outcome::Trouble;
use database::{Lane, queue};
use futures_util::{StreamExt, future::BoxFuture, stream};

/// Jobs leased at once.
const BATCH: i64 = 64;

/// What draining came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drained {
    /// Done.
    pub done: u64,
    /// Found to be needless.
    pub not_needed: u64,
    /// Put off: due at a later moment.
    pub again: u64,
    /// Given up, visible to the operator.
    pub buried: u64,
    /// Past their end, so not done.
    pub dropped: u64,
}

impl Drained {
    /// Jobs looked at.
    pub fn total(&self) -> u64 {
        self.done + self.not_needed + self.again + self.buried + self.dropped
    }

    fn count(&mut self, verdict: Verdict) {
        let counter = match verdict {
            Verdict::Done => &mut self.done,
            Verdict::NotNeeded => &mut self.not_needed,
            Verdict::Again => &mut self.again,
            Verdict::Buried => &mut self.buried,
            Verdict::Dropped => &mut self.dropped,
        };
        *counter += 1;
    }
}

/// Is told, after every job, how far it is.
pub type Watch<'a> = dyn FnMut(&Drained) + Send + 'a;

impl Runner {
    /// Does every job that is due, the jobs these cause included, most urgent lane first; returns when none is left.
    pub async fn drain(&self) -> Result<Drained, Trouble> {
        self.drain_watched(&mut |_| {}).await
    }

    /// The same, telling `watch` after every job how far it is.
    pub fn drain_watched<'a>(&'a self, watch: &'a mut Watch<'_>) -> BoxFuture<'a, Result<Drained, Trouble>> {
        Box::pin(async move {
            let mut drained = Drained::default();
            loop {
                let before = drained.total();
                for lane in Lane::ALL {
                    self.drain_lane(lane, &mut drained, watch).await?;
                }
                if drained.total() == before {
                    return Ok(drained);
                }
            }
        })
    }

    async fn drain_lane(&self, lane: Lane, drained: &mut Drained, watch: &mut Watch<'_>) -> Result<(), Trouble> {
        let width = self.context.mail.width(lane).max(2) * 2;
        loop {
            let jobs = queue::lease(&self.context.db, lane, BATCH, BATCH, LEASE).await?;
            if jobs.is_empty() {
                return Ok(());
            }
            self.context.begin_batch();
            let mut verdicts =
                stream::iter(jobs.into_iter().map(|job| attempt(&self.context, job))).buffer_unordered(width);
            while let Some(verdict) = verdicts.next().await {
                drained.count(verdict);
                watch(drained);
            }
        }
    }
}
