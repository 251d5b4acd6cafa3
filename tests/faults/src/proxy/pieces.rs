//! One connection, piece by piece.

use super::{Swallowed, Weather};
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    sync::watch,
};

/// Bytes of a piece at the most.
const PIECE: usize = 4_096;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// What is asked.
    There,
    /// What is answered.
    Back,
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As one of the two wished, or by being cut.
    Closed,
    /// As if the other machine did not know it.
    Reset,
}

pub(super) struct Connection<'a> {
    weather: watch::Receiver<Weather>,
    struck: &'a AtomicU64,
    /// A piece was lost: nothing passes any more.
    dead: AtomicBool,
}

impl<'a> Connection<'a> {
    pub(super) fn new(weather: watch::Receiver<Weather>, struck: &'a AtomicU64) -> Self {
        Self { weather, struck, dead: AtomicBool::new(false) }
    }

    /// Carries what comes until the connection ends.
    pub(super) async fn carry<R, W>(&self, mut from: R, mut to: W, direction: Direction, mut dice: Dice) -> End
    where
        R: AsyncRead + Unpin,
        W: AsyncWrite + Unpin,
    {
        let (mut piece, mut carried) = ([0; PIECE], 0);
        loop {
            let most = most(*self.weather.borrow());
            let place = piece.get_mut(..most).unwrap_or_default();
            let Ok(read @ 1..) = from.read(place).await else { return End::Closed };
            let weather = *self.weather.borrow();
            if self.swallows(weather, direction) {
                self.strike();
                continue;
            }
            if dice.in_a_hundred() < weather.resets {
                self.strike();
                return End::Reset;
            }
            self.wait(weather, read, &mut dice).await;
            let passes = self.passes(weather, direction, carried, read);
            carried += read as u64;
            let all = piece.get(..passes).unwrap_or_default();
            if to.write_all(all).await.is_err() || to.flush().await.is_err() || passes < read {
                return End::Closed;
            }
        }
    }

    fn swallows(&self, weather: Weather, direction: Direction) -> bool {
        let lost = match weather.swallowed {
            Swallowed::Nothing => false,
            Swallowed::Answers => direction == Direction::Back,
            Swallowed::Everything => true,
        };
        if lost {
            self.dead.store(true, Ordering::Relaxed);
        }
        // As long as only answers are lost, the next question still arrives.
        let arrives = weather.swallowed == Swallowed::Answers && direction == Direction::There;
        lost || (self.dead.load(Ordering::Relaxed) && !arrives)
    }

    async fn wait(&self, weather: Weather, bytes: usize, dice: &mut Dice) {
        let dripping = weather.drip.map_or(Duration::ZERO, |rate| Duration::from_secs(1) * small(bytes) / rate.max(1));
        let pause = weather.latency + weather.jitter.mul_f64(f64::from(dice.in_a_hundred()) / 100.0) + dripping;
        if !pause.is_zero() {
            self.strike();
            tokio::time::sleep(pause).await;
        }
    }

    /// How many bytes of a piece pass.
    fn passes(&self, weather: Weather, direction: Direction, carried: u64, read: usize) -> usize {
        let Some(end) = weather.cut_after.filter(|_| direction == Direction::Back) else { return read };
        let left = usize::try_from(end.saturating_sub(carried)).unwrap_or(usize::MAX);
        if left < read {
            self.strike();
        }
        left.min(read)
    }

    fn strike(&self) {
        self.struck.fetch_add(1, Ordering::Relaxed);
    }
}

/// Pieces of a dripping way are small, so that it drips instead of gushing.
fn most(weather: Weather) -> usize {
    weather.drip.map_or(PIECE, |rate| (rate as usize / 8).clamp(1, PIECE))
}

fn small(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// `SplitMix64` (Steele, Lea and Flood, 2014): small, and the same everywhere.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64, connection: u64, direction: Direction) -> Self {
        let way = u64::from(direction == Direction::Back);
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ connection.rotate_left(17) ^ way.rotate_left(60))
    }

    /// 0 to 99.
    pub(super) fn in_a_hundred(&mut self) -> u8 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u8::try_from((mixed ^ (mixed >> 31)) % 100).unwrap_or_default()
    }
}
