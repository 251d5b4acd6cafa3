//! One private PostgreSQL for all tests of a checkout: the first test that needs it starts it, `test-services stop`
//! (or nobody) stops it.

use server::embedded::{Durability, Servers};
use std::{
    env,
    fs::{File, OpenOptions},
    path::PathBuf,
    sync::OnceLock,
};

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    let ours = || root().join("target");
    env::var_os("CARGO_TARGET_DIR").map_or_else(ours, |set| root().join(set))
}

/// The repository's folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap().to_owned()
}

/// Where the tests' servers keep their files.
pub fn home() -> PathBuf {
    target().join("test-services")
}

/// The servers of this process; held until it ends, so that nobody stops them meanwhile.
pub fn servers() -> &'static Servers {
    static SERVERS: OnceLock<Servers> = OnceLock::new();
    SERVERS.get_or_init(|| Servers::enter(&home(), Durability::Disposable).unwrap())
}

/// Held while something is done that only one process may do at a time.
pub fn lock(name: &str) -> File {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(home().join(name)).unwrap();
    file.lock().unwrap();
    file
}
