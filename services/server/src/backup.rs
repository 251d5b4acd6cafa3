//! A backup and its return (bars R4, R6). A folder holds everything but the sealing key:
//!
//! - `maillon.dump`: PostgreSQL's own format, of one moment, taken by a role that sees every row or not at all;
//! - `anchors/`, `erasures/`, `removals/`: what is kept outside the database (`workers::anchors`, `::erasures`, `::removals`);
//! - `manifest.json`: when, how many rows of each table, the dump's SHA-256. Written last: a folder without one is no backup.

mod programs;
mod restore;

pub use restore::{Restored, restore};

use crate::ground::{Failure, to_hex};
use database::backup::{Counts, Snapshot};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

/// The dump's name in a backup.
const DUMP: &str = "maillon.dump";
/// The manifest's name in a backup.
const MANIFEST: &str = "manifest.json";
/// The folders that are kept outside the database.
const RECORDS: [&str; 3] = ["anchors", "erasures", "removals"];

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made.
    pub made_at: Timestamp,
    /// The program that made it.
    pub version: String,
    /// Rows of each table.
    pub rows: Counts,
    /// Of the dump, hexadecimal.
    pub sha256: String,
}

/// Makes a backup in `into`, as the role behind `url`; `data` is the folder in which records are kept.
///
/// # Errors
/// Where the folder holds something already; where the role does not see every row; where a program fails.
pub async fn backup(url: &str, data: &Path, into: &Path, now: Timestamp) -> Result<Manifest, Failure> {
    if into.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", into.display()).into());
    }
    std::fs::create_dir_all(into)?;
    let snapshot = Snapshot::open(url).await.map_err(|error| format!("not every row can be seen: {error}"))?;
    let (dump, name, owned) = (into.join(DUMP), snapshot.name.clone(), url.to_owned());
    let file = dump.clone();
    let dumped = tokio::task::spawn_blocking(move || programs::dump(&owned, &name, &file)).await?;
    let rows = snapshot.counts.clone();
    snapshot.close().await?;
    dumped?;
    for folder in RECORDS {
        copy_folder(&data.join(folder), &into.join(folder))?;
    }
    let manifest = Manifest { made_at: now, version: env!("CARGO_PKG_VERSION").to_owned(), rows, sha256: sum(&dump)? };
    std::fs::write(into.join(MANIFEST), serde_json::to_vec_pretty(&manifest)?)?;
    Ok(manifest)
}

/// The manifest of the backup in `from`, if its dump is what was written.
pub(crate) fn manifest(from: &Path) -> Result<Manifest, Failure> {
    let path = from.join(MANIFEST);
    let text = std::fs::read(&path).map_err(|error| format!("{}: {error}: this is no whole backup", path.display()))?;
    let manifest: Manifest = serde_json::from_slice(&text)?;
    if sum(&from.join(DUMP))? != manifest.sha256 {
        return Err("the dump is not what was written: its SHA-256 differs from the manifest".into());
    }
    Ok(manifest)
}

fn sum(file: &Path) -> Result<String, Failure> {
    let mut file = File::open(file)?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(to_hex(&hasher.finalize()));
        }
        hasher.update(buffer.get(..read).unwrap_or_default());
    }
}

/// Files only; a folder that is not there is an empty one.
fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(to)?;
    let Ok(entries) = from.read_dir() else { return Ok(()) };
    for entry in entries {
        let path: PathBuf = entry?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
