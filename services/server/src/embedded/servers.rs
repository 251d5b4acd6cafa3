//! The private servers of one data folder, shared by every process that uses it: the first in starts them, the last
//! out stops them.
//!
//! Two lock files tell who is in. `door.lock` is held while somebody enters or leaves; `inside.lock` is held, shared, by
//! everybody inside. The system releases both when a process dies, so nothing is left behind but the servers, and the
//! next process adopts those.

use std::{
    fs::{File, OpenOptions},
    path::{Path, PathBuf},
};

use super::{Durability, EmbeddedError, Postgres, Redis};

/// `PostgreSQL` and, if there is one, Redis.
#[derive(Debug)]
pub struct Servers {
    /// The database.
    pub postgres: Postgres,
    /// What counts and carries live updates, if it is installed.
    pub redis: Option<Redis>,
    home: PathBuf,
    inside: File,
}

impl Servers {
    /// Starts what does not run yet for `home`. Blocks for up to some seconds the first time.
    pub fn enter(home: &Path, durability: Durability) -> Result<Self, EmbeddedError> {
        std::fs::create_dir_all(home).map_err(EmbeddedError::files(home))?;
        let door = lock_file(home, "door.lock")?;
        door.lock().map_err(EmbeddedError::files(home))?;
        let postgres = Postgres::start(home, durability)?;
        let redis = Redis::start(home);
        let inside = lock_file(home, "inside.lock")?;
        inside.lock_shared().map_err(EmbeddedError::files(home))?;
        Ok(Self { postgres, redis, home: home.to_owned(), inside })
    }

    /// Goes, and stops the servers if nobody else is inside.
    pub fn leave(self) -> Result<(), EmbeddedError> {
        let door = lock_file(&self.home, "door.lock")?;
        door.lock().map_err(EmbeddedError::files(&self.home))?;
        self.inside.unlock().map_err(EmbeddedError::files(&self.home))?;
        if self.inside.try_lock().is_err() {
            return Ok(());
        }
        if let Some(redis) = &self.redis {
            redis.stop();
        }
        self.postgres.stop()
    }
}

fn lock_file(home: &Path, name: &str) -> Result<File, EmbeddedError> {
    let path = home.join(name);
    OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(EmbeddedError::files(path))
}
