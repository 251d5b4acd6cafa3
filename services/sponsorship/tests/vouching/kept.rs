//! The graph that pages look at: never behind what was committed, and cheap.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{Caller, MemberId};
use membership::{leave, suspend};
use sponsorship::ConnectionView;
use std::collections::BTreeSet;

/// Columns of which the graph shows something (`src/store/graph.rs` reads them, migration 0011 watches them).
const SHOWN: [&str; 11] = [
    "member.number",
    "member.founder",
    "member.standing",
    "member.joined_at",
    "member.ended_at",
    "sponsorship.sponsor_id",
    "sponsorship.applicant_id",
    "sponsorship.kind",
    "sponsorship.state",
    "sponsorship.active_at",
    "sponsorship.ended_at",
];

async fn linked(ground: &Ground, viewer: &Caller, other: &Caller) -> ConnectionView {
    sponsorship::connection(&ground.db, viewer, member(other)).await.unwrap()
}

async fn version(ground: &Ground) -> i64 {
    ground.count("select max(graph_version) from trust_head").await
}

/// An admitted newcomer, whom the first three founders carry.
async fn newcomer(ground: &Ground, name: &str) -> Caller {
    let newcomer = ground.applicant(name).await;
    for sponsor in ground.founders.iter().take(3) {
        ground.vouch(&newcomer, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&newcomer)).await.unwrap());
    ground.by_email(&format!("{name}@example.test")).await
}

#[tokio::test]
async fn a_page_never_shows_ties_older_than_the_last_admission_suspension_or_departure() {
    let ground = Ground::open().await;
    let [first, second, third] = [0, 1, 2].map(|n| ground.founders[n].clone());
    assert!(linked(&ground, &first, &second).await.chain.is_empty(), "founders vouched for nobody yet");
    let eve = newcomer(&ground, "eve").await;
    assert_eq!(linked(&ground, &first, &eve).await.chain.len(), 2);
    assert_eq!(linked(&ground, &first, &second).await.chain.len(), 3, "over Eve");
    let house = ground.house();
    let out = suspend::Suspend { member: member(&eve), reason: "Test.".to_owned() };
    suspend::suspend(&ground.db, &house, out).await.unwrap();
    assert!(linked(&ground, &first, &second).await.chain.is_empty());
    let back = sponsorship::Reinstate { member: member(&eve), reason: "Test.".to_owned() };
    sponsorship::reinstate(&ground.db, &house, back).await.unwrap();
    assert_eq!(linked(&ground, &first, &second).await.chain.len(), 3);
    let bob = newcomer(&ground, "bob").await;
    assert_eq!(linked(&ground, &eve, &bob).await.common_sponsors.count, 3);
    leave::leave(&ground.db, &third).await.unwrap();
    assert_eq!(linked(&ground, &eve, &bob).await.independent, 3, "who left still carries for a year");
    ground.clock.advance(Duration::days(366));
    assert_eq!(linked(&ground, &eve, &bob).await.independent, 2, "the day is the page's, not the graph's");
    let brought: Vec<_> = (0..)
        .zip(["eve@example.test", "bob@example.test"])
        .map(|(line, to)| sponsorship::ImportedSponsorship {
            line,
            sponsor: "founder3@example.test".to_owned(),
            member: to.to_owned(),
            given_at: "2026-01-01T00:00:00Z".parse().unwrap(),
        })
        .collect();
    sponsorship::import_sponsorships(&ground.db, &ground.house(), &brought).await.unwrap();
    assert_eq!(linked(&ground, &eve, &bob).await.independent, 3);
    ground.clear().await;
}

/// Changes every column of both tables, each in its own transaction that is taken back, and looks whether the version moved.
#[tokio::test]
async fn the_version_moves_with_every_column_the_graph_shows_and_with_no_other() {
    let ground = Ground::open().await;
    newcomer(&ground, "eve").await;
    let mut owner = ground.scratch.owner().await;
    let columns: Vec<(String, String, String)> = sqlx::query_as(
        "select table_name::text, column_name::text, data_type::text from information_schema.columns
         where table_schema = 'public' and table_name in ('member', 'sponsorship') and is_generated = 'NEVER'
           and column_name not in ('community_id', 'id')
         order by 1, 2",
    )
    .fetch_all(&mut owner)
    .await
    .unwrap();
    let mut moving = BTreeSet::new();
    for (table, column, kind) in &columns {
        let before = version(&ground).await;
        let row = if table == "member" { "name = 'Founder 6'" } else { "active_at is not null" };
        let pick = format!("select id from {table} where {row} order by id limit 1");
        let statement =
            format!("update {table} set {column} = {} where id = ({pick})", other_value(table, column, kind));
        // The keys and the checks of other tables have no say here: only the version is looked at, and all is taken back.
        let script = format!(
            "begin; alter table {table} disable trigger all; alter table {table} enable trigger {table}_moves_the_graph; {statement}"
        );
        let after = moved(&mut owner, script).await;
        if after > before {
            moving.insert(format!("{table}.{column}"));
        }
    }
    assert_eq!(moving, SHOWN.iter().map(|&name| name.to_owned()).collect());
    assert!(columns.len() > 35, "{}", columns.len());
    drop(owner);
    ground.clear().await;
}

/// Runs the script, reads the version, and takes everything back.
async fn moved(owner: &mut sqlx::PgConnection, script: String) -> i64 {
    sqlx::raw_sql(sqlx::AssertSqlSafe(script)).execute(&mut *owner).await.unwrap();
    let version = sqlx::query_scalar("select max(graph_version) from trust_head").fetch_one(&mut *owner).await.unwrap();
    sqlx::raw_sql("rollback").execute(owner).await.unwrap();
    version
}

/// Something else that the column may hold.
#[expect(clippy::panic, reason = "a column that nobody has thought of fails the test")]
fn other_value(table: &str, column: &str, kind: &str) -> String {
    match (table, column, kind) {
        (_, "standing", _) => "'suspended'".to_owned(),
        (_, "role", _) => "'editor'".to_owned(),
        (_, "language", _) => "'en'".to_owned(),
        (_, "digest", _) => "'never'".to_owned(),
        (_, _, "date") => "date '2001-01-01'".to_owned(),
        (_, "state", _) => "'revoked'".to_owned(),
        (_, "kind", _) => "'endorsement'".to_owned(),
        (_, "relation", _) => "'family'".to_owned(),
        (_, "via", _) => "'import'".to_owned(),
        (_, _, "integer") => format!("{column} + 11"),
        (_, _, "boolean") => format!("not {column}"),
        (_, _, "uuid") => "gen_random_uuid()".to_owned(),
        (_, _, "timestamp with time zone") => format!("coalesce({column}, now()) + interval '1 day'"),
        (_, _, "text") => "'other'".to_owned(),
        other => panic!("no other value for {other:?}"),
    }
}

#[tokio::test]
async fn words_that_carry_nobody_and_people_who_only_wait_leave_the_graph_as_it_is() {
    let ground = Ground::open().await;
    let before = version(&ground).await;
    let eve = ground.applicant("eve").await;
    let id = ground.ask(&eve, "founder0@example.test").await;
    ground.give(&ground.founders[0], id).await.unwrap();
    sponsorship::withdraw(&ground.db, &ground.founders[0], sponsorship::Withdraw { sponsorship: id }).await.unwrap();
    assert_eq!(version(&ground).await, before, "nobody can make pages load the graph again by asking and taking back");
    newcomer(&ground, "bob").await;
    assert!(version(&ground).await > before);
    ground.clear().await;
}

/// C6: what stopped the server. Before the graph was kept, two of the forty were answered, in twelve seconds.
#[tokio::test]
async fn c6_forty_people_looking_at_profiles_at_once_are_all_answered_and_later_pages_read_no_rows() {
    let ground = Ground::open().await;
    crate::large::populate(&ground).await;
    let viewer = ground.by_email("m7999@example.test").await;
    let keys: Vec<String> = (0..40).map(|n| (n * 97 + 31).to_string()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let found = membership::import::by_keys(&ground.db, &ground.house(), &keys).await.unwrap();
    let others: Vec<MemberId> = found.into_iter().map(Option::unwrap).collect();
    let started = std::time::Instant::now();
    let all: Vec<_> = others
        .iter()
        .map(|&other| {
            let (db, viewer) = (ground.db.clone(), viewer.clone());
            tokio::spawn(async move { sponsorship::connection(&db, &viewer, other).await.unwrap().chain.len() })
        })
        .collect();
    for one in all {
        assert!(one.await.unwrap() >= 2);
    }
    let cold = started.elapsed();
    // Whoever reads sponsorships now waits for the lock, and gives up.
    let mut owner = ground.scratch.owner().await;
    sqlx::raw_sql("begin; lock table sponsorship in access exclusive mode").execute(&mut owner).await.unwrap();
    let started = std::time::Instant::now();
    for &other in others.iter().take(20) {
        assert!(sponsorship::connection(&ground.db, &viewer, other).await.unwrap().independent >= 1);
    }
    eprintln!("forty at once from nothing: {cold:?}; then {:?} each", started.elapsed() / 20);
    drop(owner);
    ground.clear().await;
}
