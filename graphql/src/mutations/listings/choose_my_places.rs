//! Saying where one lives and works.

use crate::{
    objects::{MyPlaces, StreetAnswer},
    refusal::payload,
    visit::Desk,
};
use async_graphql::{InputObject, Result};
use exchange::{ChoosePlaces, NamedPlace, NamedStreet, my_places};

/// A town: its code, its name, or both where there are several of the name.
#[derive(InputObject, Default)]
pub struct NamedPlaceInput {
    /// A place's code.
    code: Option<String>,
    /// The name of a town, or a postcode.
    #[graphql(default)]
    town: String,
    /// A street in that town, where `MyPlaces.streetsAskedOf` says that streets are looked up: of it a point about 500 m off is kept.
    /// Without one, what is known of the same town stays.
    #[graphql(default)]
    street: String,
    /// Forget whereabouts in the town it is.
    #[graphql(default)]
    forget_street: bool,
}

/// Where the asker lives and works; what is absent is forgotten.
#[derive(InputObject)]
pub struct ChooseMyPlacesInput {
    /// Where they live.
    home: Option<NamedPlaceInput>,
    /// Where they work, or are during the day.
    work: Option<NamedPlaceInput>,
}

payload! {
    /// What came of it.
    ChooseMyPlacesPayload {
        /// Where they live and work now.
        places: MyPlaces,
        /// What became of the street in which they live.
        home_street: StreetAnswer,
        /// What became of the street in which they work.
        work_street: StreetAnswer,
    }
}

impl NamedPlaceInput {
    fn street(&mut self) -> NamedStreet {
        NamedStreet { typed: std::mem::take(&mut self.street), forget: self.forget_street }
    }
}

impl From<NamedPlaceInput> for NamedPlace {
    fn from(input: NamedPlaceInput) -> Self {
        let chosen = input.code.filter(|code| !code.trim().is_empty());
        let known = chosen.as_deref().and_then(|code| code.trim().parse().ok());
        // A code that is none is looked for like a name, and not found.
        let typed =
            if known.is_none() && input.town.trim().is_empty() { chosen.unwrap_or_default() } else { input.town };
        Self { typed, chosen: known }
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChooseMyPlacesInput) -> Result<ChooseMyPlacesPayload> {
    let (mut home, mut work) = (input.home.unwrap_or_default(), input.work.unwrap_or_default());
    let (home_street, work_street) = (home.street(), work.street());
    let cmd = ChoosePlaces { home: home.into(), work: work.into(), home_street, work_street };
    let done = my_places::choose_places(desk.db, desk.caller, &desk.base.streets, cmd).await;
    desk.payload(done, |chosen| ChooseMyPlacesPayload {
        places: Some(MyPlaces(chosen.places)),
        home_street: Some(chosen.home_street.into()),
        work_street: Some(chosen.work_street.into()),
        refusal: None,
    })
}
