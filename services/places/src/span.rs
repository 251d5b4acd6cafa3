use crate::Point;

/// The part of the map on which points lie: from its west to its east, over the date line if that is shorter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its western edge, degrees east, -180 to 180.
    pub west: f64,
    /// Its southern edge, degrees north.
    pub south: f64,
    /// Its eastern edge, degrees east, from `west` on: beyond 180 where the date line is crossed.
    pub east: f64,
    /// Its northern edge, degrees north.
    pub north: f64,
}

impl Span {
    /// The narrowest that holds all points: what is left of the Earth without the widest gap between two neighbours. Nothing
    /// where there is no point.
    pub fn of(points: &[Point]) -> Option<Self> {
        let mut around: Vec<f64> = points.iter().map(|point| point.longitude).collect();
        around.sort_by(f64::total_cmp);
        let (first, last) = (*around.first()?, *around.last()?);
        // The gap over the date line first: of equal gaps it wins, so that nothing is turned without need.
        let (mut west, mut east, mut widest) = (first, last, first + 360.0 - last);
        for (&before, &after) in around.iter().zip(around.iter().skip(1)) {
            if after - before > widest {
                (west, east, widest) = (after, before + 360.0, after - before);
            }
        }
        let north = points.iter().map(|point| point.latitude).fold(-90.0, f64::max);
        let south = points.iter().map(|point| point.latitude).fold(90.0, f64::min);
        Some(Self { west, south, east, north })
    }

    /// The longitude as it stands within this part, `west` or more.
    pub fn within(&self, longitude: f64) -> f64 {
        if longitude < self.west { longitude + 360.0 } else { longitude }
    }

    /// Whether a point lies on it.
    pub fn holds(&self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.latitude)
            && (self.west..=self.east).contains(&self.within(point.longitude))
    }

    /// The same with a margin all around, as many times its own width and height, and no less than `least` degrees.
    #[must_use]
    pub fn widened(&self, times: f64, least: f64) -> Self {
        let (aside, above) =
            (((self.east - self.west) * times).max(least), ((self.north - self.south) * times).max(least));
        let whole = self.east - self.west + 2.0 * aside >= 360.0;
        let (west, east) = if whole { (-180.0, 180.0) } else { (self.west - aside, self.east + aside) };
        let (west, east) = if west < -180.0 { (west + 360.0, east + 360.0) } else { (west, east) };
        Self { west, east, south: (self.south - above).max(-90.0), north: (self.north + above).min(90.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(latitude: f64, longitude: f64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn two_islands_on_both_sides_of_the_date_line_are_neighbours() {
        let (fiji, samoa, tonga) = (at(-17.7, 178.0), at(-13.8, -171.8), at(-21.1, -175.2));
        let span = Span::of(&[samoa, fiji, tonga]).unwrap();
        assert_eq!((span.west, span.east), (178.0, 188.2));
        assert_eq!((span.south, span.north), (-21.1, -13.8));
        assert!((span.within(tonga.longitude) - 184.8).abs() < 1e-9);
        assert_eq!(span.within(fiji.longitude), 178.0);
        assert!(span.holds(tonga) && !span.holds(at(-17.7, 0.0)) && !span.holds(at(-22.0, 178.0)));
    }

    #[test]
    fn a_margin_may_cross_the_date_line_and_never_goes_around_twice() {
        let apia = Span::of(&[at(-13.8, -179.9)]).unwrap().widened(0.2, 1.0);
        assert!(apia.west > 179.0 && (apia.east - 181.1).abs() < 1e-9, "{apia:?}");
        assert!(apia.holds(at(-13.8, 179.5)) && apia.holds(at(-13.0, -179.0)));
        let world = Span::of(&[at(80.0, -170.0), at(-80.0, 150.0), at(0.0, 0.0)]).unwrap();
        assert_eq!((world.west, world.east), (0.0, 190.0), "without the Atlantic, its widest gap");
        let world = world.widened(0.5, 1.0);
        assert_eq!((world.west, world.east, world.north), (-180.0, 180.0, 90.0));
    }

    #[test]
    fn paris_and_lima_span_the_atlantic_and_one_town_spans_nothing() {
        let span = Span::of(&[at(48.9, 2.4), at(-12.0, -77.0)]).unwrap();
        assert_eq!((span.west, span.east), (-77.0, 2.4));
        let alone = Span::of(&[at(47.3, 3.7)]).unwrap();
        assert_eq!((alone.west, alone.east, alone.south, alone.north), (3.7, 3.7, 47.3, 47.3));
        assert!(Span::of(&[]).is_none());
    }

    proptest! {
        #[test]
        fn every_point_is_within_and_no_span_goes_around(
            points in prop::collection::vec((-90.0_f64..=90.0, -180.0_f64..180.0), 1..40),
        ) {
            let points: Vec<Point> = points.into_iter().map(|(latitude, longitude)| at(latitude, longitude)).collect();
            let span = Span::of(&points).unwrap();
            prop_assert!(span.east - span.west <= 360.0 * (1.0 - 1.0 / points.len() as f64) + 1e-9);
            for point in &points {
                let longitude = span.within(point.longitude);
                prop_assert!((span.west..=span.east).contains(&longitude));
                prop_assert!((span.south..=span.north).contains(&point.latitude));
            }
        }
    }
}
