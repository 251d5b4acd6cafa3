//! A Redis of our own, if the program is installed. Redis may vanish at any moment (rule 3 of the architecture), so
//! not having one is no error.

use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use super::{EmbeddedError, binaries, place, runner::Runner};

const PATIENCE: Duration = Duration::from_secs(5);

/// A private server that keeps nothing on disk and answers on a socket.
#[derive(Debug)]
pub struct Redis {
    socket: PathBuf,
}

impl Redis {
    /// Starts it, or finds the one that an earlier process left running for `home`; `None` when it is not installed
    /// or does not come up. Blocks for some milliseconds.
    pub fn start(home: &Path) -> Option<Self> {
        let program = binaries::on_path("redis-server")?;
        match launch(&program, home) {
            Ok(redis) => redis,
            Err(error) => {
                tracing::warn!(%error, "going on without Redis");
                None
            }
        }
    }

    /// The address that the client understands.
    pub fn url(&self) -> String {
        format!("redis+unix://{}", self.socket.display())
    }

    /// Asks it to go, over its own socket, so that no other Redis can be meant.
    pub fn stop(&self) {
        // It closes the connection instead of answering.
        let _closed = ask(&self.socket, b"SHUTDOWN NOSAVE\r\n");
    }
}

fn launch(program: &Path, home: &Path) -> Result<Option<Redis>, EmbeddedError> {
    let runner = Runner::unprivileged("redis").or_else(|_| Runner::unprivileged("nobody"))?;
    let home = home.canonicalize().map_err(EmbeddedError::files(home))?;
    let sockets = place::sockets(&home, "redis")?;
    runner.directory(&sockets)?;
    let redis = Redis { socket: sockets.join("redis.sock") };
    if answers(&redis.socket) {
        return Ok(Some(redis));
    }
    let mut command = runner.command(program);
    command
        .args(["--port", "0", "--save", "", "--appendonly", "no", "--daemonize", "no"])
        .args(["--maxmemory", "128mb", "--maxmemory-policy", "allkeys-lru"])
        .args(["--unixsocketperm", "700", "--unixsocket"])
        .arg(&redis.socket)
        .current_dir(&sockets)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().map_err(EmbeddedError::files(program))?;
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if answers(&redis.socket) {
            return Ok(Some(redis));
        }
        if child.try_wait().map_err(EmbeddedError::files(program))?.is_some() {
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.kill().map_err(EmbeddedError::files(program))?;
    Ok(None)
}

fn answers(socket: &Path) -> bool {
    ask(socket, b"PING\r\n").is_ok_and(|answer| answer.starts_with(b"+PONG"))
}

fn ask(socket: &Path, words: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    stream.write_all(words)?;
    let mut answer = [0; 64];
    let length = stream.read(&mut answer)?;
    Ok(answer.iter().copied().take(length).collect())
}
