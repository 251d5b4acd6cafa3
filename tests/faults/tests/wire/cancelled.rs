//! Clients that go away at any moment: in the middle of what they ask, before the answer, in the middle of it (bars D3, T9).

use crate::people::{HOST, Writer, village};
use futures_util::future::join_all;
use kernel::{Entropy as _, SeededEntropy};
use kit::{Socket, Stage};
use std::{collections::HashSet, time::Duration};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};
use uuid::Uuid;

const WRITERS: usize = 25;
/// Requests of each, before time passes: nobody sends more than a hundred messages in ten minutes, or three hundred in a day.
const AT_A_TIME: usize = 90;

/// Times everybody makes their requests: ten thousand and more in the long form, as bar D3 asks.
fn rounds() -> usize {
    if std::env::var_os("MAILLON_LONG").is_some() { 5 } else { 1 }
}

/// Requests of each in a round.
fn requests() -> usize {
    if std::env::var_os("MAILLON_LONG").is_some() { AT_A_TIME } else { 30 }
}

/// What became of a writer's messages.
#[derive(Default)]
struct Told {
    /// Somebody heard that they were kept.
    acknowledged: HashSet<Uuid>,
    /// They may have been kept.
    unknown: HashSet<Uuid>,
}

/// A whole request, as bytes.
fn request(port: u16, writer: &Writer, id: Uuid) -> Vec<u8> {
    let body = writer.message(id).to_string();
    let cookies: Vec<String> = writer.visitor.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!(
        "POST /graphql HTTP/1.1\r\nHost: {HOST}:{port}\r\nOrigin: http://{HOST}:{port}\r\nSec-Fetch-Site: same-origin\r\n\
         X-Forwarded-For: {}\r\n\
         Cookie: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        writer.address,
        cookies.join("; "),
        body.len(),
    )
    .into_bytes()
}

/// Sends one request and goes away at some moment. Whether the answer was heard.
async fn ask(port: u16, bytes: &[u8], [how, when, how_long, _]: [u8; 4]) -> bool {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let sent = match how % 4 {
        0 => bytes.len() * usize::from(when) / 255,
        _ => bytes.len(),
    };
    stream.write_all(&bytes[..sent]).await.unwrap();
    // Up to a tenth of a second: before the write begins, in each of its steps, or after it.
    let patience =
        if how % 4 == 3 { Duration::from_secs(20) } else { Duration::from_micros(u64::from(how_long) * 400) };
    let mut answer = Vec::new();
    let heard = timeout(patience, stream.read_to_end(&mut answer)).await;
    if !matches!(heard, Ok(Ok(_))) {
        // In half of the cases as a machine that is switched off, in the others as a browser that is closed.
        if when % 2 == 0 {
            stream.set_zero_linger().unwrap();
        }
        return false;
    }
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
    assert!(answer.starts_with("HTTP/1.1 200") || sent < bytes.len(), "{answer}");
    answer.contains("\"refusal\":null")
}

async fn write(port: u16, writer: &Writer, dice: &SeededEntropy) -> Told {
    let mut told = Told::default();
    for number in 0..requests() {
        let (id, mut drawn) = (dice.id(), [0; 4]);
        dice.fill(&mut drawn);
        if ask(port, &request(port, writer, id), drawn).await {
            told.acknowledged.insert(id);
        } else {
            told.unknown.insert(id);
        }
        if number % 30 == 7 {
            // A socket that is dropped in the middle of everything.
            drop(Socket::open(&writer.visitor, "subscription { messageReceived { id } }").await);
        }
    }
    told
}

/// Sessions of the server that are in the middle of something.
async fn busy(stage: &Stage) -> i64 {
    sqlx::query_scalar(
        "select count(*) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    )
    .fetch_one(&mut stage.scratch.owner().await)
    .await
    .unwrap()
}

/// Until whatever goes on without its client has ended.
async fn quiet(stage: &Stage) {
    let mut looks = 0;
    let mut calm = 0;
    while calm < 5 {
        calm = if busy(stage).await == 0 { calm + 1 } else { 0 };
        looks += 1;
        assert!(looks < 400, "a session of the database is still in the middle of something");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d03_a_client_that_goes_away_leaves_each_write_whole_or_absent_and_no_session_behind() {
    let stage = Stage::open().await;
    let (_, writers) = village(&stage, WRITERS).await;
    let dice = SeededEntropy::new(3);
    let (mut acknowledged, mut unknown) = (HashSet::new(), HashSet::new());
    for _ in 0..rounds() {
        for told in join_all(writers.iter().map(|writer| write(stage.port(), writer, &dice))).await {
            acknowledged.extend(told.acknowledged);
            unknown.extend(told.unknown);
        }
        stage.clock.advance(chrono::Duration::hours(9));
    }
    quiet(&stage).await;
    let mut owner = stage.scratch.owner().await;
    let kept: Vec<String> =
        sqlx::query_scalar("select body from message where body <> 'Bonjour.'").fetch_all(&mut owner).await.unwrap();
    let there: HashSet<Uuid> = kept.iter().map(|body| body.parse().unwrap()).collect();
    assert_eq!(there.len(), kept.len(), "something is there twice");
    let lost: Vec<_> = acknowledged.difference(&there).collect();
    assert!(lost.is_empty(), "acknowledged and not there: {lost:?}");
    let done_alone = unknown.intersection(&there).count();
    assert!(there.iter().all(|id| acknowledged.contains(id) || unknown.contains(id)));
    // A message and its count are written by several statements of one transaction.
    let torn: Vec<(i64, i64)> = sqlx::query_as(
        "select (select count(*) from message m where m.conversation_id = c.id), sum(p.unread)::bigint
         from conversation c join conversation_member p on p.conversation_id = c.id group by c.id",
    )
    .fetch_all(&mut owner)
    .await
    .unwrap();
    assert_eq!(torn.len(), WRITERS);
    assert!(torn.iter().all(|(messages, unread)| messages == unread), "{torn:?}");
    let absent = unknown.len() - done_alone;
    println!(
        "D3: {} acknowledged, {done_alone} done though nobody heard, {absent} absent; 0 torn, 0 sessions left",
        acknowledged.len()
    );
    assert!(acknowledged.len() > 50 && done_alone > 50 && absent > 50, "not every moment was struck");
    drop(owner);
    stage.close().await;
}
