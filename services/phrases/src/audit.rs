//! For tests of other crates: which sentences do their templates and sources ask for, and which of them are missing?

use crate::catalogue;
use kernel::Language;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The areas, which are also the names of the files and the beginnings of the keys.
pub const AREAS: &[&str] = &[
    "account",
    "asking",
    "audience",
    "bulletin",
    "health",
    "hosting",
    "household",
    "how",
    "outing",
    "owner",
    "passkey",
    "places",
    "policy",
    "journal",
    "mandate",
    "example",
    "fairness",
    "group",
    "me",
    "vouching",
    "requests",
    "reservation",
    "members",
    "common",
    "visitor",
    "join",
    "waiting",
    "home",
    "listing",
    "map",
    "matches",
    "searches",
    "conversation",
    "standing",
    "steward",
    "settings",
    "launch",
    "operator",
    "refusal",
    "letters",
    "notice",
    "api",
    "gallery",
    "landing",
    "stop",
    "signin",
    "inbox",
    "linkage",
    "notifications",
    "named",
    "urgent",
    "reserved",
];

/// Every key that the templates (`t("…"`, `t1("…"` …) and sources (any text that looks like a key) below `folder`
/// name, in order.
pub fn keys_named_in(folder: &Path) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    visit(folder, &mut keys);
    keys
}

/// The keys that `folder` names and some language lacks, as `fr: home-title`.
pub fn missing_below(folder: &Path) -> Vec<String> {
    let keys = keys_named_in(folder);
    let lacks = |language: Language, key: &str| !catalogue::knows(language, key);
    Language::ALL
        .iter()
        .flat_map(|language| keys.iter().map(move |key| (*language, key)))
        .filter(|(language, key)| lacks(*language, key))
        .map(|(language, key)| format!("{}: {key}", language.code()))
        .collect()
}

fn visit(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            visit(&path, keys);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => keys.extend(quoted(&text).filter(|word| is_key(word)).map(str::to_owned)),
            Some("html" | "txt" | "mjml" | "xml") => keys.extend(asked(&text)),
            _ => {}
        }
    }
}

/// Whatever stands between double quotes on one line.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// Keys given to `t(`, `t1(`, `t2(` and `tn(`, and other texts that look like keys (arguments of macros).
fn asked(text: &str) -> impl Iterator<Item = String> + '_ {
    let calls = ["t(\"", "t1(\"", "t2(\"", "tn(\""];
    let called = calls
        .into_iter()
        .flat_map(|call| text.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    called.filter(|key| key.contains('-'))
}

fn is_key(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let area = word.split('-').next().unwrap_or_default();
    plain && word.contains('-') && !word.ends_with('-') && AREAS.contains(&area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_templates_and_sources() {
        let found: Vec<String> =
            asked(r#"<h1>{{ shell.t("home-title") }}</h1> {{ w.t1("home-hello", "name", n) }}"#).collect();
        assert_eq!(found, ["home-title", "home-hello"]);
        let line = r#"words.t(if x { "join-a" } else { "join-b" }); path("/join-us"); "home--" ; "other-thing""#;
        let found: Vec<&str> = quoted(line).filter(|word| is_key(word)).collect();
        assert_eq!(found, ["join-a", "join-b"]);
    }
}
