//! Requests that come when they come, whether or not the earlier ones are answered: an open loop, as people are one. The time
//! of an answer counts from the moment its request was due, so that a server that stalls cannot hide what piled up meanwhile.

use super::client::{Ask, Line};
use crate::ground::Failure;
use kernel::{Entropy as _, OsEntropy};
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

/// Connections over which the requests are spread.
const CONNECTIONS: u32 = 32;
/// A step with which a list is walked through in an order that looks like none, the same in every run.
const STRIDE: usize = 7_919;

/// How it went.
#[derive(Clone, Debug, Default)]
pub(super) struct Answered {
    /// From due to answered.
    pub(super) times: Vec<Duration>,
    /// Answers that were none, or not good ones.
    pub(super) errors: u32,
}

impl Answered {
    /// The time within which `share` of a hundred came.
    pub(super) fn within(&self, share: usize) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default()
    }
}

/// Asks `rate` times a second for `lasting`, each time the next of `asks`.
pub(super) async fn run(
    address: SocketAddr,
    asks: &Arc<[Ask]>,
    rate: u32,
    lasting: Duration,
) -> Result<Answered, Failure> {
    let (connections, began) = (CONNECTIONS.min(rate), Instant::now());
    let workers: Vec<_> = (0..connections)
        .map(|number| {
            let (asks, pace) = (Arc::clone(asks), Pace { number, connections, rate, began, lasting });
            tokio::spawn(async move { work(address, &asks, pace).await })
        })
        .collect();
    let mut all = Answered::default();
    for worker in workers {
        let one = worker.await??;
        all.times.extend(one.times);
        all.errors += one.errors;
    }
    Ok(all)
}

#[derive(Clone, Copy)]
struct Pace {
    number: u32,
    connections: u32,
    rate: u32,
    began: Instant,
    lasting: Duration,
}

impl Pace {
    /// When the `turn`th request of this connection is due, and which it is of all; nothing when it is over.
    fn due(self, turn: u32) -> Option<(Instant, usize)> {
        let which = turn * self.connections + self.number;
        let after = Duration::from_secs_f64(f64::from(which) / f64::from(self.rate));
        (after < self.lasting).then(|| (self.began + after, usize::try_from(which).unwrap_or(0)))
    }
}

async fn work(address: SocketAddr, asks: &[Ask], pace: Pace) -> Result<Answered, Failure> {
    let mut line = Line::open(address).await?;
    let mut answered = Answered::default();
    let mut turn = 0;
    while let Some((due, which)) = pace.due(turn) {
        turn += 1;
        tokio::time::sleep_until(due.into()).await;
        let Some(ask) = asks.get(which * STRIDE % asks.len().max(1)) else { break };
        let body = line.send(&ask.with(OsEntropy.id())).await;
        answered.times.push(due.elapsed());
        if !body.is_ok_and(|body| is_good(&body)) {
            answered.errors += 1;
            line = Line::open(address).await?;
        }
    }
    Ok(answered)
}

fn is_good(body: &[u8]) -> bool {
    !body.windows(9).any(|part| part == b"\"errors\":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_due_evenly_and_each_once() {
        let (began, lasting) = (Instant::now(), Duration::from_secs(1));
        let pace = |number| Pace { number, connections: 4, rate: 10, began, lasting };
        let mut due: Vec<_> = (0..4).flat_map(|number| (0..9).map_while(move |turn| pace(number).due(turn))).collect();
        due.sort_unstable();
        assert_eq!(due.iter().map(|(_, which)| *which).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
        assert_eq!(due[5].0, began + Duration::from_millis(500));
    }
}
