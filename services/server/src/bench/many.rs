//! Many people of many communities at once: what the site carries (bar C2), and what one loud community costs a quiet one (C6).

use super::{
    client::Ask,
    crowd::{self, Each},
    door::Door,
    paced::{self, Answered},
};
use crate::{
    ground::{Failure, Ground},
    memory,
    settings::Settings,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// How much there is and how loud it gets.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    /// Communities.
    pub communities: u32,
    /// Members of each.
    pub members: u32,
    /// Listings of each.
    pub listings: u32,
    /// Requests a second; of the quiet community where one is loud.
    pub rate: u32,
    /// How long each measurement lasts.
    pub lasting: Duration,
}

/// What the site carried.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Answers a second.
    pub per_second: f64,
    /// Half of them came within.
    pub median: Duration,
    /// Ninety-nine of a hundred came within.
    pub p99: Duration,
    /// Answers that were none, or not good ones.
    pub errors: u32,
    /// MiB that the process (which is server and clients in one) gained a minute, once warm.
    pub slope: f64,
}

/// What one loud community costs a quiet one.
#[derive(Clone, Copy, Debug)]
pub struct Noise {
    /// The slowest hundredth of the quiet community, alone.
    pub alone: Duration,
    /// The same beside the loud one.
    pub beside: Duration,
    /// Requests a second that the loud one asked.
    pub loud: u32,
    /// Answers that were none or not good, of either.
    pub errors: u32,
}

impl Town {
    fn each(&self) -> Each {
        Each { members: self.members, listings: self.listings }
    }

    /// Asks of everybody, mixed, at the town's rate.
    pub async fn load(&self, ground: &Ground, settings: &Settings) -> Result<Load, Failure> {
        crowd::settle(ground, settings, self.communities, self.each()).await?;
        let door = Door::open(&ground.db, settings).await?;
        let mut asks = Vec::new();
        for number in 0..self.communities {
            asks.extend(crowd::asks(ground, settings, &door, number).await?);
        }
        let asks: Arc<[Ask]> = asks.into();
        let _warm = paced::run(door.address, &asks, self.rate, self.lasting / 4).await?;
        let began = Instant::now();
        let watching = tokio::spawn(watched(self.lasting));
        let answered = paced::run(door.address, &asks, self.rate, self.lasting).await?;
        let lasted = began.elapsed().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
        let per_second = answered.times.len() as f64 / lasted;
        let (median, p99, errors) = (answered.within(50), answered.within(99), answered.errors);
        Ok(Load { per_second, median, p99, errors, slope: slope(&watching.await?) })
    }

    /// The first community asks at the town's rate, alone and then beside the second, which asks a hundred times as much.
    pub async fn noise(&self, ground: &Ground, settings: &Settings) -> Result<Noise, Failure> {
        crowd::settle(ground, settings, 2, self.each()).await?;
        let door = Door::open(&ground.db, settings).await?;
        let quiet: Arc<[Ask]> = crowd::asks(ground, settings, &door, 0).await?.into();
        let noisy: Arc<[Ask]> = crowd::asks(ground, settings, &door, 1).await?.into();
        let _warm = paced::run(door.address, &quiet, self.rate, self.lasting / 4).await?;
        let alone = paced::run(door.address, &quiet, self.rate, self.lasting).await?;
        let loud = self.rate * 100;
        let (address, lasting) = (door.address, self.lasting);
        let shouting =
            tokio::spawn(async move { paced::run(address, &noisy, loud, lasting).await.map_err(|e| e.to_string()) });
        let beside = paced::run(door.address, &quiet, self.rate, self.lasting).await?;
        let shouted: Answered = shouting.await??;
        let errors = alone.errors + beside.errors + shouted.errors;
        Ok(Noise { alone: alone.within(99), beside: beside.within(99), loud, errors })
    }
}

/// Seconds and MiB, once a second.
async fn watched(lasting: Duration) -> Vec<(f64, f64)> {
    let began = Instant::now();
    let mut seen = Vec::new();
    while began.elapsed() < lasting {
        #[expect(clippy::cast_precision_loss, reason = "mebibytes for people to read")]
        let mebibytes = memory::resident_bytes() as f64 / 1_048_576.0;
        seen.push((began.elapsed().as_secs_f64(), mebibytes));
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    seen
}

/// The line of least squares through points of seconds and MiB, in MiB a minute.
fn slope(points: &[(f64, f64)]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
    let count = (points.len() as f64).max(1.0);
    let (mean_x, mean_y) =
        (points.iter().map(|(x, _)| x).sum::<f64>() / count, points.iter().map(|(_, y)| y).sum::<f64>() / count);
    let together: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let alone: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    if alone > 0.0 { together / alone * 60.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_is_that_of_the_line() {
        assert!((slope(&[(0.0, 10.0), (1.0, 11.0), (2.0, 12.0)]) - 60.0).abs() < 1e-9);
        assert!(slope(&[(0.0, 10.0), (1.0, 12.0), (2.0, 10.0)]).abs() < 1e-9);
        assert!(slope(&[(0.0, 10.0)]).abs() < 1e-9);
    }
}
