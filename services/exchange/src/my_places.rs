//! Where a member lives and works: from there they look for what is near, and are told of it. Shown to nobody else.

mod street;

pub use street::{NamedStreet, StreetAnswer};

use crate::{ExchangeError, FieldProblem, place_listings, saved_search, store};
use database::Db;
use kernel::{Act, Caller, Deed};
use places::{Place, PlaceId, Streets, Understood, Whereabouts};

/// A town as somebody names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedPlace {
    /// What was typed; may be empty.
    pub typed: String,
    /// Which of several that are called so.
    pub chosen: Option<PlaceId>,
}

impl NamedPlace {
    fn is_named(&self) -> bool {
        !self.typed.trim().is_empty() || self.chosen.is_some()
    }
}

/// What a member says of where they live and work; what is named by nothing is forgotten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoosePlaces {
    /// Where they live.
    pub home: NamedPlace,
    /// Where they work, or are during the day.
    pub work: NamedPlace,
    /// In which street they live, where streets are looked up.
    pub home_street: NamedStreet,
    /// In which street they work.
    pub work_street: NamedStreet,
}

/// Where the caller lives and works, as far as they said.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MyPlaces {
    /// Home.
    pub home: Option<Whereabouts>,
    /// Work.
    pub work: Option<Whereabouts>,
}

/// What is kept now, and what became of the streets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// Where the caller lives and works.
    pub places: MyPlaces,
    /// Of the street in which they live.
    pub home_street: StreetAnswer,
    /// Of the street in which they work.
    pub work_street: StreetAnswer,
}

/// Keeps where the caller lives and works. From then on what they publish in a town of which there are several is understood from home.
/// A street is asked of whom the installation named; of the answer a point is kept that is about 500 m off, and of what was typed
/// nothing. Where there is no answer the town is kept, and is told so.
///
/// # Errors
/// A problem for each of the two of which no place is certain: `PLACE_UNKNOWN`, or `PLACE_WHICH` where there are several
/// ([`which`] tells them); `STREET_WITHOUT_TOWN`, `STREET_TOO_LONG`; `TooOften` where streets were asked for too often.
pub async fn choose_places(
    db: &Db,
    caller: &Caller,
    streets: &Streets,
    cmd: ChoosePlaces,
) -> Result<Chosen, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut problems = Vec::new();
    let mut certain = |field: &'static str, named: &NamedPlace| match meant(named) {
        Ok(place) => place,
        Err(code) => {
            problems.push(FieldProblem::new(field, code));
            None
        }
    };
    let (home, work) = (certain("home", &cmd.home), certain("work", &cmd.work));
    problems.extend(street::problem("home_street", &cmd.home_street, cmd.home.is_named()));
    problems.extend(street::problem("work_street", &cmd.work_street, cmd.work.is_named()));
    if !problems.is_empty() {
        return Err(ExchangeError::Invalid(problems));
    }
    // Asked while no transaction is open: it may take seconds.
    let before = my_places(db, caller).await?;
    let asker = street::Asker { db, caller, streets };
    let (home, home_street) = asker.whereabouts(home, before.home, &cmd.home_street).await?;
    let (work, work_street) = asker.whereabouts(work, before.work, &cmd.work_street).await?;
    let chosen = MyPlaces { home, work };
    let mut tx = db.begin(caller).await?;
    store::places::keep(&mut tx, me.member, "home", chosen.home.as_ref()).await?;
    store::places::keep(&mut tx, me.member, "work", chosen.work.as_ref()).await?;
    saved_search::follow(&mut tx, me.member, &chosen).await?;
    if let Some(home) = chosen.home {
        place_listings::place_own_tx(&mut tx, me.member, home.town).await?;
    }
    tx.commit().await?;
    Ok(Chosen { places: chosen, home_street, work_street })
}

/// Where the caller lives and works.
pub async fn my_places(db: &Db, caller: &Caller) -> Result<MyPlaces, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::places::of_member(&mut tx, me.member).await?)
}

/// The places that may be meant by what is typed, the likeliest first, at most [`places::MOST_FOUND`]. It is asked while somebody types, and
/// nothing of it is kept.
///
/// # Errors
/// `TooOften`: enough for whoever types, too little to copy the gazetteer sooner than by fetching it from where it was published.
pub async fn find_places(db: &Db, caller: &Caller, typed: &str) -> Result<Vec<Place>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    db.count(caller, Deed::FindPlaces, None).await?;
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
