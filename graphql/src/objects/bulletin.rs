//! Official information.

use crate::{ids::Global as _, words::Language};
use async_graphql::{ID, Object};
use community::BulletinView;
use kernel::Timestamp;

/// What those who run the community say, without comments.
pub struct Bulletin(pub(crate) BulletinView);

#[Object]
impl Bulletin {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// Its text; paragraphs are set apart by an empty line.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// The language it is written in.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// When it was published.
    async fn published_at(&self) -> Timestamp {
        self.0.published_at
    }
    /// When it was last changed.
    async fn edited_at(&self) -> Option<Timestamp> {
        self.0.edited_at
    }
}
