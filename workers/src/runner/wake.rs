//! When to look into the queue: at once when PostgreSQL says there is something new, else now and then.

use crate::context::Context;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Without news the queue is looked into about this often: jobs become due by themselves, and an announcement can be lost.
const REST: Duration = Duration::from_secs(2);

/// An ear that has heard nothing for so long is put to the line anew: a line that is dead without a word sounds the same (bar D8).
const SILENCE: Duration = Duration::from_mins(2);

/// Tells all lanes that there is something new.
#[derive(Clone)]
pub(super) struct Wake(Arc<watch::Sender<()>>);

/// One lane's ear. News that came while the lane was looking into the queue is not lost.
pub(super) struct Ear(watch::Receiver<()>);

impl Wake {
    pub(super) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(())))
    }

    pub(super) fn ear(&self) -> Ear {
        Ear(self.0.subscribe())
    }

    /// Hears announcements for as long as it is let; a lost connection is taken up again.
    pub(super) async fn listen(self, context: Arc<Context>) {
        'again: loop {
            if let Ok(mut listener) = context.db.queue_listener().await {
                // Whatever was announced while nobody listened.
                self.0.send_replace(());
                loop {
                    match tokio::time::timeout(SILENCE, listener.heard()).await {
                        Ok(Ok(())) => self.0.send_replace(()),
                        Ok(Err(_)) => break,
                        Err(_) => continue 'again,
                    }
                }
            }
            tokio::time::sleep(REST).await;
        }
    }
}

impl Ear {
    /// To be called before looking into the queue: only later news counts.
    pub(super) fn open(&mut self) {
        self.0.mark_unchanged();
    }

    /// Returns after news, or after [`REST`] ±20 %, so that many processes do not look at the same moment.
    pub(super) async fn rest(&mut self, context: &Context) {
        let mut drawn = [0_u8; 1];
        context.db.entropy().fill(&mut drawn);
        let [chance] = drawn;
        let pause = REST.mul_f64(0.8 + 0.4 * f64::from(chance) / 255.0);
        let _ = tokio::time::timeout(pause, self.0.changed()).await;
    }
}
