//! Some connections that ask as fast as they are answered.

use super::client::{Ask, Line};
use crate::ground::Failure;
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How something went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Answers a second.
    pub per_second: f64,
    /// Half of them came within.
    pub median: Duration,
    /// Ninety-nine of a hundred came within; nothing where the tool does not say.
    pub p99: Option<Duration>,
}

/// Asks over `connections` for `lasting`, after a short warming up that is not counted.
pub(super) async fn run(
    address: SocketAddr,
    ask: &Ask,
    connections: usize,
    lasting: Duration,
) -> Result<Figures, Failure> {
    let warm_up = lasting / 5;
    let mut first = Line::open(address).await?;
    let body = first.ask(ask).await?;
    if body.windows(9).any(|part| part == b"\"errors\":") {
        return Err(format!("the answer holds errors: {}", String::from_utf8_lossy(&body)).into());
    }
    let began = Instant::now();
    let workers =
        (0..connections).map(|_| tokio::spawn(work(address, ask.clone(), began + warm_up, began + warm_up + lasting)));
    let mut times = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        times.extend(worker.await??);
    }
    Ok(figures(times, lasting))
}

async fn work(address: SocketAddr, ask: Ask, from: Instant, until: Instant) -> Result<Vec<Duration>, Failure> {
    let mut line = Line::open(address).await?;
    let mut times = Vec::new();
    loop {
        let asked = Instant::now();
        if asked >= until {
            return Ok(times);
        }
        line.ask(&ask).await?;
        if asked >= from {
            times.push(asked.elapsed());
        }
    }
}

fn figures(mut times: Vec<Duration>, lasting: Duration) -> Figures {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
    let per_second = times.len() as f64 / lasting.as_secs_f64();
    Figures { per_second, median: at(50), p99: Some(at(99)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_hundredth_is_the_ninety_ninth() {
        let times = (1..=1_000).rev().map(Duration::from_millis).collect();
        let figures = figures(times, Duration::from_secs(10));
        assert_eq!((figures.median.as_millis(), figures.p99.unwrap().as_millis()), (501, 991));
        assert!((figures.per_second - 100.0).abs() < f64::EPSILON);
    }
}
