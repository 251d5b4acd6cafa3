//! The towns that people know of a region, to tell them where on an otherwise empty map they are.

use crate::{Place, Point, Span, gazetteer::Gazetteer};
use std::sync::LazyLock;

/// Smaller towns are no landmarks.
const SMALLEST: u32 = 3_000;

struct Known {
    number: u32,
    point: Point,
}

/// From the largest on.
static LARGEST: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let gazetteer = Gazetteer::get();
    let places = (0..gazetteer.count()).filter_map(|number| Some((number, gazetteer.place(number)?)));
    let mut large: Vec<_> = places.filter(|(_, place)| place.population >= SMALLEST).collect();
    large.sort_by_key(|(number, place)| (std::cmp::Reverse(place.population), *number));
    large.into_iter().map(|(number, place)| Known { number, point: place.point }).collect()
});

/// The largest towns of a part of the map, at most `most`, and none nearer to a larger one than `apart` degrees in both directions.
pub fn landmarks(span: &Span, most: usize, apart: f64) -> Vec<Place> {
    let mut chosen: Vec<&Known> = Vec::new();
    for known in LARGEST.iter() {
        if chosen.len() >= most {
            break;
        }
        let crowded = |one: &&Known| {
            let east = (one.point.longitude - known.point.longitude).abs();
            (one.point.latitude - known.point.latitude).abs() < apart && east.min(360.0 - east) < apart
        };
        if span.holds(known.point) && !chosen.iter().any(crowded) {
            chosen.push(known);
        }
    }
    chosen.into_iter().filter_map(|known| Gazetteer::get().place(known.number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_towns_of_a_region_come_first_and_none_beside_another() {
        let nievre = Span { west: 2.8, south: 46.6, east: 4.3, north: 47.6 };
        let found = landmarks(&nievre, 5, 0.2);
        assert_eq!((found.len(), found[0].name), (5, "Nevers"));
        assert!(found.iter().all(|place| place.name != "Varennes-Vauzelles"), "Nevers is beside it");
        assert!(found.windows(2).all(|pair| pair[0].population >= pair[1].population));
    }

    #[test]
    fn a_region_over_the_date_line_has_those_of_both_sides() {
        let pacific = Span { west: 176.0, south: -22.0, east: 190.0, north: -12.0 };
        let names: Vec<_> = landmarks(&pacific, 6, 0.5).iter().map(|place| place.name).collect();
        assert!(names.contains(&"Labasa") && names.contains(&"Apia"), "{names:?}");
    }
}
