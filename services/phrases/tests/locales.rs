//! Claims about the Fluent files: every language says the same things, and French is set as French is.

#[cfg(test)]
mod claims {
    use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
    use fluent_syntax::parser;
    use kernel::Language;
    use phrases::audit::AREAS;
    use std::collections::{BTreeMap, BTreeSet};
    use std::{fs, path::PathBuf};

    type Messages = BTreeMap<String, BTreeSet<String>>;

    fn folder(language: Language) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.code())
    }

    /// The files of a language: name without extension → text.
    fn files(language: Language) -> BTreeMap<String, String> {
        fs::read_dir(folder(language))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
            .collect()
    }

    /// The messages of a file with the variables each one uses.
    fn messages(name: &str, text: &str) -> Messages {
        let resource =
            parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{name}.ftl does not parse: {errors:?}"));
        let mut found = Messages::new();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                for pattern in message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value)) {
                    collect(pattern, &mut variables);
                }
                let twice = found.insert(message.id.name.to_owned(), variables);
                assert!(twice.is_none(), "{name}.ftl says {} twice", message.id.name);
            }
        }
        found
    }

    fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                collect_expression(expression, variables);
            }
        }
    }

    fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
        match expression {
            Expression::Inline(inline) => collect_inline(inline, variables),
            Expression::Select { selector, variants } => {
                collect_inline(selector, variables);
                for variant in variants {
                    collect(&variant.value, variables);
                }
            }
        }
    }

    fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                for argument in positional {
                    collect_inline(argument, variables);
                }
            }
            InlineExpression::Placeable { expression } => collect_expression(expression, variables),
            _ => {}
        }
    }

    #[test]
    fn all_languages_have_the_same_sentences_with_the_same_variables() {
        let french = files(Language::Fr);
        let english = files(Language::En);
        assert_eq!(french.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "the same files");
        for (name, text) in &french {
            let (fr, en) = (messages(name, text), messages(name, &english[name]));
            let only_fr: Vec<_> = fr.keys().filter(|key| !en.contains_key(*key)).collect();
            let only_en: Vec<_> = en.keys().filter(|key| !fr.contains_key(*key)).collect();
            assert!(
                only_fr.is_empty() && only_en.is_empty(),
                "{name}: only French {only_fr:?}, only English {only_en:?}"
            );
            for (key, variables) in &fr {
                assert_eq!(variables, &en[key], "the variables of {key}");
            }
        }
    }

    #[test]
    fn a_sentence_s_name_begins_with_its_area_and_is_used_once() {
        let mut seen = BTreeSet::new();
        for (area, text) in files(Language::Fr) {
            assert!(AREAS.contains(&area.as_str()), "{area}.ftl is no area of phrases::audit::AREAS");
            for key in messages(&area, &text).into_keys() {
                assert!(key.starts_with(&format!("{area}-")), "{key} is in {area}.ftl");
                assert!(seen.insert(key.clone()), "{key} is in two files");
            }
        }
    }

    /// The text of a file that people read: no comments, no keys, no placeables.
    fn readable(text: &str) -> Vec<(usize, String)> {
        let mut shown = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let words = if line.starts_with(' ') { line } else { line.split_once('=').map_or("", |(_, value)| value) };
            let mut depth = 0_u32;
            let mut kept = String::new();
            for c in words.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ if depth > 0 => continue,
                    _ => {}
                }
                // A placeable counts as a word, so that a space before what follows it is seen.
                kept.push(if c == '{' || c == '}' { 'x' } else { c });
            }
            shown.push((number + 1, kept));
        }
        shown
    }

    #[test]
    fn french_is_set_as_french_is() {
        let mut faults = Vec::new();
        for (area, text) in files(Language::Fr) {
            for (number, line) in readable(&text) {
                let chars: Vec<char> = line.trim().chars().collect();
                for pair in chars.windows(2) {
                    let fault = match (pair[0], pair[1]) {
                        (' ', ':' | ';' | '?' | '!' | '»' | '%') => "a plain space before it",
                        (c, ';' | '?' | '!' | '»') if c.is_alphanumeric() => "no space before it",
                        ('«', c) if c != '\u{a0}' => "no no-break space after «",
                        (_, '\'') | ('\'', _) => "a straight apostrophe",
                        (_, '"') | ('"', _) => "straight quotes",
                        _ => continue,
                    };
                    faults.push(format!("fr/{area}.ftl:{number}: {fault}: {}", line.trim()));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn english_is_set_with_curly_apostrophes() {
        for (area, text) in files(Language::En) {
            for (number, line) in readable(&text) {
                assert!(!line.contains('\''), "en/{area}.ftl:{number}: a straight apostrophe: {line}");
            }
        }
    }

    #[test]
    fn our_own_sources_name_only_sentences_that_exist() {
        let sources = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
        let missing: Vec<String> =
            phrases::audit::missing_below(&sources).into_iter().filter(|line| line.contains("common-")).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
