//! One copy of the platform in a folder of its own.

use crate::process::{Frozen, family, freeze, resident_mib, signal, started_with};
use server::embedded::{Durability, Postgres, Redis};
use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// One of the demo communities, and members of it, by the names in their guests' addresses.
pub struct Crowd {
    pub host: &'static str,
    pub people: [&'static str; 3],
}

/// Who writes first.
pub const NIEVRE: Crowd =
    Crowd { host: "nievre.localhost", people: ["anne-lise.perrin", "bruno.lefevre", "martine.gilbert"] };

/// Who writes afterwards: the first ones may have written as much as one may in ten minutes.
pub const SANCERROIS: Crowd =
    Crowd { host: "sancerrois.localhost", people: ["suzanne.raimbault", "lucas.barbier", "olga.petrenko"] };

pub struct House {
    folder: PathBuf,
    port: u16,
    inbox: u16,
    running: Option<Child>,
    /// Names of settings and what they are set to, where its servers are not its own.
    outside: Vec<(&'static str, String)>,
    pub client: reqwest::Client,
}

/// A request that is on its way.
pub struct HalfWay {
    stream: TcpStream,
    rest: String,
}

impl HalfWay {
    /// Sends what is missing after `pause`; the answer.
    pub async fn finish_after(mut self, pause: Duration) -> String {
        tokio::time::sleep(pause).await;
        self.stream.write_all(self.rest.as_bytes()).await.unwrap();
        let mut answer = String::new();
        self.stream.read_to_string(&mut answer).await.unwrap();
        answer
    }
}

/// Where a house of this name keeps its files.
pub fn folder(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("maillon-killed-{name}-{}", std::process::id()))
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl House {
    /// Starts everything, demo communities included.
    pub async fn open(name: &str) -> Self {
        let mut house = Self::empty(name);
        house.start().await;
        house
    }

    /// The same, over servers that others brought: what is set where, by the name of the setting.
    pub async fn over(name: &str, outside: Vec<(&'static str, String)>) -> Self {
        let mut house = Self::empty(name);
        house.outside = outside;
        house.start().await;
        house
    }

    fn empty(name: &str) -> Self {
        let folder = folder(name);
        std::fs::create_dir_all(&folder).unwrap();
        // Whichever test is first.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let client = client.tls_certs_only([]).timeout(Duration::from_secs(20)).build().unwrap();
        Self { folder, port: free_port(), inbox: free_port(), running: None, outside: Vec::new(), client }
    }

    /// Starts the binary and waits until it says that it is ready.
    pub async fn start(&mut self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maillon"));
        command
            .args(["run", "--guests", "--demo"])
            .env("MAILLON_DATA", &self.folder)
            .env("MAILLON_PORT", self.port.to_string())
            .env("MAILLON_INBOX_PORT", self.inbox.to_string())
            .env_remove("DATABASE_URL")
            .env_remove("REDIS_URL")
            .env_remove("SMTP_URL")
            .envs(self.outside.iter().cloned())
            .stdout(Stdio::null())
            // While its servers are killed it complains a great deal.
            .stderr(Stdio::null());
        self.running = Some(command.spawn().unwrap());
        self.ready().await;
    }

    /// Waits until requests are served; fails after a minute, which the first start may need.
    pub async fn ready(&self) {
        let began = Instant::now();
        while !self.is("ready").await {
            assert!(began.elapsed() < Duration::from_mins(1), "not ready");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn is(&self, what: &str) -> bool {
        let answer = self.client.get(format!("http://127.0.0.1:{}/health/{what}", self.port)).send().await;
        answer.is_ok_and(|answer| answer.status().is_success())
    }

    /// A path of a community, and the headers that its own pages would send along.
    pub fn ask(&self, host: &str, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let origin = format!("http://{host}:{}", self.port);
        self.client
            .request(method, format!("http://127.0.0.1:{}{path}", self.port))
            .header("host", format!("{host}:{}", self.port))
            .header("origin", origin)
            .header("sec-fetch-site", "same-origin")
    }

    /// SIGKILL for the binary: its servers go on alone.
    pub fn kill(&mut self) {
        let mut child = self.running.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// SIGTERM, and until it has gone.
    pub async fn stop(&mut self) {
        let mut child = self.running.take().unwrap();
        signal("-TERM", child.id());
        let began = Instant::now();
        while child.try_wait().unwrap().is_none() {
            assert!(began.elapsed() < Duration::from_secs(40), "it does not stop");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// A request whose head and half of whose body are in.
    pub async fn half_a_request(&self) -> HalfWay {
        let body = r#"{"query":"{ community { name } }"}"#;
        let (first, rest) = body.split_at(10);
        let head = format!(
            "POST /graphql HTTP/1.1\r\nHost: {}:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{first}",
            NIEVRE.host,
            self.port,
            body.len(),
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        HalfWay { stream, rest: rest.to_owned() }
    }

    /// SIGKILL for the postmaster, by its process id.
    pub fn kill_postgres(&self) {
        signal("-KILL", self.postmaster());
    }

    fn postmaster(&self) -> u32 {
        let text = std::fs::read_to_string(self.folder.join("postgres/postmaster.pid")).unwrap();
        text.lines().next().unwrap().parse().unwrap()
    }

    /// SIGSTOP for the postmaster and every session of its server, until what is returned is dropped.
    pub fn freeze_postgres(&self) -> Frozen {
        freeze(family(self.postmaster()))
    }

    /// The same for Redis.
    pub fn freeze_redis(&self) -> Frozen {
        let url = Redis::start(&self.folder).unwrap().url();
        freeze(started_with(url.strip_prefix("redis+unix://").unwrap()))
    }

    /// Redis forgets everything.
    pub fn empty_redis(&self) {
        let url = Redis::start(&self.folder).unwrap().url();
        let mut redis = redis::Client::open(url).unwrap().get_connection().unwrap();
        redis::cmd("FLUSHALL").exec(&mut redis).unwrap();
    }

    /// The memory of the platform's own process, in MiB.
    pub fn resident_mib(&self) -> u64 {
        resident_mib(self.running.as_ref().unwrap().id())
    }

    /// Where it answers.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What stands in for the system's service manager.
    pub async fn start_postgres(&self) {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || Postgres::start(&folder, Durability::Kept).map(drop))
            .await
            .unwrap()
            .unwrap();
    }

    /// Redis goes away, without a word to anybody; nothing starts it again. It keeps nothing, so going is all it can do.
    pub fn kill_redis(&self) {
        if let Some(redis) = Redis::start(&self.folder) {
            redis.stop();
        }
    }

    /// Redis comes back, knowing nothing.
    pub fn start_redis(&self) {
        let _there = Redis::start(&self.folder);
    }

    /// Redis has no room for anything any more.
    pub fn fill_redis(&self) {
        let url = Redis::start(&self.folder).unwrap().url();
        let mut redis = redis::Client::open(url).unwrap().get_connection().unwrap();
        for (setting, value) in [("maxmemory-policy", "noeviction"), ("maxmemory", "1")] {
            redis::cmd("CONFIG").arg("SET").arg(setting).arg(value).exec(&mut redis).unwrap();
        }
        let full = redis::cmd("SET").arg("k").arg("v").exec(&mut redis).unwrap_err();
        assert_eq!(full.code(), Some("OOM"), "{full}");
    }

    /// While the database is away: it says that it lives and is not ready, and people are told when to come back. How long that
    /// took.
    pub async fn answers_while_postgres_is_away(&self) -> Duration {
        assert!(self.is("live").await, "it lives");
        // A session of the server sees that its postmaster has gone when it next looks up, not in the same instant.
        let killed = Instant::now();
        while self.is("ready").await {
            assert!(killed.elapsed() < Duration::from_secs(2), "it is still ready");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let began = Instant::now();
        let answer = self.ask(NIEVRE.host, reqwest::Method::GET, "/listings").header("cookie", "__Host-maillon=x");
        let answer = answer.send().await.unwrap();
        let took = began.elapsed();
        assert_eq!(answer.status(), 503);
        assert!(answer.headers().contains_key("retry-after"));
        took
    }

    /// Ends everything.
    pub async fn close(mut self) {
        self.stop().await;
    }
}

impl Drop for House {
    /// A test that fails leaves no servers behind either.
    fn drop(&mut self) {
        if let Some(mut child) = self.running.take() {
            signal("-TERM", child.id());
            let _ended = child.wait();
        }
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}
