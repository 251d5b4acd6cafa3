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

    /// The one script stands on the one page on which a device is asked for a passkey; its text writes no markup and calls nobody.
    #[test]
    fn w2_one_page_has_a_script_and_it_is_ours() {
        let with: Vec<_> =
            templates(&here("templates")).into_iter().filter(|(_, text)| text.contains("script(")).collect();
        let names: Vec<_> = with.iter().map(|(path, _)| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["ask.html"]);
        assert!(with.iter().all(|(path, _)| path.ends_with("passkey/ask.html")));
        let scripts: Vec<_> = fs::read_dir(here("assets")).unwrap().map(|entry| entry.unwrap().path()).collect();
        let scripts: Vec<_> =
            scripts.into_iter().filter(|path| path.extension().is_some_and(|end| end == "js")).collect();
        assert_eq!(scripts, [here("assets/passkey.js")]);
        let text = fs::read_to_string(&scripts[0]).unwrap();
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "Function(",
            "fetch(",
            "XMLHttp",
            "import(",
            "setTimeout",
        ] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
        assert!(text.len() < 4_000, "{}", text.len());
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
