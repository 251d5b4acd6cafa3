//! A way between two programs that a test can spoil: slow, crooked, cut off in the middle, or open and dead.
//!
//! Invariants
//! - What arrives is what was sent, in its order, up to some byte; nothing is ever changed or invented.
//! - The weather counts for pieces that pass from now on; a connection that lost a piece is dead for good, as it is when the
//!   machine at the other end has forgotten it.
//! - What chance decides depends on the seed, the number of the connection and of the piece, and on nothing else.

mod pieces;
mod weather;

pub use weather::{Swallowed, Weather};

use pieces::{Connection, Direction, End};
use std::{
    io,
    net::Ipv4Addr,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::{
    net::{TcpListener, TcpStream, UnixStream},
    sync::watch,
    task::{AbortHandle, JoinSet},
};

/// Where the way leads.
#[derive(Clone, Debug)]
pub enum Target {
    /// A port of this machine.
    Port(u16),
    /// A socket in the file system.
    Socket(PathBuf),
}

/// A way with a port of its own. Dropping it ends every connection.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    way: Arc<Way>,
    listening: AbortHandle,
}

/// What all connections of a way share.
#[derive(Debug)]
struct Way {
    target: Target,
    seed: u64,
    weather: watch::Sender<Weather>,
    struck: AtomicU64,
}

impl Proxy {
    /// A way to `target`, in calm weather.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(target: Target, seed: u64) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let way = Arc::new(Way { target, seed, weather: watch::Sender::new(Weather::CALM), struck: AtomicU64::new(0) });
        let listening = tokio::spawn(listen(listener, Arc::clone(&way))).abort_handle();
        Ok(Self { port, way, listening })
    }

    /// The port of this machine at which the way begins.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Changes the weather.
    pub fn set(&self, weather: Weather) {
        self.way.weather.send_replace(weather);
    }

    /// How many pieces the weather has held up, lost or torn so far: a fault that struck nothing shows nothing.
    pub fn struck(&self) -> u64 {
        self.way.struck.load(Ordering::Relaxed)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, way: Arc<Way>) {
    // Dropped with this task.
    let mut connections = JoinSet::new();
    let mut number = 0;
    while let Ok((client, _)) = listener.accept().await {
        number += 1;
        connections.spawn(Arc::clone(&way).connect(client, number));
        while connections.try_join_next().is_some() {}
    }
}

impl Way {
    async fn connect(self: Arc<Self>, client: TcpStream, number: u64) -> io::Result<()> {
        client.set_nodelay(true)?;
        match &self.target {
            Target::Port(port) => {
                let server = TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).await?;
                server.set_nodelay(true)?;
                self.carry(client, server.into_split(), number).await
            }
            Target::Socket(path) => self.carry(client, UnixStream::connect(path).await?.into_split(), number).await,
        }
    }

    async fn carry<R, W>(&self, mut client: TcpStream, (answers, questions): (R, W), number: u64) -> io::Result<()>
    where
        R: tokio::io::AsyncRead + Unpin,
        W: tokio::io::AsyncWrite + Unpin,
    {
        let connection = Connection::new(self.weather.subscribe(), &self.struck);
        let (from_client, to_client) = client.split();
        let dice = |direction| pieces::Dice::new(self.seed, number, direction);
        let end = tokio::select! {
            end = connection.carry(from_client, questions, Direction::There, dice(Direction::There)) => end,
            end = connection.carry(answers, to_client, Direction::Back, dice(Direction::Back)) => end,
        };
        if end == End::Reset {
            client.set_zero_linger()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
