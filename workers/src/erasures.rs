//! Who was erased, remembered outside the database: a backup that is older than an erasure would bring the person back, and whoever
//! restores it erases again by this list (bars P3, R4). Ids only: `<community>.txt`, a member a line; and a line of the log at the target
//! `maillon::erasure`, which belongs on another machine.

use crate::context::Context;
use kernel::{CommunityId, MemberId};
use std::fs::OpenOptions;
use std::io::{Error, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes the line, and waits until it is on the disk. Twice is harmless.
pub(crate) fn remember(context: &Context, community: CommunityId, member: MemberId) -> Result<(), Error> {
    tracing::info!(target: "maillon::erasure", %community, %member, "erased");
    let Some(folder) = context.erasures() else { return Ok(()) };
    std::fs::create_dir_all(&folder)?;
    let mut file = OpenOptions::new().create(true).append(true).open(file(&folder, community))?;
    file.write_all(format!("{member}\n").as_bytes())?;
    file.sync_all()
}

/// The members of this community that are remembered in `folder`.
///
/// # Errors
/// Where the list does not read.
pub fn remembered(folder: &Path, community: CommunityId) -> Result<Vec<MemberId>, Error> {
    let text = match std::fs::read_to_string(file(folder, community)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let member = |line: &str| line.parse().map_err(|_| Error::other(format!("no member: {line}")));
    text.lines().filter(|line| !line.is_empty()).map(member).collect()
}

/// Forgets the list of a community that is gone: nobody of it is left to come back.
pub(crate) fn forget(context: &Context, community: CommunityId) -> Result<(), Error> {
    let Some(folder) = context.erasures() else { return Ok(()) };
    crate::removals::gone(std::fs::remove_file(file(&folder, community)))
}

fn file(folder: &Path, community: CommunityId) -> PathBuf {
    folder.join(format!("{community}.txt"))
}
