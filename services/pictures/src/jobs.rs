//! What has to happen to files later.

use database::{Job, Lane};
use kernel::PhotoId;
use serde::{Deserialize, Serialize};

/// Delete the files of photos whose rows are gone. Written in the transaction that took the rows (rule 10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropPhotos {
    /// Which.
    pub photos: Vec<PhotoId>,
}

impl Job for DropPhotos {
    const KIND: &'static str = "drop_photos";
    const LANE: Lane = Lane::Prompt;
}
