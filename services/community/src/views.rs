//! What a community looks like from outside. Public: shown before anybody has signed in.

use crate::{Brand, CommunityError, Policy, store};
use chrono_tz::Tz;
use database::{CommunityTx, Db};
use kernel::{CommunityId, Language};

/// What sort of tenant this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The installation's own: its owners are the operators.
    Platform,
    /// A community.
    Community,
}

/// A community's public face and rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunityFace {
    /// Which one.
    pub id: CommunityId,
    /// What sort of tenant.
    pub kind: Kind,
    /// Short name; empty for the platform.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Line under the name.
    pub tagline: String,
    /// Welcome, several lines.
    pub welcome: String,
    /// Charter; paragraphs are set apart by an empty line.
    pub charter: String,
    /// Who runs it.
    pub organisation: String,
    /// Its postal address, one line.
    pub postal_address: String,
    /// Its e-mail address, possibly empty.
    pub contact_email: String,
    /// The preset it was launched from.
    pub preset: String,
    /// Its languages, the main one first; never empty.
    pub languages: Vec<Language>,
    /// Its time zone.
    pub timezone: Tz,
    /// Its colours.
    pub brand: Brand,
    /// Categories of listings, possibly none.
    pub categories: Vec<String>,
    /// Days a listing lives, 7 to 365.
    pub listing_days: i32,
    /// Raised by every change of the settings.
    pub version: i32,
    /// People inside.
    pub members: i32,
    /// The host that is shown and written into letters.
    pub primary_host: Option<String>,
    /// Its rules.
    pub policy: Policy,
    /// Since when it exists.
    pub created_at: kernel::Timestamp,
    /// When it is going to be removed, if it is.
    pub removal_due_at: Option<kernel::Timestamp>,
    /// Since when its letters wait, because too many of them were complained of, if they do.
    pub letters_held_since: Option<kernel::Timestamp>,
}

impl CommunityFace {
    /// Its main language.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// `wished` if it is spoken here, else the main language.
    pub fn speak(&self, wished: Option<Language>) -> Language {
        wished.filter(|language| self.languages.contains(language)).unwrap_or_else(|| self.language())
    }

    /// Who answers for it: the organisation that runs it, and as long as none is named the community itself.
    pub fn responsible(&self) -> &str {
        if self.organisation.is_empty() { &self.name } else { &self.organisation }
    }

    /// Whether this is the installation's own tenant.
    pub fn is_platform(&self) -> bool {
        self.kind == Kind::Platform
    }
}

/// The face of a community, if there is one. Not cached here.
pub async fn face(db: &Db, community: CommunityId) -> Result<Option<CommunityFace>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let face = store::community::face(tx.conn(), community).await?;
    tx.commit().await?;
    Ok(face)
}

/// The face of the transaction's own community, for the other nouns' use cases.
pub async fn face_tx(tx: &mut CommunityTx) -> Result<CommunityFace, CommunityError> {
    let community = tx.community();
    store::community::face(tx.conn(), community).await?.ok_or(CommunityError::NotFound)
}

/// Every tenant, the platform included: for the clock that plans each one's work.
pub async fn all(db: &Db) -> Result<Vec<CommunityId>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let ids = store::community::all(tx.conn()).await?;
    tx.commit().await?;
    Ok(ids)
}

/// The community with this short name, for the command line.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<CommunityId>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let id = store::community::by_slug(tx.conn(), slug).await?;
    tx.commit().await?;
    Ok(id)
}

/// All host names that lead to a community, the main one first.
pub async fn hosts(db: &Db, community: CommunityId) -> Result<Vec<String>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let hosts = store::host::of_community(tx.conn(), community).await?;
    tx.commit().await?;
    Ok(hosts)
}
