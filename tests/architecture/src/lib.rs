//! What the tree must look like, read from the tree itself: who may use whom ([`arrows`]), what is declared for
//! nothing ([`dependencies`]) and what no source may hold ([`sources`]). The tests beside this file are the checks; this is how they see.

pub mod arrows;
pub mod dependencies;
pub mod sources;

use std::path::PathBuf;

/// The repository's folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}
