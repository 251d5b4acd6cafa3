//! The private servers, really started in a folder of the test's own.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a failure is a panic with its place")]

use server::embedded::{Durability, Postgres, Redis};
use std::{path::PathBuf, process::Command};

struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("maillon-embedded-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn psql(cluster: &Postgres, database: &str, sql: &str) -> String {
    let url = cluster.url("postgres", database);
    let output = Command::new("psql").args([&url, "-At", "-v", "ON_ERROR_STOP=1", "-c", sql]).output().unwrap();
    assert!(output.status.success(), "{sql}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_second_start_finds_the_first_ones_data() {
    let home = Home::new("again");
    let first = Postgres::start(&home.0, Durability::Kept).unwrap();
    first.ensure_database("maillon").unwrap();
    first.ensure_database("maillon").unwrap();
    psql(&first, "maillon", "create table kept (n int); insert into kept values (41)");
    assert_eq!(psql(&first, "maillon", "show fsync"), "on");
    assert_eq!(psql(&first, "maillon", "show listen_addresses"), "");
    assert_eq!(psql(&first, "maillon", "show data_checksums"), "on");
    first.stop().unwrap();

    let second = Postgres::start(&home.0, Durability::Kept).unwrap();
    assert_eq!(psql(&second, "maillon", "select n from kept"), "41");
    let attached = Postgres::start(&home.0, Durability::Kept).unwrap();
    assert_eq!(attached.url("a", "b"), second.url("a", "b"), "a running cluster is used as it is");
    second.stop().unwrap();
}

/// What `maillon serve` says when it is started on this cluster, and that it does not start.
fn refusal_to_serve(cluster: &Postgres) -> String {
    refusal_to_serve_as(cluster, "maillon_app")
}

fn refusal_to_serve_as(cluster: &Postgres, role: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_maillon"))
        .arg("serve")
        .env_remove("DATABASE_URL")
        .env("MAILLON_APP_URL", cluster.url(role, "maillon"))
        .env("MAILLON_PLATFORM_URL", cluster.url("maillon_platform", "maillon"))
        .env("MAILLON_SECRET", "0123456789abcdef".repeat(4))
        .output()
        .unwrap();
    assert!(!output.status.success(), "it started");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn d14_a_server_that_may_lose_what_it_acknowledged_is_named_and_nothing_starts_on_it() {
    let home = Home::new("unsafe");
    let cluster = Postgres::start(&home.0, Durability::Disposable).unwrap();
    cluster.ensure_database("maillon").unwrap();
    database::migrate::migrate(&cluster.url("postgres", "maillon")).await.unwrap();
    let app = cluster.url("maillon_app", "maillon");
    let said = refusal_to_serve(&cluster);
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        let finding = format!("the server runs with {setting} = off");
        assert!(said.contains(&finding), "{said}");
        assert!(database::lint::durability(&app).await.unwrap().iter().any(|found| found.contains(&finding)));
    }
    // One alone is enough; a working role that is more than that, too.
    psql(&cluster, "maillon", "alter role maillon_app set synchronous_commit = on; alter role maillon_app bypassrls");
    let said = refusal_to_serve(&cluster);
    assert!(said.contains("fsync = off") && !said.contains("synchronous_commit"), "{said}");
    assert!(said.contains("maillon_app bypasses row-level security"), "{said}");
    cluster.stop().unwrap();

    let home = Home::new("safe");
    let cluster = Postgres::start(&home.0, Durability::Kept).unwrap();
    assert_eq!(database::lint::durability(&cluster.url("postgres", "postgres")).await.unwrap(), Vec::<String>::new());
    cluster.stop().unwrap();
}

#[tokio::test]
async fn d14_nothing_starts_with_a_login_that_may_too_much_or_on_a_table_that_guards_nothing() {
    let home = Home::new("too-much");
    let cluster = Postgres::start(&home.0, Durability::Kept).unwrap();
    cluster.ensure_database("maillon").unwrap();
    database::migrate::migrate(&cluster.url("postgres", "maillon")).await.unwrap();
    let said = refusal_to_serve_as(&cluster, "postgres");
    for danger in ["is a superuser", "owns the database"] {
        assert!(said.contains(&format!("the role postgres {danger}")), "{said}");
    }
    psql(&cluster, "maillon", "alter table listing no force row level security");
    let said = refusal_to_serve(&cluster);
    assert!(said.contains("row-level security not enabled and forced: listing"), "{said}");
    cluster.stop().unwrap();
}

#[test]
fn two_copies_run_side_by_side() {
    let (left, right) = (Home::new("left"), Home::new("right"));
    let one = Postgres::start(&left.0, Durability::Disposable).unwrap();
    let two = Postgres::start(&right.0, Durability::Disposable).unwrap();
    psql(&one, "postgres", "create table here (n int)");
    assert_eq!(psql(&two, "postgres", "select to_regclass('here') is null"), "t");
    one.stop().unwrap();
    assert_eq!(psql(&two, "postgres", "select 1"), "1", "stopping one leaves the other alone");
    two.stop().unwrap();
}

#[test]
fn redis_is_found_again_and_goes_when_asked() {
    let home = Home::new("redis");
    let Some(first) = Redis::start(&home.0) else { return };
    let again = Redis::start(&home.0).unwrap();
    assert_eq!(first.url(), again.url());
    let socket = first.url().replace("redis+unix://", "");
    first.stop();
    let mut tries = 0;
    while std::os::unix::net::UnixStream::connect(&socket).is_ok() {
        tries += 1;
        assert!(tries < 100_000, "it is still there");
        std::thread::yield_now();
    }
}
