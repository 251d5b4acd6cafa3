//! Notices in four tones, and emptiness that explains itself.

use super::{Html, icon};
use askama::Template;

/// The tone of a notice; icon and words say it, colour goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It worked.
    Good,
    /// Soon too late.
    Warn,
    /// It did not work.
    Bad,
}

#[derive(Template)]
#[template(
    source = r#"<div class="notice{{ class }}">{{ icon }}<div><p class="notice__title">{{ title }}</p>{% if !text.is_empty() %}<p>{{ text }}</p>{% endif %}</div></div>"#,
    ext = "html"
)]
struct Notice<'a> {
    class: &'static str,
    icon: Html,
    title: &'a str,
    text: &'a str,
}

/// A notice with a title and, unless empty, a text.
pub fn notice(tone: Tone, title: &str, text: &str) -> Html {
    let (class, drawing) = match tone {
        Tone::Info => ("", "info"),
        Tone::Good => (" notice--good", "ok"),
        Tone::Warn => (" notice--warn", "clock"),
        Tone::Bad => (" notice--bad", "alert"),
    };
    Html::of(&Notice { class, icon: icon(drawing), title, text })
}

#[derive(Template)]
#[template(path = "parts/empty.html")]
struct Empty<'a> {
    title: &'a str,
    text: &'a str,
    action: Option<(&'a str, &'a str)>,
}

/// Nothing here yet: why, what one can do, and a button (`(address, words)`) to do it.
pub fn empty(title: &str, text: &str, action: Option<(&str, &str)>) -> Html {
    Html::of(&Empty { title, text, action })
}
