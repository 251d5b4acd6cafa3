//! Who answers for this place: the organisation, the installation that carries it, the software.

use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::{CommunityFace, views};
use kernel::CommunityId;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/legal.html")]
struct LegalPage {
    s: Shell,
    publisher: Identity,
    /// Who runs the installation, where that is somebody else.
    host: Option<Identity>,
}

/// How somebody can be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Identity {
    organisation: String,
    postal_address: String,
    contact: String,
}

impl Identity {
    fn of(face: &CommunityFace) -> Self {
        Self {
            organisation: if face.organisation.is_empty() { face.name.clone() } else { face.organisation.clone() },
            postal_address: face.postal_address.clone(),
            contact: face.contact_email.clone(),
        }
    }
}

#[handler]
pub(super) async fn legal(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-legal-title"), Place::Elsewhere).await?;
    let platform = if visit.face.is_platform() { None } else { views::face(&visit.db, CommunityId::PLATFORM).await? };
    let host = platform.map(|platform| Identity::of(&platform));
    Ok(page(&LegalPage { s, publisher: Identity::of(&visit.face), host }))
}

/// A community on somebody's installation, and the installation itself.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let identity = |organisation: &str, contact: &str| Identity {
        organisation: organisation.to_owned(),
        postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
        contact: contact.to_owned(),
    };
    let shown = |name: &str, publisher, host| {
        preview.page(name, &LegalPage { s: preview.visitor("visitor-legal-title"), publisher, host })
    };
    let platform = || identity("Les Maillons du Morvan", "");
    vec![
        shown("legal", identity("Foyer rural de Corbigny", "bonjour@foyer.example"), Some(platform())),
        shown("legal_platform", platform(), None),
    ]
}
