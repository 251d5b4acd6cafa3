//! The database alone.

use super::Figures;
use crate::{embedded::binaries, ground::Failure};
use kernel::CommunityId;
use std::{process::Command, time::Duration};

const SCRIPT: &str = include_str!("../../bench/newest.sql");

/// Runs the script over `connections` for `lasting`, as the role in `url`.
pub(super) fn run(
    url: &str,
    community: CommunityId,
    connections: usize,
    lasting: Duration,
) -> Result<Figures, Failure> {
    let program = binaries::postgres().map(|bin| bin.join("pgbench")).filter(|program| program.is_file());
    let program = program.ok_or("pgbench is not installed")?;
    let file = std::env::temp_dir().join(format!("maillon-bench-{}.sql", std::process::id()));
    std::fs::write(&file, SCRIPT.replace(":community", &community.to_string()))?;
    let output = Command::new(program)
        .args(["--no-vacuum", "--protocol", "prepared", "--jobs", "2", "--client", &connections.to_string()])
        .args(["--time", &lasting.as_secs().max(1).to_string()])
        .arg("--file")
        .arg(&file)
        .arg(url)
        .output()?;
    std::fs::remove_file(&file)?;
    let said = String::from_utf8_lossy(&output.stdout);
    let number = |before: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(before))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    let read = number("tps = ").zip(number("latency average = "));
    let (per_second, average) = read.ok_or_else(|| format!("pgbench: {}", String::from_utf8_lossy(&output.stderr)))?;
    Ok(Figures { per_second, median: Duration::from_secs_f64(average / 1_000.0), p99: None })
}
