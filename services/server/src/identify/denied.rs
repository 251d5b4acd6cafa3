//! What a request was denied stands in the journal before its answer leaves (bar R1), also when nobody waits for the answer
//! any more.

use database::Db;
use kernel::Caller;
use tracing::Instrument as _;

/// Writes when it is told to, or when it is dropped together with a request that was given up.
pub(super) struct Denied(Option<(Db, Caller)>);

impl Denied {
    pub(super) fn watched(db: &Db, caller: &Caller) -> Self {
        Self(Some((db.clone(), caller.clone())))
    }

    /// Returns when it stands there. A failure of the database is logged: the denial stands either way.
    pub(super) async fn write(mut self) {
        if let Some((db, caller)) = self.0.take() {
            write_down(db, caller).await;
        }
    }
}

impl Drop for Denied {
    fn drop(&mut self) {
        if let (Some((db, caller)), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(write_down(db, caller).in_current_span());
        }
    }
}

async fn write_down(db: Db, caller: Caller) {
    if let Err(error) = community::journal::write_denials(&db, &caller).await {
        tracing::error!(%error, community = %caller.community, "a denial could not be written into the journal");
    }
}
