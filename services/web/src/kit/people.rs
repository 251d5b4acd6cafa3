//! Faces: initials on one of four quiet grounds, always the same for the same name.

use super::Html;
use askama::Template;

/// How large a face is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 34 px, in a byline.
    Small,
    /// 48 px.
    Medium,
    /// 72 px.
    Large,
}

#[derive(Template)]
#[template(
    source = r#"<span class="avatar{{ size }} avatar--t{{ tint }}" aria-hidden="true">{{ initials }}</span>"#,
    ext = "html"
)]
struct Avatar {
    size: &'static str,
    tint: u32,
    initials: String,
}

/// The face of somebody named beside it (so it is hidden from screen readers).
pub fn avatar(name: &str, size: Size) -> Html {
    Html::of(&Avatar { size: class(size), tint: tint(name), initials: initials(name) })
}

#[derive(Template)]
#[template(source = r#"<span class="avatar avatar--unknown{{ size }}" aria-hidden="true">?</span>"#, ext = "html")]
struct Unknown {
    size: &'static str,
}

/// Somebody who does not wish to be named.
pub fn unknown_avatar(size: Size) -> Html {
    Html::of(&Unknown { size: class(size) })
}

fn class(size: Size) -> &'static str {
    match size {
        Size::Small => " avatar--s",
        Size::Medium => "",
        Size::Large => " avatar--l",
    }
}

/// The first letter of the first two words: `Jean Martin` → `JM`, `Anne` → `A`.
pub(super) fn initials(name: &str) -> String {
    let words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    words.take(2).flat_map(char::to_uppercase).collect()
}

pub(super) fn tint(name: &str) -> u32 {
    name.chars().fold(0_u32, |sum, c| sum.wrapping_mul(31).wrapping_add(u32::from(c))) % 4 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_two_words() {
        assert_eq!(initials("Jean Martin Dupont"), "JM");
        assert_eq!(initials("émile"), "É");
        assert_eq!(initials("  "), "");
    }
}
