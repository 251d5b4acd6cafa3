//! What a crate declares to use, against what its sources name.

use crate::sources::Source;
use serde_json::Value;
use std::collections::BTreeSet;

/// A dependency as a manifest declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The crate that declares it.
    pub by: String,
    /// Its folder, from the root.
    pub folder: String,
    /// What it declares to use, as the sources write it.
    pub name: String,
    /// Whether only for its tests.
    pub for_tests: bool,
}

/// Everything that any manifest of the tree declares.
pub fn declared() -> Result<Vec<Declared>, Box<dyn std::error::Error>> {
    let metadata = crate::arrows::metadata()?;
    let root = crate::root();
    let mut all = Vec::new();
    for package in metadata.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let manifest = text(package, "manifest_path").unwrap_or_default();
        let folder = std::path::Path::new(&manifest).parent().and_then(|folder| folder.strip_prefix(&root).ok());
        let folder = folder.map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
        for dependency in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            all.push(Declared {
                by: text(package, "name").unwrap_or_default(),
                folder: folder.clone(),
                name: text(dependency, "name").unwrap_or_default().replace('-', "_"),
                for_tests: text(dependency, "kind").as_deref() == Some("dev"),
            });
        }
    }
    Ok(all)
}

/// The declarations that no source needs, as sentences: named nowhere, or only by tests where tests alone would do.
pub fn unused(all: &[Declared], sources: &[Source]) -> Vec<String> {
    let named = |declared: &Declared, tests: bool| {
        let of_tests = ["tests", "benches", "examples"].map(|folder| format!("{}/{folder}/", declared.folder));
        sources
            .iter()
            .filter(|source| source.path.starts_with(&format!("{}/", declared.folder)))
            .filter(|source| tests || !of_tests.iter().any(|folder| source.path.starts_with(folder.as_str())))
            .any(|source| names(&source.text, &declared.name) || borrowed(source, sources, &declared.name))
    };
    let mut found = Vec::new();
    for declared in all {
        let Declared { by, name, .. } = declared;
        if !named(declared, true) {
            found.push(format!("{by} declares {name} and never names it"));
        } else if !declared.for_tests && !named(declared, false) {
            found.push(format!("{by} declares {name} for use, and only its tests name it"));
        }
    }
    found
}

/// The versions of the root manifest that no crate declares.
pub fn unclaimed(root_manifest: &str, all: &[Declared]) -> Vec<String> {
    let claimed: BTreeSet<&str> = all.iter().map(|declared| declared.name.as_str()).collect();
    let section = root_manifest.split("[workspace.dependencies]").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split_once('=').map(|(name, _)| name.trim().to_owned()));
    names.filter(|name| !name.starts_with('#') && !claimed.contains(name.replace('-', "_").as_str())).collect()
}

/// Whether a file of another crate that this one takes in (`#[path = "…"]`) names it.
fn borrowed(source: &Source, sources: &[Source], name: &str) -> bool {
    let paths = source.text.split("#[path = \"").skip(1).filter_map(|rest| rest.split('"').next());
    let files = paths.filter_map(|path| path.rsplit("../").next());
    files
        .into_iter()
        .any(|file| sources.iter().any(|other| other.path.ends_with(&format!("/{file}")) && names(&other.text, name)))
}

/// Whether a text names a crate: `name::`, `use name;`, `use name as`.
fn names(text: &str, name: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
        let whole = !before.ends_with(word) && !before.ends_with("::") && !before.ends_with('.');
        let imported = before.ends_with("use ") && (after.starts_with(';') || after.starts_with(" as "));
        whole && (after.starts_with("::") || imported)
    })
}
