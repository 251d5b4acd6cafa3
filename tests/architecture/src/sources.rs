//! The files of the tree, as git knows them (committed, or about to be).

use std::{path::Path, process::Command};

/// A text file of the repository.
#[derive(Debug)]
pub struct Source {
    /// Its path from the root, with forward slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Every text file that is committed or could be; what git ignores is not looked at.
pub fn all() -> Result<Vec<Source>, Box<dyn std::error::Error>> {
    let root = crate::root();
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(&root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let names = String::from_utf8(output.stdout)?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).filter_map(|name| read(&root, name)).collect())
}

/// The Rust files among them.
pub fn rust() -> Result<Vec<Source>, Box<dyn std::error::Error>> {
    Ok(all()?.into_iter().filter(|source| Path::new(&source.path).extension().is_some_and(|end| end == "rs")).collect())
}

/// Deleted and binary files have no text.
fn read(root: &Path, name: &str) -> Option<Source> {
    let text = std::fs::read_to_string(root.join(name)).ok()?;
    Some(Source { path: name.to_owned(), text })
}
