//! What people typed, made fit for a header.

/// `text` as one line of at most `most` characters: control characters, line and paragraph separators and invisible
/// direction marks become spaces, runs of spaces shrink to one. Nothing a person typed can end a header (bar E10).
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::with_capacity(text.len().min(most * 4));
    let mut count = 0;
    for word in text.split(|c: char| (c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}') || breaks_a_line(c)) {
        for (i, c) in word.chars().enumerate() {
            let gap = usize::from(i == 0 && !line.is_empty());
            if count + gap + 1 > most {
                return line;
            }
            if gap == 1 {
                line.push(' ');
            }
            line.push(c);
            count += gap + 1;
        }
    }
    line
}

fn breaks_a_line(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(one_line("Ada\r\nBcc: all@example.test", 80), "Ada Bcc: all@example.test");
        assert_eq!(one_line("  a\u{2028}b\u{202e}c\0d  ", 80), "a b c d");
        assert_eq!(one_line("Que faire\u{a0}?", 80), "Que faire\u{a0}?");
    }

    #[test]
    fn a_line_ends_at_its_limit() {
        assert_eq!(one_line("één twee drie", 6), "één tw");
        assert_eq!(one_line("abc def", 3), "abc");
        assert_eq!(one_line("abc def", 4), "abc");
        assert_eq!(one_line("", 4), "");
    }
}
