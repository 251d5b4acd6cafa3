//! Bars R4 and R6: a backup holds every row, comes back whole, is looked at, erases again, and people go on where they were.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use authorisation::life::{HERE, Life, THERE};
use chrono::Duration;
use kit::{Scratch, Stage, stage::open_database};
use privacy::AskErasure;
use server::backup::{Manifest, backup, restore};
use sqlx::{Connection, Executor};
use std::path::{Path, PathBuf};

struct Copied {
    stage: Stage,
    here: Life,
    there: Life,
    folder: PathBuf,
    manifest: Manifest,
}

/// Two communities that live, and a backup of them.
async fn copied(name: &str) -> Copied {
    let stage = Stage::open().await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    stage.work().await;
    stage.advance(Duration::hours(1)).await;
    let folder = stage.scratch.folder().join(name);
    let url = stage.scratch.url("maillon_backup");
    let manifest = backup(&url, &stage.scratch.folder(), &folder, stage.now()).await.unwrap();
    Copied { stage, here, there, folder, manifest }
}

async fn truth(scratch: &Scratch) -> database::backup::Counts {
    database::backup::counts(&scratch.url("postgres")).await.unwrap()
}

#[tokio::test]
async fn r6_a_backup_holds_every_row_of_every_table_and_nobody_who_sees_less_can_make_one() {
    let Copied { stage, folder, manifest, .. } = copied("whole").await;
    assert_eq!(manifest.rows, truth(&stage.scratch).await);
    assert!(manifest.rows.len() > 25 && manifest.rows.values().sum::<i64>() > 100, "{manifest:?}");
    assert!(folder.join("anchors").read_dir().unwrap().count() > 1, "the records are in it");
    let into = stage.scratch.folder().join("less");
    // Every table may be read, and still not every row is seen: it is not the missing right that stops them.
    let all = "grant select on all tables in schema public to maillon_app, maillon_platform;
         grant select on all sequences in schema public to maillon_app, maillon_platform";
    stage.scratch.owner().await.execute(all).await.unwrap();
    for role in ["maillon_app", "maillon_platform"] {
        let url = stage.scratch.url(role);
        assert!(backup(&url, &folder, &into, stage.now()).await.is_err(), "{role} sees less than everything");
        assert!(!into.join("manifest.json").exists(), "and what it left is no backup");
    }
    let again = backup(&stage.scratch.url("maillon_backup"), &folder, &folder, stage.now()).await;
    assert!(again.is_err(), "nothing is written over");
    let mut reader = sqlx::PgConnection::connect(&stage.scratch.url("maillon_backup")).await.unwrap();
    for write in ["delete from message", "update member set name = 'x'", "insert into account select * from account"] {
        let refused = reader.execute(write).await.unwrap_err();
        assert!(refused.to_string().contains("permission denied"), "{write}: {refused}");
    }
    drop(reader);
    stage.close().await;
}

#[tokio::test]
async fn r4_what_comes_back_is_whole_erases_again_and_people_go_on() {
    let Copied { stage, here, there, folder, manifest } = copied("drill").await;
    // After the backup somebody is erased: only the records outside the database know.
    let rosa = stage.caller(here.community, here.people[2].email).await;
    privacy::ask_erasure(&stage.db, &rosa, AskErasure { sure: true }).await.unwrap();
    for _ in 0..2 {
        stage.advance(Duration::hours(2)).await;
    }
    let data = stage.scratch.folder();
    let empty = Scratch::bare().await;
    let clock = stage.clock.clone();
    let db = open_database(&empty, &clock, 2);
    let restored = restore(&empty.url("postgres"), &db, &folder, &data).await.unwrap();
    assert_eq!(restored.rows, manifest.rows.values().sum::<i64>());
    assert_eq!(restored.communities, 3);
    assert_eq!(restored.erased_again, 3, "the two who left by their own wish, and Rosa");
    let mut owner = empty.owner().await;
    let known: i64 = sqlx::query_scalar("select count(*) from account where email = $1")
        .bind(here.people[2].email)
        .fetch_one(&mut owner)
        .await
        .unwrap();
    assert_eq!(known, 0, "Rosa is not back");
    drop(owner);
    let twice = restore(&empty.url("postgres"), &db, &folder, &data).await.unwrap_err();
    assert!(twice.to_string().contains("not empty"), "{twice}");
    stage.close().await;
    let back = Stage::reopened(empty, clock, db).await;
    people_go_on(&back, [&here, &there]).await;
    back.close().await;
}

/// Twenty-odd pages of two communities, really asked for.
async fn people_go_on(back: &Stage, lives: [&Life; 2]) {
    let mut seen = 0;
    for life in lives {
        let mut owner = back.signed_in(&life.host(), life.people[0].email).await;
        for path in
            ["/", "/listings", "/members", "/messages", "/notifications", "/me", "/me/data", "/vouching", "/requests"]
        {
            let _page = owner.get(path).await.expect(200);
            seen += 1;
        }
        for path in ["/steward", "/steward/journal", "/owner", "/charter"] {
            let _page = owner.get(path).await.expect(200);
            seen += 1;
        }
        let page = owner.visit("/listings/new?direction=offer").await.expect(200);
        let answers =
            [("title", "Echelle de retour"), ("body", "Elle est la."), ("kind", "loan"), ("settlements", "gift")];
        let _published = owner.submit(page.form("/listings").fill(&answers)).await.expect(303);
    }
    assert!(seen > 20, "{seen}");
}

#[tokio::test]
async fn r4_what_was_changed_on_the_way_does_not_come_back_unnoticed() {
    let Copied { stage, folder, .. } = copied("touched").await;
    let data = stage.scratch.folder().join("elsewhere");
    let put_back = async |folder: &Path| {
        let empty = Scratch::bare().await;
        let db = open_database(&empty, &stage.clock, 3);
        let found = restore(&empty.url("postgres"), &db, folder, &data).await;
        db.close().await;
        empty.remove().await;
        found.unwrap_err().to_string()
    };
    let manifest = folder.join("manifest.json");
    let genuine = std::fs::read_to_string(&manifest).unwrap();
    let mut fewer: serde_json::Value = serde_json::from_str(&genuine).unwrap();
    fewer["rows"]["message"] = serde_json::json!(4_711);
    std::fs::write(&manifest, fewer.to_string()).unwrap();
    assert!(put_back(&folder).await.contains("not those of the manifest"));
    std::fs::write(&manifest, &genuine).unwrap();
    let mut dump = std::fs::read(folder.join("maillon.dump")).unwrap();
    let middle = dump.len() / 2;
    if let Some(byte) = dump.get_mut(middle) {
        *byte ^= 1;
    }
    std::fs::write(folder.join("maillon.dump"), dump).unwrap();
    assert!(put_back(&folder).await.contains("SHA-256"));
    std::fs::remove_file(&manifest).unwrap();
    assert!(put_back(&folder).await.contains("no whole backup"));
    stage.close().await;
}
