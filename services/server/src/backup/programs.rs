//! PostgreSQL's own programs.

use crate::{embedded::binaries, ground::Failure};
use std::{path::Path, process::Command};

/// Dumps what the snapshot `name` shows into `file`. Not `--enable-row-security`: a role that does not see every row fails.
pub(super) fn dump(url: &str, name: &str, file: &Path) -> Result<(), Failure> {
    let mut command = program("pg_dump");
    command.args(["--format=custom", "--no-owner", "--snapshot", name, "--file"]).arg(file).arg("--dbname").arg(url);
    run(command)
}

/// Puts the dump in `file` into the empty database behind `url`: all of it, or nothing.
pub(super) fn restore(url: &str, file: &Path) -> Result<(), Failure> {
    let mut command = program("pg_restore");
    command.args(["--exit-on-error", "--single-transaction", "--no-owner", "--dbname", url]).arg(file);
    run(command)
}

fn program(name: &str) -> Command {
    let beside = binaries::postgres().map(|folder| folder.join(name)).filter(|file| file.is_file());
    let found = beside.or_else(|| binaries::on_path(name));
    Command::new(found.unwrap_or_else(|| name.into()))
}

fn run(mut command: Command) -> Result<(), Failure> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.env("LC_MESSAGES", "C").output().map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()).into())
}
