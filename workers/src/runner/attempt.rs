//! One attempt at one job, from lease to answer.

use crate::context::Context;
use crate::outcome::{Outcome, PATIENCE, back_off};
use crate::registry;
use database::{DatabaseError, queue, queue::Leased};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration as Pause;
use tokio::time::timeout;
use tracing::Instrument as _;

/// No handler takes so long; one that does waits for a database that is gone (bar D8). Ends before its lease does.
const LONGEST: Pause = Pause::from_mins(4);

/// Nor does writing down how it ended.
const LONGEST_ANSWER: Pause = Pause::from_secs(15);

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
    // Whatever is written down on the way says whose job it was (bar T10).
    let span = tracing::info_span!("job", community = %job.community, job = %job.id, kind = job.kind);
    attempt_within(context, job).instrument(span).await
}

async fn attempt_within(context: &Context, job: Leased) -> Verdict {
    let outcome = if is_late(context, &job) { Outcome::NotNeeded } else { work(context, &job).await };
    let verdict = verdict(context, &job, &outcome);
    tell(job.attempt, &outcome, verdict);
    for pause in [50, 500, 2_000] {
        match timeout(LONGEST_ANSWER, answer(context, &job, &outcome, verdict)).await {
            Ok(Ok(())) => return verdict,
            Ok(Err(error)) => tracing::warn!(%error, "a job's end could not be written"),
            Err(_) => tracing::warn!("writing a job's end took too long"),
        }
        tokio::time::sleep(Pause::from_millis(pause)).await;
    }
    // The lease runs out and the job is done once more: that is the bounded repetition of bar E2.
    verdict
}

/// What went well is for those who look closely; what did not is for everybody. Ids only, never content; whose job it was says
/// the span.
fn tell(attempt: i32, outcome: &Outcome, verdict: Verdict) {
    let why = why(outcome);
    match verdict {
        Verdict::Done | Verdict::NotNeeded => tracing::debug!(attempt, ?verdict, "job"),
        Verdict::Again | Verdict::Dropped => tracing::info!(attempt, ?verdict, why, "job"),
        Verdict::Buried => tracing::warn!(attempt, ?verdict, why, "job"),
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
    match timeout(LONGEST, AssertUnwindSafe((kind.run)(context, job)).catch_unwind()).await {
        Ok(Ok(Ok(outcome))) => outcome,
        Ok(Ok(Err(trouble))) => Outcome::Again { after: None, why: trouble.to_string() },
        Ok(Err(_)) => Outcome::Again { after: None, why: "the handler panicked".to_owned() },
        Err(_) => Outcome::Again { after: None, why: format!("no end within {LONGEST:?}") },
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
