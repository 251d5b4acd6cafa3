//! Who answers for a place, and how to reach them.

use community::CommunityFace;

/// As the pages for anybody say it; to write to them, `parts/contact.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Contact {
    pub organisation: String,
    /// Possibly empty.
    pub postal_address: String,
    /// Their e-mail address, possibly empty.
    pub email: String,
}

impl Contact {
    pub(super) fn of(face: &CommunityFace) -> Self {
        Self {
            organisation: face.responsible().to_owned(),
            postal_address: face.postal_address.clone(),
            email: face.contact_email.clone(),
        }
    }

    /// For the previews.
    pub(super) fn sample(organisation: &str, email: &str) -> Self {
        Self {
            organisation: organisation.to_owned(),
            postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
            email: email.to_owned(),
        }
    }

    /// The one most of them show.
    pub(super) fn sample_foyer() -> Self {
        Self::sample("Foyer rural de Corbigny", "bonjour@foyer.example")
    }
}
