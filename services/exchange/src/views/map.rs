//! Where listings are: the list by towns, for a map. A listing stands at the town that is written in it, never where its author lives.

use super::ListingFilter;
use crate::{
    Direction, ExchangeError, limits, near,
    store::{self, map::Counted},
};
use database::Db;
use kernel::{Act, Caller, Language, ListingId, Timestamp};
use places::{Place, Span};
use std::collections::BTreeMap;

/// The towns in which listings are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListingMap {
    /// Those with the most listings first.
    pub spots: Vec<Spot>,
    /// Whether every listing was looked at, and not only as many as a map may hold.
    pub whole: bool,
}

/// A town in which listings are, or several that lie together.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The town; of several the one with the most listings.
    pub place: Place,
    /// How many towns it stands for.
    pub towns: u32,
    /// Kilometres from the town to the furthest of the others; 0 where it stands for itself.
    pub reach: f64,
    /// How many listings are there.
    pub listings: u32,
    /// The newest of them, at most [`limits::SPOT_NEWEST`].
    pub newest: Vec<SpotListing>,
}

/// A listing, as a map names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpotListing {
    /// The listing.
    pub id: ListingId,
    /// Which way it goes.
    pub direction: Direction,
    /// Its title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
}

impl ListingMap {
    /// The part of the Earth on which they lie; nothing when there is none.
    pub fn span(&self) -> Option<Span> {
        Span::of(&self.spots.iter().map(|spot| spot.place.point).collect::<Vec<_>>())
    }
}

/// Where the listings of a filter are: of those that [`super::listings`] would show the ones with a place, in at most `most` spots
/// (never more than [`limits::MAP_SPOTS`]). Where there are more towns, those of one cell become one, in ever larger cells.
///
/// # Errors
/// A problem of `near` when it is not certain from where ([`near::Whence`]).
pub async fn listing_map(
    db: &Db,
    caller: &Caller,
    filter: &ListingFilter,
    most: usize,
) -> Result<ListingMap, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let circle = near::circle(&mut tx, caller, filter).await?;
    let found = store::map::by_towns(&mut tx, filter, circle.as_ref()).await?;
    tx.commit().await?;
    let towns = found.towns.into_iter().filter_map(Town::known).collect();
    Ok(ListingMap { spots: gathered(towns, most.clamp(1, limits::MAP_SPOTS)), whole: found.whole })
}

/// One town, or several that were put together.
#[derive(Debug, Clone)]
struct Town {
    spot: Spot,
    /// The listings of the town itself.
    own: u32,
    newest: Vec<(Timestamp, SpotListing)>,
}

impl Town {
    /// Nothing when the gazetteer does not hold the place any more.
    fn known(counted: Counted) -> Option<Self> {
        let place = places::place(&counted.place.parse().ok()?)?;
        let own = u32::try_from(counted.listings).unwrap_or(u32::MAX);
        let spot = Spot { place, towns: 1, reach: 0.0, listings: own, newest: Vec::new() };
        Some(Self { spot, own, newest: counted.newest })
    }

    /// Both as one, called by the town that has more listings of its own.
    fn with(mut self, other: Self) -> Self {
        let (first, second) = if other.own > self.own { (other, self) } else { (self, other) };
        let apart = first.spot.place.point.kilometres_to(second.spot.place.point);
        self = first;
        self.spot.reach = self.spot.reach.max(apart + second.spot.reach);
        self.spot.towns = self.spot.towns.saturating_add(second.spot.towns);
        self.spot.listings = self.spot.listings.saturating_add(second.spot.listings);
        self.newest.extend(second.newest);
        self.newest.sort_by(|(one, _), (other, _)| other.cmp(one));
        self.newest.truncate(limits::SPOT_NEWEST);
        self
    }
}

/// The side of the first cells that towns are gathered in, degrees; each further one is twice as long.
const FIRST_CELL: f64 = 0.125;

/// At most so many spots, those with the most listings first. Ends: cells of 512 degrees hold the whole Earth.
fn gathered(mut towns: Vec<Town>, most: usize) -> Vec<Spot> {
    let mut side = FIRST_CELL;
    while towns.len() > most {
        towns = in_cells(towns, side);
        side *= 2.0;
    }
    towns.sort_by_key(|town| std::cmp::Reverse(town.spot.listings));
    let spot = |town: Town| Spot { newest: town.newest.into_iter().map(|(_, listing)| listing).collect(), ..town.spot };
    towns.into_iter().map(spot).collect()
}

fn in_cells(towns: Vec<Town>, side: f64) -> Vec<Town> {
    let mut cells: BTreeMap<(i64, i64), Town> = BTreeMap::new();
    for town in towns {
        let point = town.spot.place.point;
        let cell = (row(point.latitude + 90.0, side), row(point.longitude + 180.0, side));
        let gathered = match cells.remove(&cell) {
            Some(there) => there.with(town),
            None => town,
        };
        cells.insert(cell, gathered);
    }
    cells.into_values().collect()
}

#[expect(clippy::cast_possible_truncation, reason = "some thousands at the most")]
fn row(degrees: f64, side: f64) -> i64 {
    (degrees / side).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    fn town(place: &str, listings: i64, second: i64) -> Town {
        let listing = SpotListing {
            id: Uuid::from_u128(u128::try_from(second).unwrap()).into(),
            direction: Direction::Offer,
            title: format!("{place} {second}"),
            language: Language::Fr,
        };
        let newest = vec![(DateTime::from_timestamp(second, 0).unwrap(), listing)];
        Town::known(Counted { place: place.to_owned(), listings, newest }).unwrap()
    }

    /// Corbigny, Chitry-les-Mines beside it, Nevers, Lyon's first arrondissement.
    fn four() -> Vec<Town> {
        vec![town("f58083", 3, 10), town("f58075", 5, 20), town("f58194", 9, 30), town("f69381", 1, 40)]
    }

    #[test]
    fn every_town_stands_for_itself_while_there_is_room() {
        let spots = gathered(four(), 4);
        let told: Vec<_> = spots.iter().map(|spot| (spot.place.name, spot.listings, spot.towns)).collect();
        assert_eq!(
            told,
            [("Nevers", 9, 1), ("Chitry-les-Mines", 5, 1), ("Corbigny", 3, 1), (spots[3].place.name, 1, 1)]
        );
        assert!(spots.iter().all(|spot| spot.reach == 0.0 && spot.newest.len() == 1));
    }

    #[test]
    fn beyond_that_neighbours_become_one_under_the_name_of_the_busiest_and_nothing_is_lost() {
        let spots = gathered(four(), 3);
        let one = spots.iter().find(|spot| spot.towns == 2).unwrap();
        assert_eq!((one.place.name, one.listings), ("Chitry-les-Mines", 8));
        assert!((1.0..10.0).contains(&one.reach), "{}", one.reach);
        let titles: Vec<_> = one.newest.iter().map(|listing| listing.title.as_str()).collect();
        assert_eq!(titles, ["f58075 20", "f58083 10"], "the newest first");
        for most in 1..=4 {
            let spots = gathered(four(), most);
            assert!(spots.len() <= most);
            assert_eq!(spots.iter().map(|spot| spot.listings).sum::<u32>(), 18);
            assert_eq!(spots.iter().map(|spot| spot.towns).sum::<u32>(), 4);
        }
    }

    #[test]
    fn a_spot_names_no_more_than_its_newest() {
        let all = gathered(four(), 1);
        assert_eq!(all[0].newest.len(), limits::SPOT_NEWEST);
        assert_eq!(all[0].newest[0].title, "f69381 40");
        assert_eq!(all[0].place.name, "Nevers");
    }
}
