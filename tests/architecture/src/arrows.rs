//! Who may use whom: the table of `architecture.md`, and what `cargo metadata` says is so.

use std::{collections::BTreeMap, process::Command};

/// A house crate and the house crates it may use. Read `a: b c` as "a knows b and c".
const HOUSE: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("trust", &[]),
    ("places", &["kernel"]),
    // Speaks to whom the owner of an installation named, and to nobody else.
    ("geocoder", &["kernel", "places"]),
    ("phrases", &["kernel"]),
    ("database", &["kernel"]),
    ("community", &["kernel", "database"]),
    // What is kept of pictures is told by those whose they are.
    ("pictures", &["kernel", "database"]),
    ("membership", &["kernel", "database", "community"]),
    // Everything below tells members what happened, hence `notice`.
    ("notice", &["kernel", "database"]),
    ("sponsorship", &["kernel", "database", "community", "membership", "notice", "trust"]),
    ("groups", &["kernel", "database", "community", "membership", "notice"]),
    // A listing can be for a group.
    ("exchange", &["kernel", "database", "community", "membership", "notice", "places", "pictures", "groups"]),
    // What is kept of whom: it reads and erases in the tables of all of them.
    ("privacy", &["kernel", "database", "community", "membership", "pictures"]),
    // A conversation is usually about a listing and names it.
    ("conversation", &["kernel", "database", "community", "membership", "notice", "exchange"]),
];

/// The doors: every crate of the house is open to them, no other door is.
const DOORS: &[&str] = &["web", "api", "graphql", "workers"];

/// Foreign crates that stay in their rooms.
const CONFINED: &[(&str, &[&str])] = &[
    (
        "sqlx",
        &[
            "database",
            "community",
            "membership",
            "notice",
            "sponsorship",
            "groups",
            "exchange",
            "conversation",
            "privacy",
        ],
    ),
    ("lettre", &["workers"]),
    // Foreign pixels are decoded in one place, and foreign files kept by it.
    ("image", &["pictures"]),
    ("object_store", &["pictures"]),
    // Whoever asks somebody outside does it in one of these, with its bounds.
    ("reqwest", &["pictures", "geocoder"]),
    ("petgraph", &["trust"]),
    ("redis", &["server", "database"]),
    ("poem", &["web", "api", "graphql", "server"]),
    ("poem-openapi", &["api"]),
    ("async-graphql", &["graphql"]),
    ("askama", &["web", "workers", "server"]),
];

/// What a crate of ours depends on when it is built for use (what only its tests use does not count).
pub type Dependencies = BTreeMap<String, Vec<String>>;

/// Asks cargo, without the network.
pub fn dependencies() -> Result<Dependencies, Box<dyn std::error::Error>> {
    let metadata = metadata()?;
    let packages = metadata.get("packages").and_then(|packages| packages.as_array()).ok_or("no packages")?;
    Ok(packages.iter().map(|package| (text(package, "name"), used_by(package))).collect())
}

/// What cargo says of the tree.
pub(crate) fn metadata() -> Result<serde_json::Value, Box<dyn std::error::Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(crate::root())
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn used_by(package: &serde_json::Value) -> Vec<String> {
    let all = package.get("dependencies").and_then(|list| list.as_array());
    let built = |dependency: &&serde_json::Value| dependency.get("kind").and_then(|kind| kind.as_str()) != Some("dev");
    all.into_iter().flatten().filter(built).map(|dependency| text(dependency, "name")).collect()
}

fn text(value: &serde_json::Value, key: &str) -> String {
    value.get(key).and_then(|text| text.as_str()).unwrap_or_default().to_owned()
}

/// The crates that only test the others; they may use what they like to look closely.
pub fn test_crates() -> std::io::Result<Vec<String>> {
    let entries = crate::root().join("tests").read_dir()?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Every arrow that the table forbids, as a sentence.
pub fn forbidden(all: &Dependencies, test_crates: &[String]) -> Vec<String> {
    let ours: Vec<&str> = all.keys().map(String::as_str).collect();
    let mut found = Vec::new();
    for (user, used) in all.iter().flat_map(|(user, list)| list.iter().map(move |used| (user.as_str(), used.as_str())))
    {
        if ours.contains(&used) && !allowed(user, used) {
            found.push(format!("{user} may not use {used}"));
        }
        let tests = test_crates.iter().any(|name| name == user);
        if !tests && CONFINED.iter().any(|(confined, rooms)| *confined == used && !rooms.contains(&user)) {
            found.push(format!("{used} may not be used in {user}"));
        }
    }
    found
}

fn allowed(user: &str, dependency: &str) -> bool {
    let house = HOUSE.iter().find(|(name, _)| *name == user);
    if let Some((_, may)) = house {
        return may.contains(&dependency);
    }
    let in_house = HOUSE.iter().any(|(name, _)| *name == dependency);
    match user {
        door if DOORS.contains(&door) => in_house,
        "server" => in_house || DOORS.contains(&dependency),
        // Test crates and the tools of the repository stand above everything.
        _ => !DOORS.contains(&user) && user != "server",
    }
}

/// The crates of the tree that no row of the table speaks about; test crates are known by their folder.
pub fn unlisted(all: &Dependencies, test_crates: &[String]) -> Vec<String> {
    let listed = |name: &String| {
        HOUSE.iter().any(|(house, _)| house == name)
            || DOORS.contains(&name.as_str())
            || ["server", "xtask"].contains(&name.as_str())
            || test_crates.contains(name)
    };
    all.keys().filter(|name| !listed(name)).cloned().collect()
}
