//! Places: the world's towns, how far apart they are, and how a place is told to others without giving it away. Pure.
//!
//! The towns are GeoNames' and, in France, every commune with its postcodes (`data/SOURCES.md`). They are compiled in, so that nobody
//! outside learns what is looked for, and unpacked when the first place is asked for. Streets they do not know: an installation may name
//! somebody who does ([`Streets`]), and what is answered is blurred to some 500 m before it is handed on ([`Spot`], decision 48).

mod cells;
mod fold;
mod gazetteer;
mod geocoder;
mod id;
mod landmarks;
mod near;
mod place;
mod point;
mod search;
mod span;
mod spot;
pub mod typing;
mod understand;
mod whereabouts;

pub use cells::{Cells, Square, cell, squares_of};
pub use fold::folded;
pub use geocoder::{Answer, Geocoder, Streets, Unanswered};
pub use id::{PlaceId, UnknownPlace};
pub use landmarks::landmarks;
pub use near::Nearness;
pub use place::Place;
pub use point::{EARTH_RADIUS_KM, Point};
pub use search::{MOST_FOUND, search};
pub use span::Span;
pub use spot::Spot;
pub use understand::{Understood, understand};
pub use whereabouts::Whereabouts;

/// The place of an id; nothing when the gazetteer holds none, or none any more.
pub fn place(id: &PlaceId) -> Option<Place> {
    let gazetteer = gazetteer::Gazetteer::get();
    gazetteer.place(gazetteer.number(id.as_str())?)
}

/// Every place of the gazetteer.
pub fn all() -> impl Iterator<Item = Place> {
    let gazetteer = gazetteer::Gazetteer::get();
    (0..gazetteer.count()).filter_map(|number| gazetteer.place(number))
}
