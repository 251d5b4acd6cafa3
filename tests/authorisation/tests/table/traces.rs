//! What a life leaves behind outside the database: log lines, keys in Redis, files, letters. Each says which community it belongs to
//! (bar T10), and none says who somebody is, what they wrote, or how to get in as them (bars R3, P3).

use crate::leaks::{ids, read_everything};
use authorisation::life::{HERE, Life, THERE};
use chrono::Duration;
use clap::Parser as _;
use kernel::CommunityId;
use kit::{Stage, stage::MAIL_DOMAIN};
use privacy::map::{self, Class};
use serde_json::Value;
use server::{commands::Maillon, embedded::Redis};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    path::Path,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

/// Log lines that belong to the installation, by the beginning of their target, and why.
const OF_THE_INSTALLATION: &[(&str, &str)] = &[
    ("sqlx", "a statement or a connection of the one database was slow"),
    ("poem::server", "the one port is opened and closed"),
];

/// The areas in which nobody's community is asked for, and the answer to whoever asks for a host that nobody has.
const NOBODYS: (&str, u16) = ("health", 421);

/// Files that name all communities, by ids, so that whoever restores a backup removes them again.
const LISTS: &[&str] = &["removals/removed.txt"];

/// Everything that is written down, as production writes it for machines.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(piece);
        Ok(piece.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// What somebody is called, lives at, can be written to, or wrote: every value of every column that the data map classes so.
async fn said(stage: &Stage) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for column in map::columns().unwrap() {
        if !matches!(column.class, Class::Personal | Class::Content) {
            continue;
        }
        let (table, name) = (&column.table, &column.name);
        let found: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "select distinct {name}::text from {table} where {name} is not null"
        )))
        .fetch_all(&mut stage.scratch.owner().await)
        .await
        .unwrap();
        // Shorter words are part of others, and where a town lies, in thousandths of a degree, is part of how long something took.
        let tells = |value: &String| value.trim().chars().count() > 3 && value.parse::<f64>().is_err();
        all.extend(found.into_iter().filter(tells));
    }
    all
}

/// Every secret of a link in a letter so far.
fn link_secrets(stage: &Stage) -> BTreeSet<String> {
    let links = stage.sink.messages().into_iter().flat_map(|letter| letter.links()).collect::<Vec<_>>();
    let pieces = links.iter().flat_map(|link| link.split(['/', '?', '=', '&', '#']));
    pieces.filter(|piece| piece.len() > 30 && !piece.contains('.')).map(str::to_owned).collect()
}

/// Every file below a folder, by its path from there, with what stands in it.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in next.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                // Pictures are no texts; a word in one would be found all the same.
                all.insert(name, String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    all
}

/// Every key in Redis, with what stands there.
fn keys(redis: &Redis) -> BTreeMap<String, String> {
    let mut line = redis::Client::open(redis.url()).unwrap().get_connection().unwrap();
    let keys: Vec<String> = redis::cmd("KEYS").arg("*").query(&mut line).unwrap();
    let read = |key: String| {
        let value: Option<String> = redis::cmd("GET").arg(&key).query(&mut line).unwrap();
        (key, value.unwrap_or_default())
    };
    keys.into_iter().map(read).collect()
}

/// The community a line speaks of: its own word, or that of the request or job in which it was written.
fn community(line: &Value) -> Option<&str> {
    let within = line["spans"].as_array().into_iter().flatten().rev().map(|span| &span["community"]);
    [&line["community"]].into_iter().chain(within).find_map(Value::as_str)
}

fn is_of_the_installation(line: &Value) -> bool {
    let target = line["target"].as_str().unwrap_or_default();
    let nobodys = line["area"] == NOBODYS.0 || line["status"] == NOBODYS.1;
    nobodys || OF_THE_INSTALLATION.iter().any(|(beginning, _)| target.starts_with(beginning))
}

/// Lines that speak of no community although they should.
fn astray(text: &str, ours: &[String]) -> Vec<String> {
    let of_nobody = |line: &&str| {
        let read: Value = serde_json::from_str(line).unwrap();
        let named = community(&read).is_some_and(|community| ours.iter().any(|one| one == community));
        !named && !is_of_the_installation(&read)
    };
    text.lines().filter(of_nobody).map(str::to_owned).collect()
}

/// Which of these stand in a text.
fn found<'a>(signs: &'a BTreeSet<String>, text: &str) -> Vec<&'a String> {
    signs.iter().filter(|sign| text.contains(sign.as_str())).collect()
}

/// Everybody looks at everything, signs in, is turned away, and comes to where nobody lives.
async fn look_around(stage: &Stage, here: &Life, there: &Life, secrets: &mut BTreeSet<String>) {
    let mut some = BTreeMap::new();
    for (noun, id) in ids(stage, here).await {
        some.entry(noun).or_insert(id);
    }
    let some: Vec<_> = some.into_iter().collect();
    let mut signing_in = stage.visitor(&here.host());
    let _home = signing_in.sign_in(stage, here.people[1].email).await.expect(200);
    let mut visitors = vec![signing_in, stage.visitor(&there.host()), stage.visitor("localhost")];
    for (life, email) in [(here, here.people[0].email), (here, here.waiting), (there, there.people[1].email)] {
        visitors.push(stage.signed_in(&life.host(), email).await);
    }
    for visitor in &mut visitors {
        read_everything(visitor, &some).await;
        secrets.extend(visitor.cookies().values().filter(|value| value.len() > 20).cloned());
    }
    let mut lost = stage.visitor("nobody.example");
    assert_eq!(lost.get("/listings").await.status, NOBODYS.1);
    assert_eq!(lost.get("/health/live").await.status, 200);
}

/// What must not be found anywhere, and whose things may be.
struct Search {
    ours: Vec<String>,
    /// What people are called, wrote, and can be reached by.
    signs: BTreeSet<String>,
    /// What lets somebody in.
    secrets: BTreeSet<String>,
}

impl Search {
    fn finds_nothing_in(&self, place: &str, text: &str) {
        assert_eq!(found(&self.signs, text), Vec::<&String>::new(), "names, addresses or words in {place}");
        assert_eq!(found(&self.secrets, text).len(), 0, "secrets in {place}");
    }

    fn lines(&self, text: &str) {
        let read = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let kinds: BTreeSet<String> =
            read.map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect();
        for kind in ["answered", "denied", "erased", "removed", "the journal ends here"] {
            assert!(kinds.contains(kind), "no line says {kind}: {kinds:?}");
        }
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert!(line["timestamp"].as_str().unwrap().ends_with('Z'), "D9: written in another zone than UTC: {line}");
        }
        assert_eq!(astray(text, &self.ours), Vec::<String>::new());
        self.finds_nothing_in("the log", text);
    }

    fn keys(&self, counted: &BTreeMap<String, String>) {
        for (key, value) in counted {
            assert!(self.ours.iter().any(|one| key.starts_with(&format!("t:{one}:"))), "{key} is nobody's");
            self.finds_nothing_in("Redis", &format!("{key} {value}"));
        }
    }

    fn files(&self, kept: &BTreeMap<String, String>) {
        for (name, text) in kept {
            let named = self.ours.iter().any(|one| name.contains(one.as_str()));
            assert!(named || LISTS.contains(&name.as_str()), "{name} is nobody's");
            self.finds_nothing_in(name, text);
        }
    }

    fn letters(stage: &Stage) {
        for letter in stage.sink.messages() {
            let list = letter.header("List-Id").unwrap();
            let of = |slug: &&str| list.ends_with(&format!(".{slug}.{MAIL_DOMAIN}>"));
            assert_eq!(["here", "there", "maillon"].iter().filter(|slug| of(slug)).count(), 1, "{list}");
        }
    }
}

#[tokio::test]
async fn t10_r3_p3_whatever_is_left_outside_the_database_says_whose_it_is_and_nothing_of_anybody() {
    let lines = Lines::default();
    let usual = Maillon::parse_from(["maillon", "serve"]).usual_log();
    let listening = tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(EnvFilter::new(usual));
    // While there is one listener only, tracing asks whichever thread comes past a line first whether anybody listens, and
    // remembers its no for all: the other tests of this process would silence this one.
    let second = tracing::Dispatch::new(tracing_subscriber::registry());
    let guard = tracing::subscriber::set_default(listening.with_writer(lines.clone()).finish());
    let home = std::env::temp_dir().join(format!("maillon-traces-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let redis = Redis::start(&home).unwrap();
    let stage = Stage::through_redis(&redis.url()).await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    let ours = [CommunityId::PLATFORM, here.community, there.community].map(|one| one.to_string()).to_vec();
    let mut search = Search { ours, signs: said(&stage).await, secrets: BTreeSet::new() };
    stage.work().await;
    look_around(&stage, &here, &there, &mut search.secrets).await;
    let (counted, mut kept) = (keys(&redis), BTreeMap::new());
    // A day: somebody is erased. A week: digests. A month: both communities are removed.
    for days in [1, 8, 31] {
        search.signs.extend(said(&stage).await);
        stage.advance(Duration::days(days)).await;
        search.secrets.extend(link_secrets(&stage));
        kept.extend(files(&stage.scratch.folder()));
    }
    drop((guard, second));
    let text = lines.text();
    let seen = (text.lines().count(), counted.len(), kept.len());
    assert!(seen.0 > 500 && seen.1 > 10 && seen.2 > 3, "too little to look at: {seen:?}");
    assert!(search.signs.len() > 30 && search.secrets.len() > 10, "too little to look for");
    search.lines(&text);
    search.keys(&counted);
    search.files(&kept);
    Search::letters(&stage);
    stage.close().await;
    redis.stop();
    std::fs::remove_dir_all(home).unwrap();
}

#[test]
fn t10_r3_the_looking_sees_what_is_planted() {
    let ours = ["018f".to_owned()];
    let lines = [
        r#"{"message":"a","community":"018f"}"#,
        r#"{"message":"b","spans":[{"name":"request","community":"018f"}]}"#,
        r#"{"message":"c"}"#,
        r#"{"message":"d","community":"other"}"#,
        r#"{"message":"e","target":"sqlx::query"}"#,
        r#"{"message":"f","area":"health"}"#,
    ];
    let told = astray(&lines.join("\n"), &ours);
    assert_eq!(told, [lines[2], lines[3]]);
    let signs = BTreeSet::from(["Perceuse".to_owned(), "olga@here.test".to_owned()]);
    assert_eq!(found(&signs, "to olga@here.test"), ["olga@here.test"]);
}
