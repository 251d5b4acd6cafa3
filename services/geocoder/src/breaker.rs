use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// So many failures in a row, and nobody is asked for a while: whoever types a street then waits for nothing.
const FAILURES: u32 = 3;

/// Keeps count of failures.
#[derive(Debug, Default)]
pub(crate) struct Breaker(Mutex<Count>);

#[derive(Debug, Default)]
struct Count {
    failures: u32,
    last: Option<Instant>,
}

impl Breaker {
    /// Whether somebody may ask. After the rest, the next failure begins another.
    pub(crate) fn is_closed(&self, rest: Duration) -> bool {
        let count = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        count.failures < FAILURES || count.last.is_none_or(|last| last.elapsed() >= rest)
    }

    /// It answered, or it did not.
    pub(crate) fn note(&self, answered: bool) {
        let mut count = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        count.failures = if answered { 0 } else { count.failures.saturating_add(1) };
        count.last = Some(Instant::now());
    }
}
