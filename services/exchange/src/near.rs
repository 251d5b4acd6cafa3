//! What is near: from home, from work, from a chosen place.

use crate::{ExchangeError, limits, my_places, store, views::ListingFilter};
use database::CommunityTx;
use kernel::Caller;
use places::{Place, PlaceId};

/// From where it is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whence {
    /// Where the reader lives.
    Home,
    /// Where the reader works.
    Work,
    /// This place.
    Place(PlaceId),
    /// The town that somebody names.
    Named(String),
}

impl Whence {
    /// `home`, `work`, the code of a place, or else the name of a town.
    pub fn read(text: &str) -> Self {
        let known = || text.parse().ok().filter(|id| places::place(id).is_some());
        match text {
            "home" => Self::Home,
            "work" => Self::Work,
            _ => known().map_or_else(|| Self::Named(text.to_owned()), Self::Place),
        }
    }
}

/// Near what, and how near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// From where.
    pub whence: Whence,
    /// No further than so many kilometres; anywhere on Earth when nothing is said.
    pub kilometres: Option<u32>,
}

/// In which order a list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The nearest first; what has no place is left out.
    Nearest,
    /// Those first to whose authors the reader is linked best ([`ListingFilter::linked`]), the newest of those who are linked alike; then
    /// everybody else's, the newest first.
    Trusted,
}

/// A circle on the Earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Circle {
    /// Its point is where somebody is, as far as they said so.
    pub middle: Place,
    pub kilometres: f64,
}

/// The circle that is meant; nothing when none is asked for.
///
/// # Errors
/// A problem of `near`: the reader did not say where home or work is, or no such place is certain.
pub(crate) async fn circle(
    tx: &mut CommunityTx,
    caller: &Caller,
    filter: &ListingFilter,
) -> Result<Option<Circle>, ExchangeError> {
    let Some(near) = &filter.near else {
        return match filter.order {
            Order::Newest | Order::Trusted => Ok(None),
            Order::Nearest => Err(ExchangeError::of_field("near", "NEAR_WHAT")),
        };
    };
    let middle = match &near.whence {
        Whence::Home => mine(tx, caller).await?.home.map(|home| home.here()).ok_or("NEAR_HOME_MISSING"),
        Whence::Work => mine(tx, caller).await?.work.map(|work| work.here()).ok_or("NEAR_WORK_MISSING"),
        Whence::Place(id) => places::place(id).ok_or("PLACE_UNKNOWN"),
        Whence::Named(typed) => my_places::meant(&my_places::NamedPlace { typed: typed.clone(), chosen: None })
            .and_then(|place| place.ok_or("NEAR_WHAT")),
    };
    let middle = middle.map_err(|code| ExchangeError::of_field("near", code))?;
    let most = limits::FURTHEST_KILOMETRES;
    Ok(Some(Circle { middle, kilometres: f64::from(near.kilometres.unwrap_or(most).clamp(1, most)) }))
}

async fn mine(tx: &mut CommunityTx, caller: &Caller) -> Result<my_places::MyPlaces, ExchangeError> {
    let Some(me) = caller.me() else { return Ok(my_places::MyPlaces::default()) };
    Ok(store::places::of_member(tx, me.member).await?)
}

/// The place of the town that stands in a listing: that of its author's neighbourhood where there are several of the name; nothing when
/// it is not certain.
pub(crate) fn place_of_listing(town: &str, home: Option<&Place>) -> Option<Place> {
    places::understand(town).nearest_to(home, limits::NEIGHBOURHOOD_KILOMETRES)
}
