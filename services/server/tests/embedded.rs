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
