//! Whatever people write stays words (bar W4): three hundred texts that want to be run, in every column that holds somebody's words,
//! on every page and in every letter, in a real Chromium that runs scripts.
//!
//! They are written into the database, past every form: what a form refuses today, an import may bring tomorrow. The short form
//! takes seven of the three hundred; `MAILLON_LONG=1` all.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod columns;
mod detector;
mod payloads;

use authorisation::{
    life::{HERE, Life},
    rows,
};
use browser::{Chromium, Window};
use columns::Column;
use detector::{Found, look, page, watching};
use kit::Stage;
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many rounds; those of the short form differ from one another in both parts.
fn chosen() -> Vec<String> {
    let all = payloads::all();
    let step = if std::env::var_os("MAILLON_LONG").is_some() { 1 } else { 43 };
    all.into_iter().step_by(step).collect()
}

/// Whose words are where: a reader and the pages that show them any.
struct Reader {
    window: Window,
    pages: Vec<String>,
}

async fn ids(stage: &Stage, life: &Life) -> Vec<Uuid> {
    let mut all = Vec::new();
    for table in ["member", "listing", "listing_draft", "conversation", "sponsorship"] {
        let statement = format!("select id from {table} where community_id = $1 order by id limit 6");
        let statement = sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).bind(life.community.0);
        let found: Vec<Uuid> = statement.fetch_all(&mut stage.scratch.owner().await).await.unwrap();
        all.extend(found);
    }
    all
}

/// Every page of the community on which this person sees somebody's words.
async fn pages_with_words(stage: &Stage, life: &Life, email: &str) -> Vec<String> {
    let mut visitor = stage.signed_in(&life.host(), email).await;
    let ids = ids(stage, life).await;
    let mut pages = BTreeSet::new();
    for row in rows().into_iter().filter(|row| row.door == "web") {
        let Some(path) = row.element.strip_prefix("GET ").filter(|path| !path.contains(":token")) else { continue };
        let path = path.replace(":code", "en").replace(":file", "x.css");
        let about: Vec<String> = if path.contains(":id") {
            ids.iter().map(|id| path.replace(":id", &id.to_string())).collect()
        } else {
            vec![path]
        };
        for path in about {
            let answer = visitor.get(&path).await;
            if answer.status.is_success() && answer.body.contains(payloads::CALL) {
                pages.insert(path);
            }
        }
    }
    pages.into_iter().collect()
}

async fn reader(stage: &Stage, chromium: &Chromium, life: &Life, email: &str) -> Reader {
    let pages = pages_with_words(stage, life, email).await;
    let visitor = stage.signed_in(&life.host(), email).await;
    let window = watching(chromium).await;
    for (name, value) in visitor.cookies() {
        window.hold(&visitor.origin().replace("http:", "https:"), name, value).await;
    }
    Reader { window, pages }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w4_of_three_hundred_texts_that_want_to_be_run_none_is_markup_on_any_page_or_letter() {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    stage.work().await;
    let written = columns::write(&stage, &life, payloads::CALL).await;
    assert!(written.len() > 18, "{written:?}");
    let chromium = Chromium::start().await;
    let mut readers = Vec::new();
    let mut looked_at = BTreeSet::new();
    for email in [life.people[0].email, life.people[1].email, life.waiting] {
        let mut reader = reader(&stage, &chromium, &life, email).await;
        // What somebody else looks at already needs no second pair of eyes.
        reader.pages.retain(|path| looked_at.insert(path.clone()));
        readers.push(reader);
    }
    assert!(readers[0].pages.len() > 20, "{:?}", readers[0].pages);
    assert!(!readers[2].pages.is_empty(), "nobody's words are in the waiting room");
    for payload in chosen() {
        assert_eq!(columns::write(&stage, &life, &payload).await, written, "{payload}");
        for reader in &readers {
            for path in &reader.pages {
                reader.window.go(&format!("http://{}:{}{path}", life.host(), stage.port())).await;
                assert_eq!(look(&reader.window).await, Found::WORDS, "{path} with {payload}");
            }
        }
    }
    for reader in readers {
        reader.window.close().await;
    }
    letters(&stage, &life, &chromium, &written).await;
    stage.close().await;
}

/// The letters of two weeks, each written while every column holds the same text. A letter has no content policy.
async fn letters(stage: &Stage, life: &Life, chromium: &Chromium, written: &BTreeSet<Column>) {
    let window = watching(chromium).await;
    for payload in chosen().into_iter().step_by(2).take(2) {
        stage.sink.clear();
        assert_eq!(columns::write(stage, life, &payload).await, *written);
        news(stage, life).await;
        stage.advance(chrono::Duration::days(7)).await;
        let letters = stage.sink.messages();
        assert!(!letters.is_empty(), "no letter with {payload}");
        for letter in letters {
            window.go(&page(&letter.html())).await;
            let found = look(&window).await;
            assert_eq!(Found { styles: 0, ..found }, Found::WORDS, "a letter with {payload}");
            assert!(!letter.subject.contains(['\r', '\n']));
        }
    }
    window.close().await;
}

/// So that there is something to write about: the listings are new again, and nobody has seen them.
async fn news(stage: &Stage, life: &Life) {
    let mut owner = stage.scratch.owner().await;
    for statement in [
        "update listing set created_at = $2, expires_at = $2 + interval '60 days' where community_id = $1",
        "delete from listing_seen where community_id = $1 and seen_at <= $2",
    ] {
        let statement = sqlx::query(statement).bind(life.community.0).bind(stage.now());
        statement.execute(&mut owner).await.unwrap();
    }
}
