//! Who answers for this place: the organisation, the installation that carries it, the software.

use super::contact::Contact;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::views;
use kernel::CommunityId;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/legal.html")]
struct LegalPage {
    s: Shell,
    publisher: Contact,
    /// Who runs the installation, where that is somebody else.
    host: Option<Contact>,
}

#[handler]
pub(super) async fn legal(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-legal-title"), Place::Elsewhere).await?;
    let platform = if visit.face.is_platform() { None } else { views::face(&visit.db, CommunityId::PLATFORM).await? };
    let host = platform.map(|platform| Contact::of(&platform));
    Ok(page(&LegalPage { s, publisher: Contact::of(&visit.face), host }))
}

/// A community on somebody's installation, and the installation itself.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, publisher, host| {
        preview.page(name, &LegalPage { s: preview.visitor("visitor-legal-title"), publisher, host })
    };
    let platform = || Contact::sample("Les Maillons du Morvan", "");
    vec![shown("legal", Contact::sample_foyer(), Some(platform())), shown("legal_platform", platform(), None)]
}
