//! A real SMTP server that delivers nowhere: it keeps what it is given, for people (the inbox page) and for tests.
//!
//! The recipient's local part is a script, so that one run covers every behaviour of real relays (`script`).
//!
//! Invariants
//! - What it keeps is bounded ([`KEEP_MESSAGES`], [`KEEP_BYTES`]); the newest stays.
//! - It listens on the address it is given and never opens a connection itself.

mod folder;
mod inbox;
mod script;
mod smtp;
mod store;

pub use inbox::inbox;
pub use store::{Inbox, KEEP_BYTES, KEEP_MESSAGES, Received};

use std::{io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::net::{TcpListener, TcpStream, ToSocketAddrs};
use tokio::task::{AbortHandle, JoinSet};

/// A running sink. Dropping it closes the port and every connection; the inbox lives on in its clones.
pub struct Sink {
    inbox: Inbox,
    address: SocketAddr,
    listening: AbortHandle,
}

impl Sink {
    /// Listens on `address` (port 0 picks a free one) with an empty inbox.
    pub async fn start(address: impl ToSocketAddrs) -> io::Result<Self> {
        Self::start_with(address, Inbox::empty()).await
    }

    /// Listens with an inbox that outlives it in `folder`, one `.eml` file a message.
    pub async fn start_in(address: impl ToSocketAddrs, folder: PathBuf) -> io::Result<Self> {
        tokio::fs::create_dir_all(&folder).await?;
        Self::start_with(address, Inbox::in_folder(folder).await?).await
    }

    /// Listens with an inbox that exists already: a sink that was down comes back.
    pub async fn start_with(address: impl ToSocketAddrs, inbox: Inbox) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let listening = tokio::spawn(listen(listener, inbox.clone())).abort_handle();
        Ok(Self { inbox, address, listening })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What `SMTP_URL` must be to reach it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What it keeps.
    pub fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// Everything kept, oldest first.
    pub fn messages(&self) -> Vec<Arc<Received>> {
        self.inbox.messages()
    }

    /// The first message, kept already or arriving within `patience`, that `wanted` says yes to.
    pub async fn wait_for(&self, patience: Duration, wanted: impl Fn(&Received) -> bool) -> Option<Arc<Received>> {
        self.inbox.wait_for(patience, wanted).await
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.inbox.clear();
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, inbox: Inbox) {
    // Dropped with this task: no conversation outlives the sink.
    let mut talks = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                talks.spawn(serve(stream, inbox.clone()));
            }
            // Out of file handles: let some conversations end.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
        while talks.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, inbox: Inbox) {
    if let Err(error) = smtp::converse(stream, &inbox).await {
        tracing::debug!(%error, "an SMTP conversation broke");
    }
}

#[cfg(test)]
mod tests;
