//! Many people with open pages: what each open socket costs, and how soon all of them hear what all are told (bar C3).

use super::{
    crowd::{self, Each},
    door::Door,
    listeners::micros,
    people, psql,
};
use crate::{
    descriptors,
    ground::{Failure, Ground},
    memory,
    settings::Settings,
};
use kernel::{CommunityId, MemberId};
use std::{fmt::Write as _, net::SocketAddr, process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::{Instant, sleep},
};

/// How long a process may take until what has ended is forgotten.
const SETTLE: Duration = Duration::from_secs(10);

/// Who has pages open.
#[derive(Clone, Copy, Debug)]
pub struct Audience {
    /// Members of one community.
    pub people: u32,
    /// Sockets of each.
    pub each: u32,
    /// How long nothing is said.
    pub quiet: Duration,
}

/// What they cost.
#[derive(Clone, Copy, Debug)]
pub struct Sockets {
    /// Sockets that listen.
    pub open: usize,
    /// Sockets that listened and were told.
    pub told: usize,
    /// Bytes this process holds before there is any.
    pub before: u64,
    /// The same with all of them.
    pub with: u64,
    /// The same once all are gone.
    pub after: u64,
    /// Share of a core this process takes while nothing is said.
    pub idle: f64,
    /// From the commit until ninety-nine of a hundred were told.
    pub p99: Duration,
    /// From the commit until the last was told.
    pub last: Duration,
}

impl Sockets {
    /// Bytes for each socket.
    pub fn each(&self) -> u64 {
        self.with.saturating_sub(self.before) / u64::try_from(self.open.max(1)).unwrap_or(u64::MAX)
    }
}

impl Audience {
    /// Opens all of them, waits, tells everybody of something, and lets them go.
    pub async fn measure(&self, ground: &Ground, settings: &Settings) -> Result<Sockets, Failure> {
        descriptors::take_all();
        crowd::settle(ground, settings, 1, Each { members: self.people, listings: self.people }).await?;
        let (slug, door) = (crowd::slug(0), Door::open(&ground.db, settings).await?);
        let name = format!("{slug}.{}", settings.host);
        let community = community::by_host(&ground.db, &name).await?.ok_or("the community is not there")?;
        let mut lines = String::new();
        for number in 1..=self.people {
            let email = format!("{slug}-{number}@example.test");
            let session = people::session(&ground.db, community, &name, &email).await?;
            writeln!(lines, "{} {session} {}", door.host(&name), self.each)?;
        }
        sleep(SETTLE).await;
        let before = memory::resident_bytes();
        let mut listeners = Listeners::start(door.address)?;
        let open = listeners.open(&lines).await?;
        let idle = busy_for(self.quiet).await;
        let with = memory::resident_bytes();
        let members: Vec<MemberId> = psql::members(ground.owner()?, &slug)?.into_iter().map(|(id, _)| id).collect();
        let told = listeners.tell(ground, community, &members).await?;
        listeners.leave().await?;
        sleep(SETTLE).await;
        let within = |share: usize| told.get(told.len() * share / 100).or(told.last()).copied().unwrap_or_default();
        let (p99, last, told) = (within(99), within(100), told.len());
        Ok(Sockets { open, told, before, with, after: memory::resident_bytes(), idle, p99, last })
    }
}

/// The process that holds the other ends.
struct Listeners {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Listeners {
    fn start(address: SocketAddr) -> Result<Self, Failure> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["bench", "listen", "--address", &address.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let input = child.stdin.take().ok_or("nobody listens")?;
        let output = BufReader::new(child.stdout.take().ok_or("nobody speaks")?).lines();
        Ok(Self { child, input, output })
    }

    async fn ask(&mut self, line: &str, begins: &str) -> Result<String, Failure> {
        self.input.write_all(line.as_bytes()).await?;
        self.input.flush().await?;
        let answer = self.output.next_line().await?.ok_or("whoever listens has gone")?;
        Ok(answer.strip_prefix(begins).ok_or("another answer was due")?.trim().to_owned())
    }

    async fn open(&mut self, people: &str) -> Result<usize, Failure> {
        Ok(self.ask(&format!("{people}\n"), "open").await?.parse()?)
    }

    /// Tells every member of something of their own, in one transaction; how long after its end each socket heard of it, shortest first.
    async fn tell(
        &mut self,
        ground: &Ground,
        community: CommunityId,
        members: &[MemberId],
    ) -> Result<Vec<Duration>, Failure> {
        let mut tx = ground.db.begin(community).await?;
        for member in members {
            notice::tell_tx(&mut tx, notice::Tell::new(*member, notice::Kind::MatchesFound, "bench")).await?;
        }
        tx.commit().await?;
        let committed = micros();
        let moments = self.ask("told\n", "told").await?;
        let mut times = moments
            .split_whitespace()
            .map(|moment| Ok(Duration::from_micros(moment.parse::<u64>()?.saturating_sub(committed))))
            .collect::<Result<Vec<_>, Failure>>()?;
        times.sort_unstable();
        Ok(times)
    }

    async fn leave(mut self) -> Result<(), Failure> {
        drop(self.input);
        self.child.wait().await?;
        Ok(())
    }
}

/// Share of a core that this process takes for so long.
async fn busy_for(lasting: Duration) -> f64 {
    let (began, before) = (Instant::now(), memory::processor_seconds());
    sleep(lasting).await;
    (memory::processor_seconds() - before) / began.elapsed().as_secs_f64()
}
