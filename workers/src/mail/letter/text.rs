//! The text part as people are used to it: short lines, at most one idea of empty space.

/// Lines are broken here, at plain spaces only.
const WIDTH: usize = 72;

/// Breaks long lines, keeps links whole, and never leaves more than two empty lines in a row.
pub(super) fn fill(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 40);
    let mut empty = 2;
    for line in text.lines() {
        let line = if line == "-- " { line } else { line.trim_end() };
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= 2 {
            wrap(line, &mut out);
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Continuation lines stand under the first word of an item (`* one`).
fn wrap(line: &str, out: &mut String) {
    let body = line.trim_start_matches(' ');
    let indent = line.len() - body.len() + if body.starts_with("* ") { 2 } else { 0 };
    let mut column = 0;
    for (i, word) in line.split(' ').enumerate() {
        let width = word.chars().count();
        if i > 0 && column > indent && column + 1 + width > WIDTH {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if i > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn long_lines_are_broken_and_items_stay_indented() {
        let text = format!(
            "{}\n\n\n\n\n* {}\n  https://example.test/{}\n-- \n",
            "mot ".repeat(30),
            "mot ".repeat(30),
            "x".repeat(90)
        );
        let filled = fill(&text);
        assert!(filled.lines().all(|line| line.chars().count() <= 72 || line.contains("https://")), "{filled}");
        assert!(filled.contains("\n\n\n* mot") && !filled.contains("\n\n\n\n"), "{filled}");
        assert!(filled.contains("\n  mot mot"), "{filled}");
    }

    #[test]
    fn a_no_break_space_never_breaks() {
        let filled = fill(&format!("{}fin\u{a0}!", "mots ".repeat(14)));
        assert!(filled.contains("fin\u{a0}!"), "{filled}");
    }
}
