//! The components that have logic, as values a template prints: `{{ s.icon("arrow") }}`, `{{ form.field(…) }}`.
//!
//! Components without logic are classes of the stylesheet (`btn`, `card`, `row`, `tag`, `tabs`, `facts`, …); the
//! component page shows all of both.

mod chart;
mod fall;
pub(crate) mod field;
mod files;
pub mod linkage;
mod notice;
mod path;
mod people;
mod qr;
mod steps;
mod text;
mod towns;
mod trend;

pub use chart::{Bar, bars};
pub use fall::{Fallen, fall};
pub use field::{Choices, Field, Tick};
pub use files::Files;
pub use linkage::{Arrow, Hop, linkage};
pub use notice::{Tone, empty, notice};
pub use path::{Link, LinkState, sponsor_path};
pub use people::{Size, avatar, unknown_avatar};
pub use qr::qr;
pub use steps::{pager, progress};
pub use text::{beginning, first_name, paragraphs};
pub(crate) use towns::script_of_towns;
pub use trend::{Point, trend};

use crate::assets::{asset, integrity};
use askama::Template;
use askama::filters::HtmlSafe;
use std::fmt;

/// Markup that is already escaped. Made only by templates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// What a template renders. Rendering into memory cannot fail; should it, nothing is shown and it is logged.
    pub fn of(template: &impl Template) -> Self {
        Self(template.render().unwrap_or_else(|error| {
            tracing::error!(%error, "a component did not render");
            String::new()
        }))
    }

    /// One after the other.
    pub(crate) fn joined(parts: &[Self]) -> Self {
        Self(parts.iter().map(Self::as_str).collect())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// A script of ours: the browser runs it only if it is, to the letter, the file that we ship.
pub(crate) fn script(name: &str) -> Html {
    #[derive(Template)]
    #[template(source = r#"<script src="{{ address }}" integrity="{{ integrity }}" defer></script>"#, ext = "html")]
    struct Script {
        address: &'static str,
        integrity: &'static str,
    }
    Html::of(&Script { address: asset(name), integrity: integrity(name) })
}

#[derive(Template)]
#[template(
    source = r#"<svg class="icon{% if large %} icon--lg{% endif %}" aria-hidden="true" focusable="false"><use href="{{ sheet }}#i-{{ name }}"/></svg>"#,
    ext = "html"
)]
struct Icon<'a> {
    sheet: &'static str,
    name: &'a str,
    large: bool,
}

/// An icon of the sprite, always beside a word or inside something with a label.
pub fn icon(name: &str) -> Html {
    Html::of(&Icon { sheet: asset("icons.svg"), name, large: false })
}

/// The same, 32 px.
pub fn large_icon(name: &str) -> Html {
    Html::of(&Icon { sheet: asset("icons.svg"), name, large: true })
}

#[derive(Template)]
#[template(
    source = r#"<svg viewBox="0 0 320 240" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><use href="{{ sheet }}#s-{{ name }}"/></svg>"#,
    ext = "html"
)]
struct Still<'a> {
    sheet: &'static str,
    name: &'a str,
}

/// A still life that stands in for a listing's photo:
/// `apples bike books car drill garden jars papers plants`.
pub fn still(name: &str) -> Html {
    Html::of(&Still { sheet: asset("stills.svg"), name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w4_what_people_wrote_is_escaped_in_every_component() {
        let evil = r#"<img src=x onerror="alert(1)">'"#;
        let all = [
            icon(evil),
            still(evil),
            avatar(evil, Size::Large),
            notice(Tone::Bad, evil, evil),
            empty(evil, evil, None),
            progress(&[evil], 0, &crate::shell::sample_words()),
        ];
        for markup in all {
            assert!(!markup.as_str().contains("<img") && !markup.as_str().contains("onerror=\""), "{markup}");
        }
    }
}
