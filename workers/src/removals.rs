//! Which communities were removed, remembered outside the database: a backup that is older than a removal would bring one back, and
//! whoever restores it removes it again by this list (bars T13, R4). Ids only: `removed.txt`, a community a line; and a line of the
//! log at the target `maillon::erasure`, which belongs on another machine.

use crate::context::Context;
use kernel::CommunityId;
use std::fs::OpenOptions;
use std::io::{Error, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes the line, and waits until it is on the disk. Twice is harmless.
pub(crate) fn remember(context: &Context, community: CommunityId) -> Result<(), Error> {
    tracing::info!(target: "maillon::erasure", %community, "removed");
    let Some(folder) = context.removals() else { return Ok(()) };
    std::fs::create_dir_all(&folder)?;
    let mut file = OpenOptions::new().create(true).append(true).open(file(&folder))?;
    file.write_all(format!("{community}\n").as_bytes())?;
    file.sync_all()
}

/// The communities that are remembered in `folder`.
///
/// # Errors
/// Where the list does not read.
pub fn remembered(folder: &Path) -> Result<Vec<CommunityId>, Error> {
    let text = match std::fs::read_to_string(file(folder)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let community = |line: &str| line.parse().map_err(|_| Error::other(format!("no community: {line}")));
    text.lines().filter(|line| !line.is_empty()).map(community).collect()
}

/// What was not there is gone as well.
pub(crate) fn gone(removed: Result<(), Error>) -> Result<(), Error> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

fn file(folder: &Path) -> PathBuf {
    folder.join("removed.txt")
}
