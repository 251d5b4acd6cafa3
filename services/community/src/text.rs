//! Texts that people write, made safe to keep: trimmed, of bounded length, without control characters.
//!
//! A name ends up in the header of a letter, so a line can hold no line break at all (bar E10); and a line says who somebody is or
//! what something is called, so it can hold nothing invisible.

mod invisible;

use kernel::{Refusal, Refuse};

/// A text that cannot be kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing was written in this field.
    #[error("something must be written in {0}")]
    Missing(&'static str),
    /// Too much was written in this field.
    #[error("what is written in {0} is too long")]
    TooLong(&'static str),
    /// Something that nobody sees stands in this line.
    #[error("invisible signs stand in {0}")]
    Invisible(&'static str),
    /// This name is the house's own, or looks like it.
    #[error("the name in {0} is the house's own")]
    Reserved(&'static str),
}

impl Refuse for BadText {
    fn refusal(&self) -> Refusal {
        match self {
            Self::Missing(field) => Refusal::of_field("TEXT_MISSING", field),
            Self::TooLong(field) => Refusal::of_field("TEXT_TOO_LONG", field),
            Self::Invisible(field) => Refusal::of_field("TEXT_INVISIBLE", field),
            Self::Reserved(field) => Refusal::of_field("NAME_RESERVED", field),
        }
    }
}

/// One line of at most `most` characters, possibly empty; every run of white space becomes one blank.
///
/// # Errors
/// `TooLong`; `Invisible` for what hides, turns the direction round, or looks like nothing.
pub fn line(field: &'static str, text: &str, most: usize) -> Result<String, BadText> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    if invisible::stands_in(&line) { Err(BadText::Invisible(field)) } else { bounded(field, line, most) }
}

/// A line that says something.
pub fn needed_line(field: &'static str, text: &str, most: usize) -> Result<String, BadText> {
    needed(field, line(field, text, most)?)
}

/// Several lines of together at most `most` characters, possibly none; at most one empty line in a row.
pub fn block(field: &'static str, text: &str, most: usize) -> Result<String, BadText> {
    let mut kept = String::new();
    let mut empty = 0;
    for one in text.trim().lines() {
        let one: String = one.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        empty = if one.trim().is_empty() { empty + 1 } else { 0 };
        if empty <= 1 {
            if !kept.is_empty() {
                kept.push('\n');
            }
            kept.push_str(one.trim_end());
        }
    }
    bounded(field, kept.trim().to_owned(), most)
}

/// Lines that say something.
pub fn needed_block(field: &'static str, text: &str, most: usize) -> Result<String, BadText> {
    needed(field, block(field, text, most)?)
}

fn bounded(field: &'static str, text: String, most: usize) -> Result<String, BadText> {
    if text.chars().count() > most { Err(BadText::TooLong(field)) } else { Ok(text) }
}

fn needed(field: &'static str, text: String) -> Result<String, BadText> {
    if text.is_empty() { Err(BadText::Missing(field)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_never_breaks() {
        assert_eq!(line("name", "  Odile\r\nBcc: x@y.z \u{0}\u{2028}!", 40), Ok("Odile Bcc: x@y.z !".to_owned()));
        assert_eq!(needed_line("name", " \n\t ", 40), Err(BadText::Missing("name")));
    }

    #[test]
    fn a_line_hides_nothing() {
        assert_eq!(line("title", "V\u{200b}élo", 40), Err(BadText::Invisible("title")));
        assert_eq!(line("title", "\u{2067}oléV", 40), Err(BadText::Invisible("title")));
        assert_eq!(line("title", "نامه\u{200c}ای", 40).as_deref(), Ok("نامه\u{200c}ای"));
    }

    #[test]
    fn length_is_counted_in_characters_at_the_limit_and_one_beyond() {
        assert_eq!(line("name", "éàü", 3), Ok("éàü".to_owned()));
        assert_eq!(line("name", "éàüö", 3), Err(BadText::TooLong("name")));
    }

    #[test]
    fn a_block_keeps_its_paragraphs_and_nothing_invisible() {
        assert_eq!(block("about", "\n Un\u{7}\r\n\r\n\r\n\r\nDeux  \n", 40), Ok("Un\n\nDeux".to_owned()));
        assert_eq!(needed_block("about", "\u{0}\n", 40), Err(BadText::Missing("about")));
    }
}
