//! Searches that the asker keeps.

use crate::{
    ids::Global as _,
    words::{Direction, ListingKind, SearchNews, Settlement},
};
use async_graphql::{ID, Object};
use exchange::{SavedSearchView, Whence};
use kernel::Timestamp;

/// A search that the asker keeps: each new listing is compared with it.
pub struct SavedSearch(pub(crate) SavedSearchView);

#[Object]
impl SavedSearch {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// What the asker calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Offers or requests only.
    async fn direction(&self) -> Option<Direction> {
        self.0.filter.direction.map(Into::into)
    }
    /// Of one kind only.
    async fn kind(&self) -> Option<ListingKind> {
        self.0.filter.kind.map(Into::into)
    }
    /// That accept this in return.
    async fn settlement(&self) -> Option<Settlement> {
        self.0.filter.settlement.map(Into::into)
    }
    /// Of this category only.
    async fn category(&self) -> Option<&str> {
        self.0.filter.category.as_deref()
    }
    /// In this town only.
    async fn town(&self) -> Option<&str> {
        self.0.filter.town.as_deref()
    }
    /// Holding these words.
    async fn words(&self) -> Option<&str> {
        self.0.filter.words.as_deref()
    }
    /// Near what: `home` or `work` of the asker's, or the code of a place.
    async fn near(&self) -> Option<String> {
        self.0.filter.near.as_ref().map(|near| match &near.whence {
            Whence::Home => "home".to_owned(),
            Whence::Work => "work".to_owned(),
            Whence::Place(id) => id.to_string(),
            Whence::Named(town) => town.clone(),
        })
    }
    /// With `near`: how many kilometres away at the most; anywhere on Earth when absent.
    async fn kilometres(&self) -> Option<u32> {
        self.0.filter.near.as_ref().and_then(|near| near.kilometres)
    }
    /// Where news of it go, besides the application.
    async fn news(&self) -> SearchNews {
        self.0.news.into()
    }
    /// Since when it finds nothing for the time being.
    async fn paused_at(&self) -> Option<Timestamp> {
        self.0.paused_at
    }
    /// When it was kept.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// How many open listings it found in the last seven days.
    async fn fresh(&self) -> u32 {
        self.0.fresh
    }
}
