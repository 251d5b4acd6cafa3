//! Towns.

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};

/// A town or village of the gazetteer.
pub struct Place(pub(crate) places::Place);

#[Object]
impl Place {
    /// Its code: `f` and the French commune's code, or `g` and the number at GeoNames.
    async fn code(&self) -> String {
        self.0.id().to_string()
    }
    /// Its name, as it is spelt there.
    async fn name(&self) -> &str {
        self.0.name
    }
    /// The département, state or region; may be empty.
    async fn region(&self) -> &str {
        self.0.region
    }
    /// The country, two letters (ISO 3166-1).
    async fn country(&self) -> &str {
        self.0.country
    }
    /// The name with what tells it apart from others of that name, in the asker's language.
    async fn label(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.0.label(Desk::of(ctx)?.caller.language))
    }
    /// Its postcodes; known in France only.
    async fn postcodes(&self) -> Vec<&str> {
        self.0.postcodes().collect()
    }
}

/// Where the asker lives and works. Nobody else is told.
pub struct MyPlaces(pub(crate) exchange::MyPlaces);

#[Object]
impl MyPlaces {
    /// Where they live.
    async fn home(&self) -> Option<Place> {
        self.0.home.map(Place)
    }
    /// Where they work, or are during the day.
    async fn work(&self) -> Option<Place> {
        self.0.work.map(Place)
    }
}
