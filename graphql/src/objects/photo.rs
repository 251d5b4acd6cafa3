//! Photos of listings.

use crate::ids::Global as _;
use async_graphql::{ID, Object};
use exchange::PhotoView;

/// A photo of a listing. Its addresses are paths on the community's own host; they hold for the asker alone, and for five minutes.
pub struct Photo(pub(crate) PhotoView);

#[Object]
impl Photo {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// What it shows, in its author's words; may be empty.
    async fn description(&self) -> &str {
        &self.0.description
    }
    /// Where it is to be fetched, a JPEG file.
    async fn url(&self) -> &str {
        &self.0.large.path
    }
    /// Pixels across.
    async fn width(&self) -> i32 {
        i32::from(self.0.large.width)
    }
    /// Pixels down.
    async fn height(&self) -> i32 {
        i32::from(self.0.large.height)
    }
    /// Where a small one is to be fetched, of at most 400 pixels a side.
    async fn thumbnail_url(&self) -> &str {
        &self.0.small.path
    }
}
