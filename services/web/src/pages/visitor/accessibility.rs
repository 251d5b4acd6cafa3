//! How accessible this place is, honestly said, and whom to tell when something is in the way.

use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/accessibility.html")]
struct AccessibilityPage {
    s: Shell,
    organisation: String,
    postal_address: String,
    contact: String,
}

#[handler]
pub(super) async fn accessibility(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-accessibility-title"), Place::Elsewhere).await?;
    let face = &visit.face;
    let organisation = if face.organisation.is_empty() { face.name.clone() } else { face.organisation.clone() };
    Ok(page(&AccessibilityPage {
        s,
        organisation,
        postal_address: face.postal_address.clone(),
        contact: face.contact_email.clone(),
    }))
}

pub(super) fn preview(preview: &Preview) -> (String, String) {
    let page = AccessibilityPage {
        s: preview.visitor("visitor-accessibility-title"),
        organisation: "Foyer rural de Corbigny".to_owned(),
        postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
        contact: "bonjour@foyer.example".to_owned(),
    };
    preview.page("accessibility", &page)
}
