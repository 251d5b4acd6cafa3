//! The database from the owner's side, through its own tool: filling it, and counting what it was asked.

use crate::{embedded::binaries, ground::Failure};
use kernel::{CommunityId, ListingId};
use std::{
    io::Write,
    process::{Command, Stdio},
};
use uuid::Uuid;

const FILL: &str = include_str!("../../bench/fill.sql");
const TRUST: &str = include_str!("../../bench/trust.sql");
const MATCHING: &str = include_str!("../../bench/matching.sql");
const BEGIN_MATCHING: &str = "begin;\nset local session_replication_role = replica;\n\
    create temporary table said (place bigint, direction text, kind text, title text, body text);\n";
const BEGIN_TRUST: &str = "begin;\nset local session_replication_role = replica;\n\
    create temporary table newcomer (number int primary key, id uuid, founder boolean, days int);\n\
    create temporary table word (sponsor int, member int);\n";

/// For every community there is, so many members and so many listings, which are shared out among them evenly.
pub fn fill(owner_url: &str, members: u32, listings: u32) -> Result<(), Failure> {
    let (members, each) = (format!("members={members}"), format!("each={listings}"));
    run(owner_url, &["-v", &members, "-v", &each], FILL).map(drop)
}

/// The applicant whom [`trust`] brings in.
pub(super) const APPLICANT: Uuid = Uuid::from_u128(0x6d61_696c_4000_4000_9000_0000_0000_0000);

/// Brings a grown community in; `rows` copies into `newcomer` and `word`. Foreign keys are not looked at again.
pub(super) fn trust(owner_url: &str, community: CommunityId, rows: &str) -> Result<(), Failure> {
    let sql = format!("{BEGIN_TRUST}{rows}{TRUST}");
    let (community, applicant) = (format!("community={community}"), format!("applicant={APPLICANT}"));
    run(owner_url, &["-v", &community, "-v", &applicant], &sql).map(drop)
}

/// Fills a community with open listings; `rows` copies into `said`. What finds them by their words is left out.
pub(super) fn matching(owner_url: &str, slug: &str, listings: u32, rows: &str) -> Result<(), Failure> {
    let sql = format!("{BEGIN_MATCHING}{rows}{MATCHING}");
    let (slug, listings) = (format!("slug={slug}"), format!("listings={listings}"));
    run(owner_url, &["-v", &slug, "-v", &listings], &sql).map(drop)
}

/// The newest open listings of a community.
pub(super) fn newest(owner_url: &str, slug: &str, most: usize) -> Result<Vec<ListingId>, Failure> {
    let sql = format!(
        "select l.id from listing l join community c on c.id = l.community_id
         where c.slug = '{slug}' and l.state = 'open' order by l.created_at desc limit {most}"
    );
    Ok(run(owner_url, &["-At"], &sql)?.lines().map(str::parse).collect::<Result<_, _>>()?)
}

/// How long so many changes of one row took, milliseconds each, committed one after the other: little but the disk.
pub(super) fn commits(owner_url: &str, times: usize) -> Result<Vec<f64>, Failure> {
    let one = "update measured set times = times + 1;\n".repeat(times);
    let sql = format!(
        "create table measured (times int);\ninsert into measured values (0);\n\\timing on\n{one}\\timing off\ndrop table measured;\n"
    );
    let told = run(owner_url, &["-At"], &sql)?;
    let time = |line: &str| line.strip_prefix("Time: ")?.split_whitespace().next()?.parse().ok();
    Ok(told.lines().filter_map(time).collect())
}

/// Lets the server count statements; holds after its next start.
pub fn count_statements_from_the_next_start(owner_url: &str) -> Result<(), Failure> {
    run(owner_url, &[], "alter system set shared_preload_libraries = 'pg_stat_statements'").map(drop)
}

/// Statements of the working role so far, those that begin and end transactions included.
pub(super) fn statements(owner_url: &str) -> Result<u64, Failure> {
    let sum = "select coalesce(sum(calls), 0)::bigint from pg_stat_statements \
               where userid = (select oid from pg_roles where rolname = 'maillon_app')";
    Ok(run(owner_url, &["-At"], sum)?.trim().parse()?)
}

fn run(owner_url: &str, options: &[&str], sql: &str) -> Result<String, Failure> {
    let program = binaries::postgres().map(|bin| bin.join("psql")).filter(|program| program.is_file());
    let mut psql = Command::new(program.ok_or("psql is not installed")?)
        .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", owner_url])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    psql.stdin.take().ok_or("psql does not listen")?.write_all(sql.as_bytes())?;
    let output = psql.wait_with_output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(format!("psql: {}", String::from_utf8_lossy(&output.stderr)).into())
}
