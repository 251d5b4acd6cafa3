//! Being told to stop: Ctrl-C, or the word of a service manager.

use tokio::signal::unix::{SignalKind, signal};

/// Ready once somebody asks the process to end.
pub async fn asked() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => (),
        _ = tokio::signal::ctrl_c() => (),
    }
}
