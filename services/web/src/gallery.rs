//! The component page: every component in every state, drawn by the same code as the real pages.

use crate::brand::BrandView;
use crate::form::Form;
use crate::kit::{self, Bar, Html, Link, LinkState, Tone};
use crate::shell::{News, Place, Shell};
use askama::Template;
use kernel::Timestamp;
use phrases::Words;

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    s: Shell,
    form: Form,
    icons: Vec<&'static str>,
    stills: Vec<&'static str>,
    colours: Vec<&'static str>,
    path: Html,
    path_open: Html,
    progress: Html,
    bars: Html,
}

/// The component page of a brand, in the reader's words.
pub fn gallery(brand: BrandView, words: Words, now: Timestamp) -> String {
    let shell = Shell::new(words, brand, "/preview/components", now)
        .titled(words.t("gallery-title"))
        .member("Odile", Place::Listings, News { messages: 2, notifications: 3 })
        .steward();
    let mut form = Form::blank(words).with("town", "Corbigny").with("email", "odile.martin@").with("audience", "all");
    form.fail("email", words.t("common-field-email"));
    let page = Gallery {
        form,
        icons: ICONS.to_vec(),
        stills: STILLS.to_vec(),
        colours: COLOURS.to_vec(),
        path: kit::sponsor_path(&links(false), false, &words),
        path_open: kit::sponsor_path(&links(true), true, &words),
        progress: progress(words),
        bars: bars(words),
        s: shell,
    };
    Html::of(&page).as_str().to_owned()
}

const COLOURS: [&str; 11] =
    ["brand", "brand-soft", "accent", "accent-soft", "paper", "surface", "sunk", "good", "warn", "bad", "info"];

const STILLS: [&str; 9] = ["apples", "bike", "books", "car", "drill", "garden", "jars", "papers", "plants"];

/// Every icon of the sprite.
pub(crate) const ICONS: [&str; 45] = [
    "home", "list", "message", "user", "users", "bell", "pin", "clock", "right", "left", "down", "arrow", "check", "x",
    "ok", "alert", "info", "link", "hands", "tool", "gift", "swap", "book", "sun", "calendar", "flag", "mail",
    "filter", "map", "search", "camera", "lock", "shield", "send", "plus", "coin", "news", "door", "menu", "edit",
    "heart", "bookmark", "upload", "eye", "chart",
];

fn links(all: bool) -> [Link; 3] {
    let last = if all { LinkState::Given } else { LinkState::Asked };
    let link = |name: &str, state| Link { name: Some(name.to_owned()), state };
    [link("Anne", LinkState::Given), link("Guy", LinkState::Given), link("Claire", last)]
}

fn progress(words: Words) -> Html {
    let steps = [words.t("gallery-step-1"), words.t("gallery-step-2"), words.t("gallery-step-3")];
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    kit::progress(&steps, 1, &words)
}

fn bars(words: Words) -> Html {
    let bar = |key: &str, count| Bar { label: words.t(key), count };
    let counted = [bar("gallery-bar-1", 38), bar("gallery-bar-2", 29), bar("gallery-bar-3", 4)];
    kit::bars(&words.t("gallery-bars"), &counted, &words)
}

impl Gallery {
    fn notice(&self, tone: Tone) -> Html {
        let key = match tone {
            Tone::Info => "gallery-notice-info",
            Tone::Good => "gallery-notice-good",
            Tone::Warn => "gallery-notice-warn",
            Tone::Bad => "gallery-notice-bad",
        };
        kit::notice(tone, &self.s.t(key), &self.s.t("gallery-notice-text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    fn drawn() -> String {
        gallery(BrandView::platform(), sample_words(), "2026-11-22T09:00:00Z".parse().unwrap())
    }

    #[test]
    fn the_component_page_needs_no_inline_style_or_script() {
        let html = drawn();
        assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("<script"));
        assert!(!html.contains(" onclick") && !html.contains("javascript:"));
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(!html.contains("/assets/unknown"), "every asset exists");
        assert!(!html.contains("[gallery-") && !html.contains("[common-"), "every sentence exists");
    }

    #[test]
    fn ids_are_unique_and_labels_lead_somewhere() {
        let html = drawn();
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{ids:?}");
        for target in html.split(" for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&target), "{target}");
        }
    }

    #[test]
    fn every_icon_named_in_templates_and_sources_is_in_the_sprite() {
        let sprite = include_str!("../assets/icons.svg");
        for name in ICONS {
            assert!(sprite.contains(&format!("id=\"i-{name}\"")), "{name}");
        }
        let stills = include_str!("../assets/stills.svg");
        for name in STILLS {
            assert!(stills.contains(&format!("id=\"s-{name}\"")), "{name}");
        }
    }
}
