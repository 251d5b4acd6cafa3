//! The servers Maillon brings along when nobody names others: a private `PostgreSQL`, and Redis if it is installed.
//!
//! Invariants: nothing listens on the network, only on sockets in a directory that one system user may enter; nothing
//! runs as root; only what this process may call its own is ever stopped; and a second start finds the first one's data.

pub(crate) mod binaries;
mod place;
pub mod postgres;
pub mod redis;
mod runner;
pub mod servers;

pub use postgres::{Durability, Postgres};
pub use redis::Redis;
pub use servers::Servers;

use std::path::PathBuf;

/// Why a private server could not be had. Each variant is a sentence for whoever typed the command.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// No installation of `PostgreSQL` in any of the usual places.
    #[error(
        "PostgreSQL is not installed here (looked in $PG_BIN, pg_config, /usr/lib/postgresql, Homebrew and PATH); install it or set DATABASE_URL"
    )]
    NoPostgres,
    /// Root may not run it, and the user who could does not exist.
    #[error("PostgreSQL never runs as root, and this machine has no user `{0}` to run it as")]
    NoUser(String),
    /// A socket's path has a hard limit in the kernel.
    #[error("the path {0} is too long for a socket (100 bytes at most); choose a shorter MAILLON_DATA")]
    PathTooLong(PathBuf),
    /// Somebody else made the directory that our sockets were to live in.
    #[error("{0} exists and belongs to somebody else; remove it and start again")]
    ForeignDirectory(PathBuf),
    /// A program of the installation said no.
    #[error("{program} failed: {said}")]
    Refused {
        /// The program's name.
        program: String,
        /// The last lines of what it printed.
        said: String,
    },
    /// The file system said no.
    #[error("{path}: {source}")]
    Files {
        /// What was touched.
        path: PathBuf,
        /// What the system answered.
        source: std::io::Error,
    },
}

impl EmbeddedError {
    fn files(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Files { path, source }
    }
}
