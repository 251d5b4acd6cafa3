//! What can be seen of a line or a surface, so that a page does not hold a continent of which it shows a bay.

use super::super::outlines::Flat;

/// So much beyond the edge is kept, so that no cut is seen.
const BEYOND: f64 = 8.0;

/// A side of the drawing: how far inside of it a point is.
type Side = fn(Flat, f64, f64) -> f64;

const SIDES: [Side; 4] = [
    |at, _, _| at.x + BEYOND,
    |at, wide, _| wide + BEYOND - at.x,
    |at, _, _| at.y + BEYOND,
    |at, _, high| high + BEYOND - at.y,
];

/// The part of a surface within the drawing, side by side (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
pub(super) fn surface(points: &[Flat], wide: f64, high: f64) -> Vec<Flat> {
    SIDES.iter().fold(points.to_vec(), |points, side| {
        let inside = |at: Flat| side(at, wide, high);
        let before = points.iter().cycle().skip(points.len().saturating_sub(1));
        let mut kept = Vec::with_capacity(points.len());
        for (&from, &to) in before.zip(&points) {
            let (was, is) = (inside(from), inside(to));
            if (was < 0.0) != (is < 0.0) {
                let part = was / (was - is);
                kept.push(Flat { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
            }
            if is >= 0.0 {
                kept.push(to);
            }
        }
        kept
    })
}

/// The parts of a line of which a point is within the drawing, each with the points before and after.
pub(super) fn line(points: &[Flat], wide: f64, high: f64) -> Vec<Vec<Flat>> {
    let inside = |at: &Flat| SIDES.iter().all(|side| side(*at, wide, high) >= 0.0);
    let mut parts: Vec<Vec<Flat>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        if !inside(from) && !inside(to) {
            open = false;
            continue;
        }
        match parts.last_mut().filter(|_| open) {
            Some(part) => part.push(*to),
            None => parts.push(vec![*from, *to]),
        }
        open = true;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Flat {
        Flat { x, y }
    }

    #[test]
    fn a_surface_around_the_drawing_becomes_the_drawing() {
        let around = [at(-900.0, -900.0), at(900.0, -900.0), at(900.0, 900.0), at(-900.0, 900.0)];
        let seen = surface(&around, 100.0, 50.0);
        assert_eq!(seen.len(), 4);
        for corner in [at(-8.0, -8.0), at(108.0, -8.0), at(108.0, 58.0), at(-8.0, 58.0)] {
            assert!(seen.contains(&corner), "{seen:?}");
        }
        assert!(surface(&[at(200.0, 0.0), at(300.0, 0.0), at(300.0, 40.0)], 100.0, 50.0).is_empty());
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_lines() {
        let far = [at(10.0, 10.0), at(500.0, 10.0), at(900.0, 900.0), at(-300.0, 40.0), at(20.0, 40.0)];
        assert_eq!(line(&far, 100.0, 50.0), [vec![far[0], far[1]], vec![far[3], far[4]]]);
    }
}
