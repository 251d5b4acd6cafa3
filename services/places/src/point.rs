/// The mean radius of the Earth, kilometres (IUGG: R1 of the WGS 84 ellipsoid).
pub const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// A point on the Earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

impl Point {
    /// Kilometres along the surface (the haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984); on
    /// the sphere, hence up to half a percent off. The store computes the same in SQL, `services/exchange/src/store/near.rs`.
    pub fn kilometres_to(self, other: Self) -> f64 {
        let (north, south) = (self.latitude.to_radians(), other.latitude.to_radians());
        let (across, along) = ((south - north) / 2.0, (other.longitude - self.longitude).to_radians() / 2.0);
        let haversine = across.sin().powi(2) + north.cos() * south.cos() * along.sin().powi(2);
        2.0 * EARTH_RADIUS_KM * haversine.min(1.0).sqrt().asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARIS: Point = Point { latitude: 48.8566, longitude: 2.3522 };
    const LIMA: Point = Point { latitude: -12.0464, longitude: -77.0428 };

    fn about(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= expected / 100.0
    }

    #[test]
    fn distances_are_those_of_the_globe() {
        assert!(about(PARIS.kilometres_to(LIMA), 10_248.0));
        let london = Point { latitude: 51.5074, longitude: -0.1278 };
        assert!(about(PARIS.kilometres_to(london), 343.5));
    }

    #[test]
    fn the_date_line_is_no_barrier() {
        let taveuni = Point { latitude: -16.85, longitude: 179.95 };
        let beyond = Point { latitude: -16.85, longitude: -179.95 };
        assert!(about(taveuni.kilometres_to(beyond), 10.64));
    }

    prop_compose! {
        fn anywhere()(latitude in -90.0_f64..=90.0, longitude in -180.0_f64..=180.0) -> Point { Point { latitude, longitude } }
    }

    proptest! {
        #[test]
        fn a_distance_is_the_same_both_ways_and_no_longer_than_half_the_globe(one in anywhere(), other in anywhere()) {
            let there = one.kilometres_to(other);
            prop_assert!((there - other.kilometres_to(one)).abs() < 1e-6);
            prop_assert!((0.0..=20_016.0).contains(&there));
        }
    }
}
