//! The schema changes while people go on (bar D11): today's program works on the schema of before and of after.

use crate::people::{Writer, village};
use kernel::{CommunityId, Entropy as _, OsEntropy};
use kit::{Stage, services};
use serde_json::Value;
use sqlx::{Connection as _, Executor as _, PgConnection, migrate::Migrator};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// What tomorrow's program needs: more columns in tables that everybody uses at every moment, an index, a table.
const NEXT: &str = "
    alter table member add column motto text not null default '';
    alter table message add column mood text;
    create index message_by_mood on message (community_id, mood);
    create table tomorrow (id uuid primary key);
";

/// A step that cannot be made, behind one that can.
const BROKEN: &str = "
    alter table message add column colour text;
    alter table message add column colour text;
";

/// All migrations of today, and these; in a folder of the stage's own.
async fn with(stage: &Stage, more: &[(&str, &str)]) -> Migrator {
    let folder = stage.scratch.folder().join("migrations");
    std::fs::create_dir_all(&folder).unwrap();
    for entry in services::root().join("services/database/migrations").read_dir().unwrap() {
        let path: PathBuf = entry.unwrap().path();
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    for (name, text) in more {
        std::fs::write(folder.join(name), text).unwrap();
    }
    Migrator::new(folder.as_path()).await.unwrap()
}

/// What was answered to people who went on.
#[derive(Default, Debug)]
struct Answered {
    times: u32,
    failed: Vec<String>,
    slowest: Duration,
}

/// Reads and writes until told to stop.
async fn goes_on(mut writer: Writer, stop: Arc<AtomicBool>) -> Answered {
    let mut answered = Answered::default();
    while !stop.load(Ordering::SeqCst) {
        let began = Instant::now();
        let page = if answered.times % 3 == 0 {
            let Value::Object(ask) = writer.message(OsEntropy.id()) else { return answered };
            writer.visitor.graphql_page(ask["query"].as_str().unwrap(), ask["variables"].clone()).await
        } else if answered.times % 3 == 1 {
            writer.visitor.get("/messages").await
        } else {
            writer.visitor.get("/members").await
        };
        answered.slowest = answered.slowest.max(began.elapsed());
        answered.times += 1;
        if page.status.is_server_error() {
            answered.failed.push(format!("{} {}", page.status, page.path));
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
    answered
}

/// Every column of the schema.
async fn columns(owner: &mut PgConnection) -> Vec<(String, String)> {
    sqlx::query_as(
        "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public' order by 1, 2",
    )
    .fetch_all(owner)
    .await
    .unwrap()
}

/// A migration that cannot be made whole is not made at all.
async fn a_broken_one_leaves_nothing(stage: &Stage, owner: &mut PgConnection) {
    let before = columns(owner).await;
    let broken = with(stage, &[("9001_broken.sql", BROKEN)]).await;
    assert!(database::migrate::apply(&stage.scratch.url("postgres"), &broken).await.is_err());
    assert_eq!(columns(owner).await, before, "half of a migration stayed");
    std::fs::remove_dir_all(stage.scratch.folder().join("migrations")).unwrap();
}

/// Somebody reads for longer than a request may last: the migration stands behind them, and everybody behind the migration.
async fn a_good_one_gives_way(stage: &Stage, owner: &mut PgConnection) {
    let (url, before) = (stage.scratch.url("postgres"), columns(owner).await.len());
    let mut reader = PgConnection::connect(&url).await.unwrap();
    reader.execute("begin; select count(*) from member").await.unwrap();
    let reading = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(6)).await;
        reader.execute("commit").await.unwrap();
    });
    let next = with(stage, &[("9001_next.sql", NEXT)]).await;
    database::migrate::apply(&url, &next).await.unwrap();
    reading.await.unwrap();
    assert_eq!(columns(owner).await.len(), before + 3);
}

/// Tomorrow's program, beside today's.
async fn tomorrow_writes(stage: &Stage, community: CommunityId) {
    let mut tomorrow = PgConnection::connect(&stage.scratch.url("maillon_app")).await.unwrap();
    for _ in 0..20 {
        let mut tx = tomorrow.begin().await.unwrap();
        sqlx::query("select set_config('app.community', $1, true)")
            .bind(community.0.to_string())
            .execute(&mut *tx)
            .await
            .unwrap();
        sqlx::query("update member set motto = 'demain' where community_id = $1")
            .bind(community.0)
            .execute(&mut *tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d11_a_migration_under_load_troubles_nobody_and_one_that_fails_leaves_the_old_schema() {
    let stage = Stage::open().await;
    let (community, writers) = village(&stage, 4).await;
    let (stop, mut people) = (Arc::<AtomicBool>::default(), JoinSet::new());
    for writer in writers {
        people.spawn(goes_on(writer, Arc::clone(&stop)));
    }
    let mut owner = stage.scratch.owner().await;
    a_broken_one_leaves_nothing(&stage, &mut owner).await;
    a_good_one_gives_way(&stage, &mut owner).await;
    tomorrow_writes(&stage, community).await;
    stop.store(true, Ordering::SeqCst);
    let all = people.join_all().await;
    let (times, slowest) = (all.iter().map(|a| a.times).sum::<u32>(), all.iter().map(|a| a.slowest).max().unwrap());
    println!("D11: {times} answers meanwhile, the slowest within {slowest:?}");
    assert!(times > 40, "{all:?}");
    assert!(all.iter().all(|answered| answered.failed.is_empty()), "{all:?}");
    drop(owner);
    stage.close().await;
}
