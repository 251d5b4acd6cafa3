//! A photo and its files belong together, also when nobody hears how a commit ended.

use crate::ground::{BRUNO, Ground};
use crate::made;
use database::{Db, DbSettings, Live, Tools};
use exchange::{ExchangeError, SweepPhoto, photos};
use faults::{Proxy, Target};
use kernel::{Caller, PhotoId, Seal, SeededEntropy};
use pictures::{PictureError, Print, Side};
use std::sync::Arc;
use std::time::Duration;

/// The database of this ground, reached through a way that can be cut.
async fn through_a_way(ground: &Ground) -> (Db, Proxy) {
    let url = url::Url::parse(&ground.stage.scratch.url("maillon_app")).unwrap();
    let (_, sockets) = url.query_pairs().find(|(name, _)| name == "host").unwrap();
    let socket = std::path::Path::new(&*sockets).join(".s.PGSQL.5432");
    let way = Proxy::start(Target::Socket(socket), 3).await.unwrap();
    let at = |role: &str| format!("postgres://{role}@127.0.0.1:{}{}", way.port(), url.path());
    let settings = DbSettings { app_url: at("maillon_app"), platform_url: at("maillon_platform"), max_connections: 4 };
    let clock = Arc::new(ground.stage.clock.clone());
    let tools = Tools { clock, entropy: Arc::new(SeededEntropy::new(9)), seal: Seal::new([7; 32]) };
    (Db::open(&settings, tools, Live::in_process()).unwrap(), way)
}

/// Until a statement counts what it should.
async fn until(ground: &Ground, statement: &'static str, count: i64) {
    let mut looks = 0;
    while ground.count(statement).await != count {
        looks += 1;
        assert!(looks < 400, "{statement} never counts {count}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn u5_d3_where_nobody_hears_of_a_commit_the_photo_keeps_its_files() {
    let ground = Ground::open().await;
    let (db, way) = through_a_way(&ground).await;
    ground
        .run("create function hold() returns trigger language plpgsql as 'begin perform pg_sleep(1.5); return null; end'")
        .await;
    ground
        .run(
            "create constraint trigger hold after insert on listing_photo deferrable initially deferred
             for each row execute function hold()",
        )
        .await;
    let caller = ground.stage.caller(ground.community, BRUNO.email).await;
    let shelf = kit::stage::studio(&ground.stage.scratch).shelf;
    let (id, listing) = (PhotoId(ground.fresh().0), ground.fresh());
    let side = || Side { width: 8, height: 6, jpeg: made::jpeg(8, 6) };
    let print = Print { large: side(), small: side() };
    let keeping = tokio::spawn(async move {
        let photo = photos::Keep { id, listing, for_later: false, digest: [1; 32], print: &print };
        photos::add::keep(&db, &shelf, &caller, photo).await
    });
    // The commit is under way when the connection ends.
    until(
        &ground,
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
        1,
    )
    .await;
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0);
    drop(way);
    let kept = keeping.await.unwrap();
    assert!(matches!(kept, Err(ExchangeError::Fault(_))), "{kept:?}");
    until(&ground, "select count(*) from listing_photo", 1).await;
    assert_eq!(ground.files().len(), 2, "a row that is there has its files");
    ground.stage.clock.advance(chrono::Duration::hours(25));
    ground.stage.work().await;
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0, "no listing took it");
    assert!(ground.files().is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_the_look_a_day_later_finds_a_photo_whose_files_are_gone() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    assert_eq!(bruno.publish(ground.fresh(), &[&made::jpeg(8, 6)]).await.status().as_u16(), 303);
    let photo: uuid::Uuid = sqlx::query_scalar("select id from listing_photo")
        .fetch_one(&mut ground.stage.scratch.owner().await)
        .await
        .unwrap();
    let (shelf, house) = (kit::stage::studio(&ground.stage.scratch).shelf, Caller::house(ground.community));
    let job = SweepPhoto { photo: PhotoId(photo) };
    let look = async || photos::sweep::sweep(&ground.stage.db, &shelf, &house, &job).await;
    assert!(matches!(look().await, Ok(false)), "a listing has it, and it is whole");
    std::fs::remove_file(ground.files().pop().unwrap()).unwrap();
    let found = look().await;
    assert!(matches!(found, Err(ExchangeError::Picture(PictureError::Fault(_)))), "{found:?}");
    assert_eq!(ground.count("select count(*) from listing_photo").await, 1, "the row is left for the operator");
    ground.stage.close().await;
}
