//! What somebody sends, until it was looked at: on the disk and not in memory, however many send at once, and without a name, so
//! that nothing is left of it however this ends.

use crate::{PictureError, disk::Opening, limits};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write as _};
use std::path::Path;

/// A picture on its way in.
#[derive(Debug)]
pub struct Negative {
    file: File,
    bytes: u64,
    beginning: Vec<u8>,
    digest: Sha256,
}

impl Negative {
    pub(crate) fn begin(folder: &Path, name: &str, open: Opening) -> Result<Self, PictureError> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(name);
        let file = open(&path)?;
        // From here on only this process can reach it.
        std::fs::remove_file(&path)?;
        Ok(Self { file, bytes: 0, beginning: Vec::new(), digest: Sha256::new() })
    }

    /// The next bytes.
    ///
    /// # Errors
    /// [`PictureError::TooHeavy`] with the first byte that is too many; [`PictureError::Full`] where there is no room.
    pub fn take(&mut self, chunk: &[u8]) -> Result<(), PictureError> {
        self.bytes = self.bytes.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if self.bytes > limits::BYTES {
            return Err(PictureError::TooHeavy);
        }
        if self.beginning.len() < 12 {
            self.beginning.extend(chunk.iter().take(12));
        }
        self.digest.update(chunk);
        Ok(self.file.write_all(chunk)?)
    }

    /// How many bytes were taken.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 of what was taken.
    pub fn digest(&self) -> [u8; 32] {
        self.digest.clone().finalize().into()
    }

    /// The first bytes, to see what it claims to be.
    pub(crate) fn beginning(&self) -> &[u8] {
        &self.beginning
    }

    /// The file, to be read from its beginning.
    pub(crate) fn into_file(mut self) -> Result<File, PictureError> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(self.file)
    }
}
