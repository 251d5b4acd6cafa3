//! Hands sealed letters to the SMTP relay over a few kept connections.
//!
//! Our own small pool, because lettre's leaves Nagle's algorithm on: a letter then waits 40 ms for an acknowledgement
//! (23 letters a second a connection; with `TCP_NODELAY` about 1,400).
//!
//! Invariants
//! - No letter travels in clear except to a loopback address written as `smtp://` (bar E8).
//! - Whatever the relay does, [`Post::send`] comes back within [`Relay::patience`] (bar E5).
//! - An answer that may mean "taken" is never called refused; one that may mean "lost" is tried again, with the same
//!   Message-ID and body (bars E2, E7).

mod answer;
mod relay;
mod talk;
mod wire;

pub use answer::{AddressIs, Delivery};
pub use relay::{Relay, RelayError};

use crate::mail::seal::Sealed;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use talk::{Break, Talk};
use tokio::sync::Semaphore;

/// A relay closes idle connections after some minutes; ours are not kept that long.
const KEEP_IDLE: Duration = Duration::from_secs(20);
/// Relays dislike connections that never end; a new one costs a few milliseconds in five hundred letters.
const LETTERS_PER_CONNECTION: u32 = 500;

/// The way out for letters. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Post(Arc<Office>);

struct Office {
    relay: Relay,
    places: Semaphore,
    idle: Mutex<Vec<Line>>,
}

/// One open connection, between two letters.
struct Line {
    connection: AsyncSmtpConnection,
    letters: u32,
    rested_since: Instant,
}

impl Post {
    /// A post office for `relay`. Opens nothing yet.
    pub fn new(relay: Relay) -> Self {
        let places = Semaphore::new(relay.connections);
        Self(Arc::new(Office { relay, places, idle: Mutex::default() }))
    }

    /// How many letters may be under way at once.
    pub fn connections(&self) -> usize {
        self.0.relay.connections
    }

    /// Hands one letter over and says what became of it. Never fails: every trouble is a [`Delivery`].
    pub async fn send(&self, letter: &Sealed) -> Delivery {
        let Ok(_place) = self.0.places.acquire().await else {
            return Delivery::Again { reason: "the post is closed".to_owned(), relay_away: true };
        };
        // Dropping the conversation when time is up drops its connection too, so nothing half-said is ever reused.
        match tokio::time::timeout(self.0.relay.patience, self.0.hand_over(letter)).await {
            Ok(delivery) => delivery,
            Err(_) => {
                Delivery::Again { reason: format!("no answer within {:?}", self.0.relay.patience), relay_away: true }
            }
        }
    }

    /// Says goodbye on every kept connection.
    pub async fn close(&self) {
        let lines = std::mem::take(&mut *self.0.idle());
        for mut line in lines {
            let _ = tokio::time::timeout(Duration::from_secs(1), line.connection.quit()).await;
        }
    }
}

impl Office {
    async fn hand_over(&self, letter: &Sealed) -> Delivery {
        if let Some(line) = self.rested_line() {
            match self.talk(line, letter).await {
                // The relay hung up while the line was resting; nothing was said yet, so a fresh line is no repetition.
                Err(Break { before_anything: true, .. }) => {}
                Err(broken) => return broken.delivery,
                Ok(delivery) => return delivery,
            }
        }
        match wire::connect(&self.relay).await {
            Ok(connection) => {
                let line = Line { connection, letters: 0, rested_since: Instant::now() };
                self.talk(line, letter).await.unwrap_or_else(|broken| broken.delivery)
            }
            Err(delivery) => delivery,
        }
    }

    async fn talk(&self, mut line: Line, letter: &Sealed) -> Result<Delivery, Break> {
        let Talk { delivery, keep } = talk::deliver(&mut line.connection, letter).await?;
        line.letters += 1;
        if keep && line.letters < LETTERS_PER_CONNECTION {
            line.rested_since = Instant::now();
            self.idle().push(line);
        }
        Ok(delivery)
    }

    /// The most recently used line that has not rested too long; the stale ones are dropped.
    fn rested_line(&self) -> Option<Line> {
        let mut idle = self.idle();
        idle.retain(|line| line.rested_since.elapsed() < KEEP_IDLE);
        idle.pop()
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Line>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
