//! Saying where one lives and works.

use crate::{objects::MyPlaces, refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use exchange::{ChoosePlaces, NamedPlace, my_places};

/// A town: its code, its name, or both where there are several of the name.
#[derive(InputObject, Default)]
pub struct NamedPlaceInput {
    /// A place's code.
    code: Option<String>,
    /// The name of a town, or a postcode.
    #[graphql(default)]
    town: String,
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
    let named = |place: Option<NamedPlaceInput>| place.unwrap_or_default().into();
    let cmd = ChoosePlaces { home: named(input.home), work: named(input.work) };
    let done = my_places::choose_places(desk.db, desk.caller, cmd).await;
    desk.payload(done, |places| ChooseMyPlacesPayload { places: Some(MyPlaces(places)), refusal: None })
}
