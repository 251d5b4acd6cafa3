//! `GET /help`: whom to write to, what people ask most, and every page that this reader can open.

use super::contact::Contact;
use super::site_map::{self, Part};
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::Act;
use kernel::act::Rule;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/help.html")]
struct HelpPage {
    s: Shell,
    who: Contact,
    /// The pages, theme by theme.
    parts: Vec<Part>,
}

/// `GET /help`
#[handler]
pub(super) async fn help(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-help-title"), Place::Elsewhere).await?;
    let face = &visit.face;
    let may = |act: Act| visit.caller.may(act);
    Ok(page(&HelpPage {
        parts: site_map::of(face.is_platform(), visit.is_signed_in(), may, s.words),
        who: Contact::of(face),
        s,
    }))
}

/// As a visitor sees it, as an owner does, and on the platform's own host.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, s: Shell, parts: Vec<Part>, contact: &str| {
        preview.page(name, &HelpPage { s, who: Contact::sample("Foyer rural de Corbigny", contact), parts })
    };
    let (title, words) = ("visitor-help-title", preview.words);
    let anybody = |act: Act| act.rule() == Rule::Anybody;
    let owner = |act: Act| !matches!(act, Act::Apply | Act::AskSponsor);
    vec![
        shown("help", preview.visitor(title), site_map::of(false, false, anybody, words), "bonjour@foyer.example"),
        shown("help_owner", preview.steward(title, Place::Elsewhere), site_map::of(false, true, owner, words), ""),
        shown("help_platform", preview.visitor(title), site_map::of(true, false, anybody, words), ""),
    ]
}
