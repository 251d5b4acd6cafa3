//! A `PostgreSQL` of our own: made when absent, found again when present, stopped when we are done.

use std::path::{Path, PathBuf};

use super::{EmbeddedError, binaries, place, runner::Runner};

/// What a crash of the machine may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing that was acknowledged: for people's data.
    Kept,
    /// Everything: for tests, which make their databases anew and want them fast.
    Disposable,
}

/// A private cluster that answers on a socket.
#[derive(Debug)]
pub struct Postgres {
    bin: PathBuf,
    data: PathBuf,
    sockets: PathBuf,
    runner: Runner,
}

impl Postgres {
    /// Finds, makes and starts the cluster of `home`; a cluster that already runs there is used as it is.
    ///
    /// Blocks for as long as the programs take: about a second the first time, a tenth later. Whoever shares `home`
    /// with another process holds a lock around this.
    pub fn start(home: &Path, durability: Durability) -> Result<Self, EmbeddedError> {
        let bin = binaries::postgres().ok_or(EmbeddedError::NoPostgres)?;
        let runner = Runner::unprivileged("postgres")?;
        let data = place::data(home, "postgres", runner)?;
        let sockets = place::sockets(&data, "pg")?;
        let cluster = Self { bin, data, sockets, runner };
        if !cluster.is_running() {
            cluster.make(durability)?;
            cluster.launch(durability)?;
        }
        Ok(cluster)
    }

    /// The connection string of a role and a database of this cluster. Whoever may enter the socket's directory is
    /// trusted, so it carries no password.
    pub fn url(&self, role: &str, database: &str) -> String {
        let host: String = url::form_urlencoded::byte_serialize(self.sockets.to_string_lossy().as_bytes()).collect();
        format!("postgres://{role}@localhost/{database}?host={host}")
    }

    /// Makes the database unless it is there.
    pub fn ensure_database(&self, name: &str) -> Result<(), EmbeddedError> {
        let mut command = self.runner.command(&self.bin.join("createdb"));
        command.env("LC_MESSAGES", "C").arg("-h").arg(&self.sockets).args(["-U", "postgres", name]);
        match Runner::output(&mut command) {
            Err(EmbeddedError::Refused { said, .. }) if said.contains("already exists") => Ok(()),
            other => other.map(drop),
        }
    }

    /// Stops the cluster and waits until its files are at rest.
    pub fn stop(&self) -> Result<(), EmbeddedError> {
        let mut command = self.control("stop");
        command.args(["-m", "fast", "-w", "-t", "60"]);
        Runner::output(&mut command).map(drop)
    }

    fn is_running(&self) -> bool {
        self.data.join("PG_VERSION").exists() && Runner::output(&mut self.control("status")).is_ok()
    }

    fn make(&self, durability: Durability) -> Result<(), EmbeddedError> {
        if self.data.join("PG_VERSION").exists() {
            return Ok(());
        }
        self.runner.directory(&self.data)?;
        // macOS has no C.UTF-8 of its own before PostgreSQL 17.
        let locale = if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" };
        let mut command = self.runner.command(&self.bin.join("initdb"));
        command.arg("-D").arg(&self.data).args([
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--data-checksums",
            "--locale",
            locale,
        ]);
        if durability == Durability::Disposable {
            command.arg("--no-sync");
        }
        Runner::output(&mut command).map(drop)?;
        let main = self.data.join("postgresql.conf");
        let stock = std::fs::read_to_string(&main).map_err(EmbeddedError::files(&main))?;
        self.write(&main, &format!("{stock}\ninclude 'maillon.conf'\n"))
    }

    fn launch(&self, durability: Durability) -> Result<(), EmbeddedError> {
        self.runner.directory(&self.sockets)?;
        self.write(&self.data.join("maillon.conf"), &self.configuration(durability))?;
        let mut command = self.control("start");
        command
            .args(["-w", "-t", "60", "-l"])
            .arg(self.data.join("server.log"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let started = command.status().map_err(EmbeddedError::files(&self.bin))?;
        if started.success() {
            return Ok(());
        }
        let log = std::fs::read_to_string(self.data.join("server.log")).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take(6).collect();
        Err(EmbeddedError::Refused {
            program: "pg_ctl start".to_owned(),
            said: last.into_iter().rev().collect::<Vec<_>>().join(" | "),
        })
    }

    fn configuration(&self, durability: Durability) -> String {
        let safety = match durability {
            Durability::Kept => "",
            Durability::Disposable => {
                "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off\nmax_wal_size = 4GB\n"
            }
        };
        format!(
            "# Written at every start by maillon; edits are lost.\n\
             listen_addresses = ''\n\
             unix_socket_directories = '{}'\n\
             unix_socket_permissions = 0700\n\
             max_connections = 200\n\
             shared_buffers = 128MB\n\
             timezone = 'UTC'\n\
             log_timezone = 'UTC'\n\
             lc_messages = 'C'\n{safety}",
            self.sockets.display(),
        )
    }

    fn control(&self, verb: &str) -> std::process::Command {
        let mut command = self.runner.command(&self.bin.join("pg_ctl"));
        command.arg(verb).arg("-D").arg(&self.data);
        command
    }

    fn write(&self, path: &Path, text: &str) -> Result<(), EmbeddedError> {
        std::fs::write(path, text).map_err(EmbeddedError::files(path))?;
        self.runner.give(path)
    }
}
