//! Files below a folder of our own: written beside their place, flushed, and moved there, so that no half file is ever found.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// How a new file is opened. Another than [`fresh`] only where a test wants a disk that is full.
pub(crate) type Opening = fn(&Path) -> io::Result<File>;

/// A new file that nobody but us reads.
pub(crate) fn fresh(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)
}

/// Writes a whole file, or none.
pub(crate) fn put(folder: &Path, name: &str, bytes: &[u8], open: Opening) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{name}.part"));
    gone(fs::remove_file(&beside))?;
    let written = write(&beside, bytes, open).and_then(|()| fs::rename(&beside, folder.join(name)));
    if let Err(error) = written {
        // The error that matters is the first.
        let _left = fs::remove_file(&beside);
        return Err(error);
    }
    File::open(folder)?.sync_all()
}

fn write(path: &Path, bytes: &[u8], open: Opening) -> io::Result<()> {
    let mut file = open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A file, if it is there.
pub(crate) fn get(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// What was not there is gone as well.
pub(crate) fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
