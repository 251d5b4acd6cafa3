//! Claims about all templates and sources of the HTML door, read as text.

#[cfg(test)]
mod claims {
    use chrono_tz::Tz;
    use kernel::Language;
    use phrases::{Words, audit};
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn here(folder: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
    }

    fn templates(folder: &Path) -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(templates(&path));
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
        found
    }

    #[test]
    fn every_sentence_a_page_asks_for_exists_in_every_language() {
        for folder in ["templates", "src"] {
            let missing = audit::missing_below(&here(folder));
            assert!(missing.is_empty(), "{folder}: {missing:#?}");
        }
    }

    /// The list of what is to be corrected says which question it speaks of; the gallery of parts is no form.
    #[test]
    fn x8_every_question_has_a_short_name_in_every_language() {
        let mut questions = BTreeSet::new();
        for (path, text) in templates(&here("templates")) {
            if !path.ends_with("gallery.html") {
                for call in [".field(\"", ".choices(\"", ".tick(\""] {
                    questions.extend(between(&text, call).into_iter().map(str::to_owned));
                }
            }
        }
        assert!(questions.len() > 30, "{questions:?}");
        for language in Language::ALL {
            let words = Words::new(language, Tz::UTC);
            let nameless: Vec<&String> =
                questions.iter().filter(|question| words.find(&format!("named-{question}")).is_none()).collect();
            assert!(nameless.is_empty(), "{language:?}: {nameless:?}");
        }
    }

    #[test]
    fn w2_no_template_holds_inline_style_script_or_handler() {
        for (path, text) in templates(&here("templates")) {
            for forbidden in
                [" style=", "<style", "<script", "javascript:", " onclick=", " onload=", " onsubmit=", "|safe"]
            {
                assert!(!text.contains(forbidden), "{} holds {forbidden}", path.display());
            }
        }
    }

    /// Which page has which script: the passkey's where a device is asked for one; the map's two, of which one is Leaflet as it was
    /// published; that of towns where a town is typed. What is ours writes no markup; the passkey's calls nobody, the map's fetches one file
    /// of ours, that of towns asks this very host: it waits before it asks, before it gives a question up, and before it tells the answer.
    #[test]
    fn w2_six_pages_have_scripts_and_each_has_its_own() {
        let holds = |call: &str| -> Vec<_> {
            let all = templates(&here("templates")).into_iter();
            all.filter(|(_, text)| text.contains(call)).map(|(path, _)| path).collect()
        };
        assert_eq!(holds("script()"), [here("templates/passkey/ask.html")]);
        assert_eq!(holds("script_of_the_map()"), [here("templates/listings/map.html")]);
        let mut towns = holds("script_of_towns()");
        towns.sort();
        let typed = ["listings/edit.html", "listings/list.html", "listings/new.html", "places/mine.html"];
        assert_eq!(towns, typed.map(|name| here("templates").join(name)));
        let scripts = fs::read_dir(here("assets")).unwrap().map(|entry| entry.unwrap().path());
        let mut scripts: Vec<_> = scripts.filter(|path| path.extension().is_some_and(|end| end == "js")).collect();
        scripts.sort();
        assert_eq!(scripts, ["leaflet.js", "map.js", "passkey.js", "towns.js"].map(|name| here("assets").join(name)));
        let markup = [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "Function(",
            "XMLHttp",
            "import(",
            "setInterval",
            "http",
            "sendBeacon",
            "WebSocket",
            ".cookie",
            "localStorage",
        ];
        let ours =
            [("assets/passkey.js", 0, 0, 4_000), ("assets/map.js", 1, 0, 12_000), ("assets/towns.js", 1, 3, 6_144)];
        for (script, fetches, waits, most) in ours {
            let text = fs::read_to_string(here(script)).unwrap();
            for forbidden in markup {
                assert!(!text.contains(forbidden), "{script}: {forbidden}");
            }
            assert_eq!(text.matches("fetch(").count(), fetches, "{script}");
            assert_eq!(text.matches("setTimeout(").count(), waits, "{script}");
            assert!(text.len() < most, "{script}: {}", text.len());
        }
        assert!(fs::read_to_string(here("assets/towns.js")).unwrap().contains("fetch(\"/graphql\", {"));
        assert!(fs::read_to_string(here("assets/map.js")).unwrap().contains("fetch(page.dataset.outlines)"));
    }

    /// Leaflet as it was published, to the letter: whoever renews it says so here (`assets/MAP.md`).
    #[test]
    fn s2_what_is_not_ours_is_what_was_published() {
        use sha2::{Digest, Sha256};
        for (name, sum) in [
            ("assets/leaflet.js", "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a"),
            ("assets/leaflet.css", "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6"),
            ("assets/leaflet-LICENSE.txt", "53e8dc25862014e4324741ca18fbe3611e11d42ef69f59f86ea8c5389647d4cb"),
        ] {
            assert_eq!(data_encoding::HEXLOWER.encode(&Sha256::digest(fs::read(here(name)).unwrap())), sum, "{name}");
        }
    }

    #[test]
    fn no_template_leads_to_another_host() {
        for (path, text) in templates(&here("templates")) {
            let elsewhere = text.replace("http://www.w3.org", "").contains("http://") || text.contains("https://");
            assert!(!elsewhere, "{}", path.display());
        }
    }

    #[test]
    fn every_asset_and_icon_a_template_names_exists() {
        let sprite = fs::read_to_string(here("assets/icons.svg")).unwrap();
        for (path, text) in templates(&here("templates")) {
            for name in between(&text, "asset(\"") {
                assert_ne!(web::assets::asset(name), "/assets/unknown", "{}: {name}", path.display());
            }
            for name in between(&text, "icon(\"") {
                assert!(sprite.contains(&format!("id=\"i-{name}\"")), "{}: {name}", path.display());
            }
        }
    }

    #[test]
    fn no_template_writes_words_itself() {
        let mut faults = Vec::new();
        for (path, text) in templates(&here("templates")) {
            if path.parent().is_some_and(|folder| folder.ends_with("drawings")) {
                continue;
            }
            for word in words_outside_markup(&text) {
                faults.push(format!("{}: {word}", path.display()));
            }
        }
        assert!(faults.is_empty(), "written outside the Fluent files:\n{}", faults.join("\n"));
    }

    /// Names and figures that are the same in every language.
    const SAME_EVERYWHERE: [&str; 9] = ["Aa", "km", "Émile", "Nadia", "Karim", "Corbigny", "m", "h", "kg"];

    fn words_outside_markup(text: &str) -> Vec<String> {
        let mut plain = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(['<', '{']) {
            plain.push_str(&rest[..start]);
            plain.push(' ');
            rest = &rest[start..];
            let close = if rest.starts_with("{{") {
                "}}"
            } else if rest.starts_with("{%") {
                "%}"
            } else if rest.starts_with("{#") {
                "#}"
            } else {
                ">"
            };
            rest = skip(rest, close);
        }
        plain.push_str(rest);
        plain
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty() && !SAME_EVERYWHERE.contains(word))
            .map(str::to_owned)
            .collect()
    }

    /// Past the end of a tag; a `>` inside a placeable of the tag does not end it.
    fn skip<'a>(text: &'a str, close: &str) -> &'a str {
        let mut depth = 0_usize;
        let bytes = text.as_bytes();
        for at in 0..text.len() {
            if !text.is_char_boundary(at) {
                continue;
            }
            let tail = &text[at..];
            if close == ">" && (tail.starts_with("{{") || tail.starts_with("{%")) {
                depth += 1;
            }
            if close == ">" && (tail.starts_with("}}") || tail.starts_with("%}")) {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 && tail.starts_with(close) && !(close == ">" && at > 0 && bytes[at - 1] == b'=') {
                return &tail[close.len()..];
            }
        }
        ""
    }

    fn between<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
        text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }
}
