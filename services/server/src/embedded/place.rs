//! Where a private server keeps its files and its socket.

use std::{
    env,
    path::{Path, PathBuf},
};

use super::{EmbeddedError, runner::Runner};

/// The kernel's limit for a socket's path is 104 to 108 bytes, and the server appends a file name of 14.
const LONGEST_SOCKET_DIRECTORY: usize = 88;

/// The folder for data: `home/name`, or a place under `/var/lib` when the server's user cannot walk down to `home`
/// (a checkout in root's own home, say).
pub(super) fn data(home: &Path, name: &str, runner: Runner) -> Result<PathBuf, EmbeddedError> {
    std::fs::create_dir_all(home).map_err(EmbeddedError::files(home))?;
    let home = home.canonicalize().map_err(EmbeddedError::files(home))?;
    let wished = home.join(name);
    if runner.can_reach(&wished) {
        return Ok(wished);
    }
    let elsewhere = Path::new("/var/lib/maillon").join(fingerprint(&home));
    std::fs::create_dir_all(&elsewhere).map_err(EmbeddedError::files(&elsewhere))?;
    Ok(elsewhere.join(name))
}

/// A short directory for sockets that belongs to this data and to nobody else.
pub(super) fn sockets(data: &Path, name: &str) -> Result<PathBuf, EmbeddedError> {
    let leaf = format!("maillon-{}-{name}", fingerprint(data));
    let runtime = env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|path| path.is_dir())
        .map(|path| path.join(&leaf))
        .filter(|path| fits(path));
    let path = runtime.unwrap_or_else(|| Path::new("/tmp").join(&leaf));
    if fits(&path) { Ok(path) } else { Err(EmbeddedError::PathTooLong(path)) }
}

fn fits(path: &Path) -> bool {
    path.as_os_str().len() <= LONGEST_SOCKET_DIRECTORY
}

/// FNV-1a over the path: stable between versions of the compiler, which the standard hasher does not promise.
fn fingerprint(path: &Path) -> String {
    let hash = path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:010x}", hash & 0xff_ffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_data_folders_have_two_socket_folders_of_a_length_that_fits() {
        let deep = PathBuf::from("/a/very/deep/folder".repeat(12));
        let first = sockets(&deep.join("one"), "postgres").unwrap();
        let second = sockets(&deep.join("two"), "postgres").unwrap();
        assert_ne!(first, second);
        assert!(fits(&first), "{} is too long", first.display());
    }
}
