//! A backup comes back, and is looked at before anybody relies on it.

use super::{DUMP, RECORDS, copy_folder, manifest, programs};
use crate::ground::Failure;
use community::journal;
use database::{Db, backup, lint};
use kernel::{Caller, CommunityId, MemberId};
use std::{collections::BTreeSet, path::Path};

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Restored {
    /// Rows, as many as the manifest says.
    pub rows: i64,
    /// Communities, each with a journal that holds.
    pub communities: usize,
    /// People who had been erased, and were erased again.
    pub erased_again: usize,
    /// Communities that had been removed, and were removed again.
    pub removed_again: usize,
}

/// Puts the backup in `from` into the empty database behind `owner_url`, and looks: as many rows of each table as there were, a catalogue
/// without findings, every journal whole and up to its anchor. Then erases and removes again whoever and whatever is remembered in the backup or in `data`,
/// and keeps the records there. `db` is the same database as the working roles see it.
///
/// # Errors
/// The first thing that is not as it was.
pub async fn restore(owner_url: &str, db: &Db, from: &Path, data: &Path) -> Result<Restored, Failure> {
    let manifest = manifest(from)?;
    if !backup::counts(owner_url).await?.is_empty() {
        return Err("the database is not empty: a backup is put into an empty one".into());
    }
    backup::prepare_roles(owner_url).await?;
    let (url, file) = (owner_url.to_owned(), from.join(DUMP));
    tokio::task::spawn_blocking(move || programs::restore(&url, &file)).await??;
    let rows = backup::counts(owner_url).await?;
    if rows != manifest.rows {
        return Err(format!("the rows are not those of the manifest: {rows:?} instead of {:?}", manifest.rows).into());
    }
    let findings = lint::catalogue(owner_url).await?;
    if !findings.is_empty() {
        return Err(format!("the catalogue is not safe: {}", findings.join("; ")).into());
    }
    let mut restored = Restored { rows: rows.values().sum(), ..Restored::default() };
    for community in community::views::all(db).await? {
        look_at_journal(db, community, from).await?;
        restored.communities += 1;
        restored.erased_again += erase_again(db, community, [from, data]).await?;
    }
    restored.removed_again = remove_again(db, [from, data]).await?;
    keep_records(from, data)?;
    Ok(restored)
}

async fn look_at_journal(db: &Db, community: CommunityId, from: &Path) -> Result<(), Failure> {
    let kept = workers::anchors::read(&from.join("anchors"), community)?;
    // The anchor may be a little younger than the moment of the dump; what it says of entries that are there must be true.
    let house = Caller::house(community);
    let end = journal::verify(db, &house, &[]).await?.map_err(|broken| format!("{community}: {broken}"))?;
    let comparable: Vec<_> = kept.into_iter().filter(|anchor| anchor.seq <= end.seq).collect();
    journal::verify(db, &house, &comparable).await?.map_err(|broken| format!("{community}: {broken}"))?;
    Ok(())
}

async fn erase_again(db: &Db, community: CommunityId, records: [&Path; 2]) -> Result<usize, Failure> {
    let mut members: Vec<MemberId> = Vec::new();
    for folder in records {
        members.extend(workers::erasures::remembered(&folder.join("erasures"), community)?);
    }
    members.sort_unstable();
    members.dedup();
    let mut done = 0;
    for member in members {
        done += usize::from(privacy::erase::erase_again(db, &Caller::house(community), member).await?);
    }
    Ok(done)
}

async fn remove_again(db: &Db, records: [&Path; 2]) -> Result<usize, Failure> {
    let mut communities = BTreeSet::new();
    for folder in records {
        communities.extend(workers::removals::remembered(&folder.join("removals"))?);
    }
    let mut done = 0;
    for community in communities {
        done += usize::from(privacy::removal::remove_again(db, &Caller::house(community)).await?);
    }
    Ok(done)
}

/// The backup's records, where this installation has none of its own: those are younger.
fn keep_records(from: &Path, data: &Path) -> Result<(), Failure> {
    for folder in RECORDS {
        if !data.join(folder).exists() {
            copy_folder(&from.join(folder), &data.join(folder))?;
        }
    }
    Ok(())
}
