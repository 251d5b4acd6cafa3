//! Invented maps, for previews.

use super::super::samples::rows;
use crate::preview::Preview;
use ::places::PlaceId;
use exchange::views::map::{ListingMap, Spot, SpotListing};

/// A village and its neighbours.
pub(super) fn village(preview: &Preview) -> ListingMap {
    // Corbigny, Chitry-les-Mines, Cervon, Lormes, Clamecy, Nevers, Decize.
    let towns =
        [("f58083", 7), ("f58075", 2), ("f58047", 1), ("f58145", 4), ("f58079", 3), ("f58194", 12), ("f58095", 1)];
    drawn(preview, &towns, true)
}

/// People of one village all over the world, more than a map holds.
pub(super) fn abroad(preview: &Preview) -> ListingMap {
    // Lima, London, Paris, Suva, Nouméa.
    let towns = [("g3936456", 3), ("g2643743", 8), ("f75056", 140), ("g2198148", 1), ("f98818", 2)];
    drawn(preview, &towns, false)
}

fn drawn(preview: &Preview, towns: &[(&str, u32)], whole: bool) -> ListingMap {
    let rows = rows(preview);
    let newest = |listings: u32| {
        let first = rows.iter().take(usize::try_from(listings).unwrap_or(1).min(exchange::limits::SPOT_NEWEST));
        first
            .map(|row| SpotListing {
                id: row.id,
                direction: row.direction,
                title: row.title.clone(),
                language: row.language,
            })
            .collect()
    };
    let place = |code: &str| ::places::place(&code.parse::<PlaceId>().ok()?);
    let spot = |(code, listings): &(&str, u32)| {
        Some(Spot { place: place(code)?, towns: 1, reach: 0.0, listings: *listings, newest: newest(*listings) })
    };
    let mut spots: Vec<Spot> = towns.iter().filter_map(spot).collect();
    spots.sort_by_key(|spot| std::cmp::Reverse(spot.listings));
    // One of them stands for some around it, as where there are many.
    if let Some(first) = spots.first_mut().filter(|_| !whole) {
        (first.towns, first.reach) = (4, 12.0);
    }
    ListingMap { spots, whole }
}
