//! One attempt at one job, from lease to answer.

use crate::context::Context;
use crate::outcome::{Outcome, back_off};
use crate::registry;
use chrono::Duration;
use database::{DatabaseError, queue, queue::Leased};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration as Pause;

/// A job without an end of its own is buried when it has failed for so long (bar E6: a notification is dropped at 4 days).
const PATIENCE: Duration = Duration::days(4);

/// How an attempt was answered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Done,
    NotNeeded,
    Again,
    Buried,
    Dropped,
}

/// Does the job once and writes down what became of it.
pub(super) async fn attempt(context: &Context, job: Leased) -> Verdict {
    let outcome = if is_late(context, &job) { Outcome::NotNeeded } else { work(context, &job).await };
    let verdict = verdict(context, &job, &outcome);
    tell(&job, &outcome, verdict);
    for pause in [50, 500, 2_000] {
        match answer(context, &job, &outcome, verdict).await {
            Ok(()) => return verdict,
            Err(error) => tracing::warn!(%error, job = %job.id, "a job's end could not be written"),
        }
        tokio::time::sleep(Pause::from_millis(pause)).await;
    }
    // The lease runs out and the job is done once more: that is the bounded repetition of bar E2.
    verdict
}

/// What went well is for those who look closely; what did not is for everybody. Ids only, never content.
fn tell(job: &Leased, outcome: &Outcome, verdict: Verdict) {
    let (community, id, kind, attempt, why) = (job.community, job.id, job.kind.as_str(), job.attempt, why(outcome));
    match verdict {
        Verdict::Done | Verdict::NotNeeded => tracing::debug!(%community, job = %id, kind, attempt, ?verdict, "job"),
        Verdict::Again | Verdict::Dropped => tracing::info!(%community, job = %id, kind, attempt, ?verdict, why, "job"),
        Verdict::Buried => tracing::warn!(%community, job = %id, kind, attempt, ?verdict, why, "job"),
    }
}

/// Past its end nothing is sent any more, a sign-in letter least of all.
fn is_late(context: &Context, job: &Leased) -> bool {
    job.give_up_at.is_some_and(|end| end <= context.db.clock().now())
}

async fn work(context: &Context, job: &Leased) -> Outcome {
    let Some(kind) = registry::find(&job.kind) else {
        return Outcome::Never { why: format!("nobody knows how to do {}", job.kind) };
    };
    // A handler that panics is a defect of ours; the lane must go on.
    match AssertUnwindSafe((kind.run)(context, job)).catch_unwind().await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(trouble)) => Outcome::Again { after: None, why: trouble.to_string() },
        Err(_) => Outcome::Again { after: None, why: "the handler panicked".to_owned() },
    }
}

fn verdict(context: &Context, job: &Leased, outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Done => Verdict::Done,
        Outcome::NotNeeded if is_late(context, job) => Verdict::Dropped,
        Outcome::NotNeeded => Verdict::NotNeeded,
        Outcome::Never { .. } => Verdict::Buried,
        Outcome::Again { .. } if is_hopeless(context, job) => Verdict::Buried,
        Outcome::Again { .. } => Verdict::Again,
    }
}

fn is_hopeless(context: &Context, job: &Leased) -> bool {
    job.give_up_at.is_none() && job.attempt > 1 && context.db.clock().now() - job.created_at > PATIENCE
}

async fn answer(context: &Context, job: &Leased, outcome: &Outcome, verdict: Verdict) -> Result<(), DatabaseError> {
    match (verdict, outcome) {
        (Verdict::Again, Outcome::Again { after, why }) => {
            let mut dice = [0; 2];
            context.db.entropy().fill(&mut dice);
            let pause = after.unwrap_or_else(|| back_off(job.attempt, dice));
            queue::again(&context.db, job, context.db.clock().now() + pause, why).await
        }
        (Verdict::Buried, _) => queue::bury(&context.db, job, why(outcome)).await,
        _ => queue::finish(&context.db, job).await,
    }
}

fn why(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Again { why, .. } | Outcome::Never { why } => why,
        Outcome::Done | Outcome::NotNeeded => "",
    }
}
