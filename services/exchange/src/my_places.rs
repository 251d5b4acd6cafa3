//! Where a member lives and works: from there they look for what is near, and are told of it. Shown to nobody else.

use crate::{ExchangeError, FieldProblem, saved_search, store};
use database::Db;
use kernel::{Act, Caller};
use places::{Place, PlaceId, Understood};

/// A town as somebody names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedPlace {
    /// What was typed; may be empty.
    pub typed: String,
    /// Which of several that are called so.
    pub chosen: Option<PlaceId>,
}

/// What a member says of where they live and work; what is named by nothing is forgotten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoosePlaces {
    /// Where they live.
    pub home: NamedPlace,
    /// Where they work, or are during the day.
    pub work: NamedPlace,
}

/// Where the caller lives and works, as far as they said.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MyPlaces {
    /// Home.
    pub home: Option<Place>,
    /// Work.
    pub work: Option<Place>,
}

/// Keeps where the caller lives and works. From then on what they publish in a town of which there are several is understood from home.
///
/// # Errors
/// A problem for each of the two of which no place is certain: `PLACE_UNKNOWN`, or `PLACE_WHICH` where there are several
/// ([`which`] tells them).
pub async fn choose_places(db: &Db, caller: &Caller, cmd: ChoosePlaces) -> Result<MyPlaces, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut problems = Vec::new();
    let mut certain = |field: &'static str, named: &NamedPlace| match meant(named) {
        Ok(place) => place,
        Err(code) => {
            problems.push(FieldProblem::new(field, code));
            None
        }
    };
    let chosen = MyPlaces { home: certain("home", &cmd.home), work: certain("work", &cmd.work) };
    if !problems.is_empty() {
        return Err(ExchangeError::Invalid(problems));
    }
    let mut tx = db.begin(caller).await?;
    store::places::keep(&mut tx, me.member, "home", chosen.home.as_ref()).await?;
    store::places::keep(&mut tx, me.member, "work", chosen.work.as_ref()).await?;
    saved_search::follow(&mut tx, me.member, &chosen).await?;
    tx.commit().await?;
    Ok(chosen)
}

/// Where the caller lives and works.
pub async fn my_places(db: &Db, caller: &Caller) -> Result<MyPlaces, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::places::of_member(&mut tx, me.member).await?)
}

/// The places that may be meant by what is typed, the likeliest first, at most [`places::MOST_FOUND`].
pub fn find_places(caller: &Caller, typed: &str) -> Result<Vec<Place>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    Ok(places::search(typed))
}

/// What to choose from when it is not certain which place is meant; nothing when it is, or when there is none.
pub fn which(caller: &Caller, typed: &str) -> Result<Vec<Place>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    Ok(places::understand(typed).candidates())
}

/// The place that is meant, nothing when none is named, or why it is not certain. A choice counts as long as it is one of what was
/// typed: who types another town after choosing means that one.
pub(crate) fn meant(named: &NamedPlace) -> Result<Option<Place>, &'static str> {
    let typed = named.typed.trim();
    let chosen = named.chosen.as_ref().and_then(places::place);
    if typed.is_empty() {
        return match (&named.chosen, chosen) {
            (Some(_), None) => Err("PLACE_UNKNOWN"),
            (_, chosen) => Ok(chosen),
        };
    }
    match (places::understand(typed), chosen) {
        (Understood::Several(places) | Understood::Almost(places), Some(chosen)) if places.contains(&chosen) => {
            Ok(Some(chosen))
        }
        (Understood::One(place), _) => Ok(Some(place)),
        (Understood::Nothing, _) => Err("PLACE_UNKNOWN"),
        _ => Err("PLACE_WHICH"),
    }
}
