//! What people wrote, made ready to be shown.

/// The name one calls somebody by: `Odile Martin` → `Odile`.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// The paragraphs of a text: what stands between empty lines.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}

/// The beginning of a text on one line, at most `longest` characters, cut between words.
pub fn beginning(text: &str, longest: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let cut: String = line.chars().take(longest).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', '.', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_words_and_paragraphs_at_empty_lines() {
        assert_eq!(first_name(" Odile Martin"), "Odile");
        assert_eq!(paragraphs("a\nb\n\n\n\nc\n"), ["a\nb", "c"]);
        assert_eq!(beginning("Une bonne\nperceuse, à batterie", 17), "Une bonne…");
        assert_eq!(beginning("Une bonne", 9), "Une bonne");
        assert_eq!(beginning("éééééééééé", 4), "éééé…");
    }
}
