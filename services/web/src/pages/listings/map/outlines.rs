//! Land and borders of the world (Natural Earth, see `assets/MAP.md`), on the plane of the Mercator projection.

use crate::assets;
use serde::Deserialize;
use std::f64::consts::PI;
use std::sync::LazyLock;

/// A point of the plane: from 0 at 180° west to 1 at 180° east, from 0 in the north to 1 in the south.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Flat {
    pub x: f64,
    pub y: f64,
}

/// A coast or a border, with the box it lies in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub points: Vec<Flat>,
    pub least: Flat,
    pub most: Flat,
}

/// What there is.
#[derive(Debug, Default)]
pub(super) struct Outlines {
    /// Closed: continents, islands, and lakes as holes in them.
    pub land: Vec<Line>,
    pub borders: Vec<Line>,
}

/// As it was built: whole hundredths of a degree, the first point and then steps.
#[derive(Deserialize, Default)]
struct Built {
    land: Vec<Vec<i32>>,
    borders: Vec<Vec<i32>>,
}

static OUTLINES: LazyLock<Outlines> = LazyLock::new(|| {
    let built: Built = serde_json::from_slice(assets::bytes("outlines.json")).unwrap_or_default();
    let read = |lines: &[Vec<i32>]| lines.iter().map(|steps| Line::read(steps)).collect();
    Outlines { land: read(&built.land), borders: read(&built.borders) }
});

/// All of them; read when the first map is drawn.
pub(super) fn outlines() -> &'static Outlines {
    &OUTLINES
}

/// The poles lie infinitely far away: what is beyond is drawn here, as web maps do.
const FURTHEST: f64 = 85.051_128_78;

/// A point of the Earth on the plane (Mercator on the sphere, as EPSG:3857 counts it); east of 180 goes on beyond 1.
pub(super) fn flat(north: f64, east: f64) -> Flat {
    let latitude = north.clamp(-FURTHEST, FURTHEST).to_radians();
    Flat { x: (east + 180.0) / 360.0, y: 0.5 - latitude.sin().atanh() / (2.0 * PI) }
}

impl Line {
    fn read(steps: &[i32]) -> Self {
        let (mut east, mut north) = (0, 0);
        let points: Vec<Flat> = steps
            .chunks_exact(2)
            .filter_map(|step| {
                let [along, up] = *<&[i32; 2]>::try_from(step).ok()?;
                (east, north) = (east + along, north + up);
                Some(flat(f64::from(north) / 100.0, f64::from(east) / 100.0))
            })
            .collect();
        let by = |of: fn(&Flat) -> f64, end: fn(f64, f64) -> f64, from: f64| points.iter().map(of).fold(from, end);
        Self {
            least: Flat { x: by(|at| at.x, f64::min, f64::MAX), y: by(|at| at.y, f64::min, f64::MAX) },
            most: Flat { x: by(|at| at.x, f64::max, f64::MIN), y: by(|at| at.y, f64::max, f64::MIN) },
            points,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the even-odd rule, as it is filled.
    fn is_land(north: f64, east: f64) -> bool {
        let at = flat(north, east);
        let crossed = |line: &&Line| {
            let next = line.points.iter().cycle().skip(1);
            let sides = line.points.iter().zip(next).filter(|(one, other)| {
                (one.y > at.y) != (other.y > at.y)
                    && at.x < (other.x - one.x) * (at.y - one.y) / (other.y - one.y) + one.x
            });
            sides.count() % 2 == 1
        };
        outlines().land.iter().filter(crossed).count() % 2 == 1
    }

    #[test]
    fn towns_stand_on_land_and_the_sea_is_none() {
        for (north, east) in
            [(47.26, 3.68), (48.86, 2.35), (-12.05, -77.0), (40.42, -3.7), (-21.5, 165.6), (-17.8, 178.0)]
        {
            assert!(is_land(north, east), "{north} {east}");
        }
        for (north, east) in [(46.0, -10.0), (0.0, -140.0), (43.0, 5.5), (-17.0, -179.0)] {
            assert!(!is_land(north, east), "{north} {east}");
        }
    }

    #[test]
    fn there_is_a_border_between_france_and_spain_and_the_whole_is_light() {
        let built = outlines();
        let pyrenees = flat(42.6, 1.0);
        let near = |line: &Line| line.points.iter().any(|at| (at.x - pyrenees.x).hypot(at.y - pyrenees.y) < 0.002);
        assert!(built.borders.iter().any(near));
        assert!(assets::bytes("outlines.json").len() < 400_000, "it goes to phones");
    }

    #[test]
    fn the_plane_is_that_of_web_maps() {
        assert_eq!(flat(0.0, 0.0), Flat { x: 0.5, y: 0.5 });
        let corner = flat(90.0, 180.0);
        assert!((corner.x - 1.0).abs() < 1e-12 && corner.y.abs() < 1e-9, "{corner:?}");
        assert!((flat(60.0, 0.0).y - 0.290_4).abs() < 1e-3);
    }
}
