//! What is kept of people, why, for how long, and what they can ask for.

use super::contact::Contact;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use membership::limits;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/privacy.html")]
struct PrivacyPage {
    s: Shell,
    who: Contact,
    kept: Kept,
}

/// How long things are kept; the same figures the house works with.
struct Kept {
    sign_in_minutes: i64,
    sign_in_days: i64,
    session_days: i64,
    session_idle_days: i64,
    session_kept_days: i64,
}

impl Kept {
    fn as_built() -> Self {
        Self {
            sign_in_minutes: limits::SIGN_IN_LIFE.num_minutes(),
            sign_in_days: limits::SIGN_IN_KEPT.num_days(),
            session_days: limits::SESSION_LIFE.num_days(),
            session_idle_days: limits::SESSION_IDLE.num_days(),
            session_kept_days: limits::SESSION_KEPT.num_days(),
        }
    }
}

#[handler]
pub(super) async fn privacy(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-privacy-title"), Place::Elsewhere).await?;
    Ok(page(&PrivacyPage { s, who: Contact::of(&visit.face), kept: Kept::as_built() }))
}

pub(super) fn preview(preview: &Preview) -> (String, String) {
    let page = PrivacyPage {
        s: preview.visitor("visitor-privacy-title"),
        who: Contact::sample_foyer(),
        kept: Kept::as_built(),
    };
    preview.page("privacy", &page)
}
