//! Where somebody is, to about 500 m: all that is ever written down of an address.

use crate::Point;

/// Rows of a degree of latitude: each is 695 m high, so that no corner of a field lies further than 500 m from its middle.
const A_DEGREE: f64 = 160.0;
/// From pole to pole.
const ROWS: f64 = 180.0 * A_DEGREE;
/// Around the equator, in fields as wide as they are high.
const AROUND: f64 = 360.0 * A_DEGREE;

/// The middle of one field of a net that lies over the whole Earth, each field some 700 m wide and high.
///
/// The net is the same for everybody: whoever lives in one field is at its middle, in every community and however often they say so.
/// Nothing can be averaged out of that, and two communities together know no more than each of them (decision 48). There is no way to
/// make a spot of a point but to blur it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot(Point);

impl Spot {
    /// The spot of a point. Of a spot's own point it is that spot. Beyond 85° north or south fields are cut less evenly, up to 700 m.
    pub fn of(point: Point) -> Self {
        let row = ((point.latitude.clamp(-90.0, 90.0) + 90.0) * A_DEGREE).floor().min(ROWS - 1.0);
        let latitude = (row + 0.5) / A_DEGREE - 90.0;
        // So many fit side by side that none is narrower than it is high.
        let fields = (AROUND * latitude.to_radians().cos()).floor().max(1.0);
        let field = ((point.longitude + 180.0) / 360.0 * fields).floor().rem_euclid(fields);
        Self(Point { latitude, longitude: (field + 0.5) * 360.0 / fields - 180.0 })
    }

    /// The middle of its field.
    pub fn point(self) -> Point {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn inhabited()(latitude in -85.0_f64..=85.0, longitude in -180.0_f64..=180.0) -> Point { Point { latitude, longitude } }
    }

    /// Half of the height of a field, degrees.
    const HALF: f64 = 0.5 / A_DEGREE;

    fn half_width(spot: Spot) -> f64 {
        180.0 / (AROUND * spot.point().latitude.to_radians().cos()).floor()
    }

    #[test]
    fn two_doors_of_one_street_are_one_spot_and_the_next_village_is_another() {
        let door = Point { latitude: 47.2571, longitude: 3.6831 };
        let next = Point { latitude: 47.2575, longitude: 3.6836 };
        assert_eq!(Spot::of(door), Spot::of(next));
        assert_ne!(Spot::of(door), Spot::of(Point { latitude: 47.2645, longitude: 3.6831 }));
    }

    #[test]
    fn the_poles_and_the_date_line_have_spots_too() {
        for latitude in [-90.0, 90.0, -89.999, 89.999] {
            let point = Spot::of(Point { latitude, longitude: 12.0 }).point();
            assert!(point.kilometres_to(Point { latitude, longitude: 12.0 }) < 0.7, "{point:?}");
        }
        let (west, east) = (Point { latitude: -16.8, longitude: -180.0 }, Point { latitude: -16.8, longitude: 180.0 });
        assert_eq!(Spot::of(west), Spot::of(east));
    }

    proptest! {
        #[test]
        fn a_spot_is_no_further_than_500_metres_from_the_door(door in inhabited()) {
            let away = door.kilometres_to(Spot::of(door).point());
            prop_assert!(away <= 0.5, "{away} km");
        }

        /// However often an address is given, in whatever order and wherever: the same point. So nothing can be averaged.
        #[test]
        fn the_same_address_is_always_the_same_spot_and_a_spot_is_its_own(door in inhabited()) {
            let spot = Spot::of(door);
            prop_assert_eq!(Spot::of(door), spot);
            prop_assert_eq!(Spot::of(spot.point()), spot);
            prop_assert_eq!(Spot::of(Point { latitude: door.latitude, longitude: door.longitude }), spot);
        }

        /// The point tells the field, and of all the doors in it nothing: each of them gives this very point.
        #[test]
        fn every_door_of_a_field_gives_the_same_point(door in inhabited(), up in -0.999_f64..0.999, aside in -0.999_f64..0.999) {
            let spot = Spot::of(door);
            let middle = spot.point();
            let other = Point {
                latitude: middle.latitude + up * HALF,
                longitude: (middle.longitude + aside * half_width(spot) + 540.0).rem_euclid(360.0) - 180.0,
            };
            prop_assert_eq!(Spot::of(other), spot);
        }

        /// A field is 690 m high and wide at the least: some half a square kilometre of doors.
        #[test]
        fn no_field_is_small(door in inhabited()) {
            let spot = Spot::of(door);
            let middle = spot.point();
            let east = Point { latitude: middle.latitude, longitude: middle.longitude + half_width(spot) };
            let north = Point { latitude: middle.latitude + HALF, longitude: middle.longitude };
            prop_assert!(middle.kilometres_to(east) > 0.345 && middle.kilometres_to(north) > 0.345);
        }
    }
}
