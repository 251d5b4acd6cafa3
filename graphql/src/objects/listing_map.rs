//! Where listings are.

use super::Place;
use crate::{ids::Global as _, words::Direction};
use async_graphql::{ID, Object};
use exchange::{ListingMap as Found, Spot, SpotListing};

/// The towns in which listings are.
pub struct ListingMap(pub(crate) Found);

#[Object]
impl ListingMap {
    /// Those with the most listings first, at most fifty: where there are more towns, neighbours are put together.
    async fn spots(&self) -> Vec<ListingSpot> {
        self.0.spots.iter().cloned().map(ListingSpot).collect()
    }
    /// Whether every listing was looked at; beyond 20,000 a map shows a part of them.
    async fn is_whole(&self) -> bool {
        self.0.whole
    }
}

/// A town in which listings are, or several that lie together. A listing stands at the middle of the town that is written in it, never
/// where its author lives.
pub struct ListingSpot(pub(crate) Spot);

#[Object]
impl ListingSpot {
    /// The town; of several the one with the most listings.
    async fn place(&self) -> Place {
        Place(self.0.place)
    }
    /// The middle of that town, degrees north.
    async fn latitude(&self) -> f64 {
        self.0.place.point.latitude
    }
    /// The middle of that town, degrees east.
    async fn longitude(&self) -> f64 {
        self.0.place.point.longitude
    }
    /// How many towns it stands for.
    async fn towns(&self) -> u32 {
        self.0.towns
    }
    /// Kilometres to the furthest of the others; 0 where it stands for itself.
    async fn kilometres(&self) -> f64 {
        self.0.reach
    }
    /// How many listings are there.
    async fn listings(&self) -> u32 {
        self.0.listings
    }
    /// The newest of them, at most three.
    async fn newest(&self) -> Vec<ListingTitle> {
        self.0.newest.iter().cloned().map(ListingTitle).collect()
    }
}

/// A listing, as a map names it.
pub struct ListingTitle(pub(crate) SpotListing);

#[Object]
impl ListingTitle {
    /// The listing's id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Offer or request.
    async fn direction(&self) -> Direction {
        self.0.direction.into()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
}
