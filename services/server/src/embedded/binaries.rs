//! Where an installation keeps its programs.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The directory that holds `initdb`, `pg_ctl` and `postgres`, the newest version first where several are installed.
pub(crate) fn postgres() -> Option<PathBuf> {
    candidates()
        .into_iter()
        .find(|directory| ["initdb", "pg_ctl", "postgres"].iter().all(|program| directory.join(program).is_file()))
}

/// A program on `PATH` or in the usual places that a service's `PATH` leaves out.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let usual = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];
    search_path()
        .into_iter()
        .chain(usual.iter().map(PathBuf::from))
        .map(|directory| directory.join(program))
        .find(|file| file.is_file())
}

fn candidates() -> Vec<PathBuf> {
    let mut found = Vec::new();
    found.extend(env::var_os("PG_BIN").map(PathBuf::from));
    found.extend(pg_config());
    found.extend(versions("/usr/lib/postgresql", "bin"));
    for prefix in ["/opt/homebrew/opt", "/usr/local/opt"] {
        found.extend(versions(prefix, "bin"));
    }
    found.extend(search_path());
    found
}

fn pg_config() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(said.trim()))
}

/// `prefix/<version>/<leaf>`, newest first; under Homebrew the folders are called `postgresql@17`.
fn versions(prefix: &str, leaf: &str) -> Vec<PathBuf> {
    let Ok(entries) = Path::new(prefix).read_dir() else {
        return Vec::new();
    };
    let mut found: Vec<(u32, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let number = name.strip_prefix("postgresql@").unwrap_or(&name);
            Some((number.parse().ok()?, entry.path().join(leaf)))
        })
        .collect();
    found.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    found.into_iter().map(|(_, path)| path).collect()
}

fn search_path() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}
