//! Where each community's journal ended, kept outside the database: a journal whose tail was cut off cannot hide it (bar R2).
//!
//! Every hour, one file a community (`<community>.json`), and a line of the log at the target `maillon::anchor`, which belongs on
//! another machine. What is kept is compared before it is replaced: a journal that no longer holds it is told at once, and the
//! file stays as it was.

use crate::context::Context;
use crate::outcome::Trouble;
use community::journal::{self, Anchor};
use data_encoding::HEXLOWER;
use kernel::{Caller, CommunityId};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Keeps the community's anchor. Failing stops nothing else.
pub(crate) async fn keep(context: &Context, community: CommunityId) {
    if let Err(trouble) = try_keep(context, community).await {
        tracing::error!(target: "maillon::anchor", %community, %trouble, "the journal's end could not be kept");
    }
}

async fn try_keep(context: &Context, community: CommunityId) -> Result<(), Trouble> {
    let folder = context.anchors();
    let kept = match &folder {
        Some(folder) => read(folder, community)?,
        None => None,
    };
    match journal::anchor(&context.db, &Caller::house(community), kept.as_ref()).await? {
        Ok(None) => Ok(()),
        Ok(Some(anchor)) => {
            let mac = HEXLOWER.encode(&anchor.mac);
            tracing::info!(target: "maillon::anchor", %community, seq = anchor.seq, mac, "the journal ends here");
            match &folder {
                Some(folder) if kept.as_ref() != Some(&anchor) => Ok(write(folder, community, &anchor)?),
                _ => Ok(()),
            }
        }
        Err(broken) => Err(Trouble::new(broken)),
    }
}

/// What was kept of this community's journal in `folder`; nothing when nothing was.
///
/// # Errors
/// Where there is a file that does not read.
pub fn read(folder: &Path, community: CommunityId) -> Result<Option<Anchor>, std::io::Error> {
    let text = match std::fs::read_to_string(file(folder, community)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let damaged = || std::io::Error::other(format!("the anchor of {community} does not read"));
    let value: Value = serde_json::from_str(&text).map_err(|_| damaged())?;
    let seq = value.get("seq").and_then(Value::as_i64);
    let mac = value.get("mac").and_then(Value::as_str).and_then(|mac| HEXLOWER.decode(mac.as_bytes()).ok());
    let (seq, mac) = seq.zip(mac).ok_or_else(damaged)?;
    Ok(Some(Anchor { seq, mac }))
}

/// Whole or not at all: written beside, then moved into its place.
fn write(folder: &Path, community: CommunityId, anchor: &Anchor) -> Result<(), std::io::Error> {
    std::fs::create_dir_all(folder)?;
    let path = file(folder, community);
    let beside = path.with_extension("new");
    let text = json!({ "community": community, "seq": anchor.seq, "mac": HEXLOWER.encode(&anchor.mac) }).to_string();
    std::fs::write(&beside, text)?;
    std::fs::rename(beside, path)
}

/// Forgets what was kept of a community that is gone.
pub(crate) fn forget(context: &Context, community: CommunityId) -> Result<(), std::io::Error> {
    let Some(folder) = context.anchors() else { return Ok(()) };
    crate::removals::gone(std::fs::remove_file(file(&folder, community)))
}

fn file(folder: &Path, community: CommunityId) -> PathBuf {
    folder.join(format!("{community}.json"))
}
