//! Towns.

use crate::visit::Desk;
use async_graphql::{Context, Enum, Object, Result};
use places::Whereabouts;

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
    /// The fewest words by which it is understood, for what others read: its name, or with a postcode or region behind it.
    async fn short_label(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.0.short_label(Desk::of(ctx)?.caller.language))
    }
    /// Its postcodes; known in France only.
    async fn postcodes(&self) -> Vec<&str> {
        self.0.postcodes().collect()
    }
}

/// Where the asker lives and works. Nobody else is told.
pub struct MyPlaces(pub(crate) exchange::MyPlaces);

/// What became of a street that was named.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum StreetAnswer {
    /// None was named.
    NotAsked,
    /// It is known whereabouts in the town it is, to about 500 m. The street itself is not kept.
    Found,
    /// No such street is known in the town; the town is kept.
    Unknown,
    /// Nobody could be asked; the town is kept.
    Unanswered,
}

impl From<exchange::StreetAnswer> for StreetAnswer {
    fn from(answer: exchange::StreetAnswer) -> Self {
        match answer {
            exchange::StreetAnswer::NotAsked => Self::NotAsked,
            exchange::StreetAnswer::Found => Self::Found,
            exchange::StreetAnswer::Unknown => Self::Unknown,
            exchange::StreetAnswer::Unanswered => Self::Unanswered,
        }
    }
}

fn is_narrowed(place: Option<Whereabouts>) -> bool {
    place.is_some_and(|place| place.spot.is_some())
}

#[Object]
impl MyPlaces {
    /// Where they live.
    async fn home(&self) -> Option<Place> {
        self.0.home.map(|home| Place(home.town))
    }
    /// Where they work, or are during the day.
    async fn work(&self) -> Option<Place> {
        self.0.work.map(|work| Place(work.town))
    }
    /// Whether it is known whereabouts in that town they live, to about 500 m. The point itself is told to nobody.
    async fn home_is_narrowed(&self) -> bool {
        is_narrowed(self.0.home)
    }
    /// Whether it is known whereabouts in that town they work.
    async fn work_is_narrowed(&self) -> bool {
        is_narrowed(self.0.work)
    }
    /// The host outside that is asked where a street is, and so learns what is named; absent where nobody is asked and streets are not
    /// understood.
    async fn streets_asked_of<'a>(&self, ctx: &Context<'a>) -> Result<Option<&'a str>> {
        Ok(Desk::of(ctx)?.base.streets.host())
    }
}
