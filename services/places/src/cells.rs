//! The Earth cut into cells of an eighth of a degree, numbered so that those side by side in a row follow each other.
//!
//! Row-level security lets an index answer comparisons of whole numbers, and no distance (decision 36): whoever is near is looked for in
//! one run of cells for each row that a circle touches.

use crate::Point;

/// Cells of a degree.
const A_DEGREE: f64 = 8.0;
/// Cells all around, 360 degrees.
const AROUND: i32 = 2_880;
/// Rows from pole to pole.
const ROWS: i32 = 1_440;
/// From one row to the next in the numbers.
const STRIDE: i32 = 4_096;
/// A degree of latitude, kilometres: an arc of the mean radius, a hair shortened, so that no circle is cut too small.
const DEGREE_KM: f64 = 111.0;

/// From one size of squares to the next, cells are twice as wide; at the last one, a square holds half of the Earth at least.
const SIZES: u32 = 13;

/// A square of the map: `1 << size` cells wide and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Square {
    /// How often the width of a cell was doubled.
    pub size: u32,
    /// Squares from the south pole.
    pub row: i32,
    /// Squares from the date line.
    pub column: i32,
}

/// The cell of a point.
pub fn cell(point: Point) -> i32 {
    row(point.latitude) * STRIDE + column(point.longitude).rem_euclid(AROUND)
}

/// Runs of cells, each from its first to its last: together they hold every point that is so near, and some that are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// The first cell of each run.
    pub first: Vec<i32>,
    /// The last cell of each run, as many.
    pub last: Vec<i32>,
}

impl Cells {
    /// The cells that a circle touches, kilometres around its middle.
    pub fn around(middle: Point, kilometres: f64) -> Self {
        let reach = kilometres.max(0.0) / DEGREE_KM;
        let (south, north) = (middle.latitude - reach, middle.latitude + reach);
        let mut cells = Self::default();
        let sideways = sideways(middle.latitude, reach);
        for row in row(south)..=row(north) {
            match sideways {
                Some(degrees) if degrees < 179.0 => {
                    cells.run(row, column(middle.longitude - degrees), column(middle.longitude + degrees));
                }
                _ => cells.add(row, 0, AROUND - 1),
            }
        }
        cells
    }

    /// Whether the cell is among them.
    pub fn hold(&self, cell: i32) -> bool {
        self.first.iter().zip(&self.last).any(|(first, last)| (*first..=*last).contains(&cell))
    }

    /// The smallest squares, all of one size, that hold all these cells and are no more than `most` (at least four). Whoever keeps them
    /// finds what is near with one comparison for each size of squares ([`squares_of`]).
    pub fn squares(&self, most: usize) -> Vec<Square> {
        let mut found = Vec::new();
        for size in 0..SIZES {
            found = self.of_size(size, most);
            if found.len() <= most {
                break;
            }
        }
        found
    }

    /// Gives up soon after there are more than `most`.
    fn of_size(&self, size: u32, most: usize) -> Vec<Square> {
        let mut found = std::collections::BTreeSet::new();
        for (first, last) in self.first.iter().zip(&self.last) {
            let row = (first / STRIDE) >> size;
            for column in ((first % STRIDE) >> size)..=((last % STRIDE) >> size) {
                found.insert(Square { size, row, column });
                if found.len() > most {
                    return found.into_iter().collect();
                }
            }
        }
        found.into_iter().collect()
    }

    /// A run that may leave the map on one side and enter it again on the other.
    fn run(&mut self, row: i32, west: i32, east: i32) {
        if west < 0 {
            self.add(row, west + AROUND, AROUND - 1);
            self.add(row, 0, east);
        } else if east >= AROUND {
            self.add(row, west, AROUND - 1);
            self.add(row, 0, east - AROUND);
        } else {
            self.add(row, west, east);
        }
    }

    fn add(&mut self, row: i32, west: i32, east: i32) {
        self.first.push(row * STRIDE + west);
        self.last.push(row * STRIDE + east);
    }
}

/// The squares of all sizes that hold a cell.
pub fn squares_of(cell: i32) -> impl Iterator<Item = Square> {
    (0..SIZES).map(move |size| Square { size, row: (cell / STRIDE) >> size, column: (cell % STRIDE) >> size })
}

/// How far east and west a circle reaches, degrees: at its widest, which is not on its middle's parallel
/// (sin of the angle = sin of the reach / cos of the latitude). Nothing when it holds a pole.
fn sideways(latitude: f64, reach: f64) -> Option<f64> {
    if latitude.abs() + reach >= 90.0 {
        return None;
    }
    let sine = reach.to_radians().sin() / latitude.to_radians().cos();
    Some(sine.clamp(0.0, 1.0).asin().to_degrees())
}

fn row(latitude: f64) -> i32 {
    whole((latitude.clamp(-90.0, 90.0) + 90.0) * A_DEGREE).clamp(0, ROWS - 1)
}

/// May lie beyond the map, west or east.
fn column(longitude: f64) -> i32 {
    whole((longitude + 180.0) * A_DEGREE)
}

#[expect(clippy::cast_possible_truncation, reason = "some thousands at the most")]
fn whole(number: f64) -> i32 {
    number.floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_circle_over_the_date_line_holds_both_sides() {
        let fiji = Point { latitude: -16.85, longitude: 179.95 };
        let cells = Cells::around(fiji, 30.0);
        assert!(cells.hold(cell(Point { latitude: -16.85, longitude: -179.95 })));
        assert!(cells.hold(cell(fiji)));
        assert!(!cells.hold(cell(Point { latitude: -16.85, longitude: 0.0 })));
    }

    #[test]
    fn thirty_kilometres_are_a_handful_of_runs() {
        let corbigny = Point { latitude: 47.257, longitude: 3.683 };
        assert!(Cells::around(corbigny, 30.0).first.len() <= 6);
        assert!(!Cells::around(corbigny, 30.0).hold(cell(Point { latitude: 48.86, longitude: 2.35 })));
    }

    #[test]
    fn half_the_globe_is_a_handful_of_squares() {
        let corbigny = Point { latitude: 47.257, longitude: 3.683 };
        assert!(Cells::around(corbigny, 20_016.0).squares(12).len() <= 6);
        assert!(Cells::around(corbigny, 30.0).squares(12).iter().all(|square| square.size <= 2));
    }

    proptest! {
        #[test]
        fn whoever_is_near_shares_a_square(
            latitude in -90.0_f64..=90.0, longitude in -180.0_f64..=180.0,
            there_latitude in -90.0_f64..=90.0, there_longitude in -180.0_f64..=180.0, most in 4_usize..20,
        ) {
            let (here, there) = (Point { latitude, longitude }, Point { latitude: there_latitude, longitude: there_longitude });
            let squares = Cells::around(here, here.kilometres_to(there) * 1.000_001).squares(most);
            prop_assert!(squares.len() <= most);
            prop_assert!(squares_of(cell(there)).any(|square| squares.contains(&square)));
        }

        #[test]
        fn whoever_is_near_is_in_the_cells(
            latitude in -90.0_f64..=90.0, longitude in -180.0_f64..=180.0,
            there_latitude in -90.0_f64..=90.0, there_longitude in -180.0_f64..=180.0, more in 0.0_f64..50.0,
        ) {
            let (here, there) = (Point { latitude, longitude }, Point { latitude: there_latitude, longitude: there_longitude });
            let cells = Cells::around(here, here.kilometres_to(there) * 1.000_001 + more);
            prop_assert!(cells.hold(cell(there)));
        }

        #[test]
        fn neighbours_are_in_the_cells(
            latitude in -89.9_f64..=89.9, longitude in -180.0_f64..=180.0, up in -0.5_f64..0.5, east in -0.5_f64..0.5,
        ) {
            let here = Point { latitude, longitude };
            let there = Point { latitude: (latitude + up).clamp(-90.0, 90.0), longitude: (longitude + east + 540.0).rem_euclid(360.0) - 180.0 };
            prop_assert!(Cells::around(here, here.kilometres_to(there) * 1.000_001).hold(cell(there)));
        }
    }
}
