//! The map as it is drawn without script: land and borders, towns that people know, and circles with numbers, none over another.

mod clip;

use super::outlines::{Flat, Line, flat, outlines};
use crate::kit::Html;
use ::places::Span;
use askama::Template;
use std::f64::consts::TAU;
use std::fmt::Write as _;

/// Width and height, in units of the drawing: on a phone of 320 px a unit is 0.6 px.
const WIDE: f64 = 480.0;
const HIGH: f64 = 400.0;
/// Around the circles, so that all of them and their names are seen.
const MARGIN: f64 = 46.0;
/// Middles of circles are no nearer than this: the largest do not touch, and each can be hit with a thumb.
const APART: f64 = 56.0;
/// The least part of the plane that is shown, some 30 km in France: nothing closer is known of a listing.
const LEAST: f64 = 0.001;
/// Width of a letter and height of a line of the names.
const LETTER: f64 = 7.0;
const LINE: f64 = 16.0;
/// Kilometres that a scale may tell.
const SCALES: [u32; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
/// The widest scale, units.
const SCALE_MOST: f64 = 130.0;
/// Degrees from south to north beyond which a scale would be wrong at the edges by more than a fifth.
const SCALE_HIGHEST: f64 = 20.0;

/// Where listings are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dot {
    pub north: f64,
    /// From the west of the span on, perhaps beyond 180.
    pub east: f64,
    pub listings: u32,
}

/// What a circle says and where it leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Called {
    /// Written below it, where there is room.
    pub name: String,
    /// Read out.
    pub label: String,
    pub href: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Circle {
    at: Flat,
    radius: f64,
    listings: u32,
    /// Which dots it stands for, the busiest first.
    members: Vec<usize>,
}

/// A map, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawing {
    frame: Frame,
    circles: Vec<Circle>,
    landmarks: Vec<(Flat, String)>,
    scale: Option<(u32, f64)>,
}

/// Which part of the plane is seen: its corner, and units of the drawing per width of the world.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
}

impl Frame {
    fn of(span: &Span) -> Self {
        let (first, last) = (flat(span.north, span.west), flat(span.south, span.east));
        let (wide, high) = ((last.x - first.x).max(LEAST), (last.y - first.y).max(LEAST));
        let scale = ((WIDE - 2.0 * MARGIN) / wide).min((HIGH - 2.0 * MARGIN) / high);
        let left = f64::midpoint(first.x, last.x) - WIDE / scale / 2.0;
        Self { left, top: f64::midpoint(first.y, last.y) - HIGH / scale / 2.0, scale }
    }

    fn place(&self, at: Flat, turns: f64) -> Flat {
        Flat { x: (at.x + turns - self.left) * self.scale, y: (at.y - self.top) * self.scale }
    }

    fn sees(&self, line: &Line, turns: f64) -> bool {
        let (least, most) = (self.place(line.least, turns), self.place(line.most, turns));
        let large = (most.x - least.x).max(most.y - least.y) >= 1.0;
        large && most.x >= 0.0 && least.x <= WIDE && most.y >= 0.0 && least.y <= HIGH
    }

    fn holds(at: Flat) -> bool {
        (0.0..=WIDE).contains(&at.x) && (0.0..=HIGH - LINE).contains(&at.y)
    }
}

impl Drawing {
    /// The dots on their part of the map, with the landmarks (latitude, longitude, name; the largest first) for which there is room.
    pub(super) fn of(span: &Span, dots: &[Dot], landmarks: &[(f64, f64, &str)]) -> Self {
        let frame = Frame::of(span);
        let circles = circles(&frame, dots);
        let scale = (span.north - span.south <= SCALE_HIGHEST)
            .then(|| scale(&frame, f64::midpoint(span.north, span.south)))
            .flatten();
        let known =
            landmarks.iter().map(|(north, east, name)| (frame.place(flat(*north, *east), 0.0), (*name).to_owned()));
        let landmarks = known.filter(|(at, _)| Frame::holds(*at)).collect();
        Self { frame, circles, landmarks, scale }
    }

    /// The drawing; `called` tells what a circle that stands for these dots is called.
    pub(super) fn html(&self, called: impl Fn(&[usize]) -> Called, label: &str) -> Html {
        let mut taken: Vec<Box2> = self.circles.iter().map(|circle| Box2::around(circle.at, circle.radius)).collect();
        let mut circles = Vec::new();
        for circle in &self.circles {
            let called = called(&circle.members);
            let below = Flat { x: circle.at.x, y: circle.at.y + circle.radius + LINE * 0.8 };
            let named = Box2::name(below, &called.name).takes(&mut taken);
            circles.push(Drawn { circle, below, named, called });
        }
        let landmarks =
            self.landmarks.iter().filter(|(at, name)| Box2::landmark(*at, name).takes(&mut taken)).collect();
        Html::of(&Svg {
            wide: WIDE,
            high: HIGH,
            label,
            land: self.path(&outlines().land, true),
            borders: self.path(&outlines().borders, false),
            circles,
            landmarks,
            scale: self.scale.map(|(kilometres, long)| (format!("{kilometres}\u{a0}km"), long)),
        })
    }

    fn path(&self, lines: &[Line], closed: bool) -> String {
        let mut path = String::new();
        for line in lines {
            for turns in [-1.0, 0.0, 1.0] {
                if self.frame.sees(line, turns) {
                    let points: Vec<Flat> = line.points.iter().map(|at| self.frame.place(*at, turns)).collect();
                    let parts =
                        if closed { vec![clip::surface(&points, WIDE, HIGH)] } else { clip::line(&points, WIDE, HIGH) };
                    for part in &parts {
                        write(&mut path, part, closed);
                    }
                }
            }
        }
        path
    }
}

/// Adds what can be seen of it: points less than a unit from the last are left out.
fn write(path: &mut String, points: &[Flat], closed: bool) {
    let mut last: Option<Flat> = None;
    let mut kept = 0;
    for (at, point) in points.iter().enumerate() {
        let near = last.is_some_and(|last| (last.x - point.x).abs() < 1.0 && (last.y - point.y).abs() < 1.0);
        if near && (closed || at + 1 < points.len()) {
            continue;
        }
        let letter = if kept == 0 { 'M' } else { 'L' };
        let _infallible = write!(path, "{letter}{:.1} {:.1}", point.x, point.y);
        (last, kept) = (Some(*point), kept + 1);
    }
    if closed && kept > 0 {
        path.push('Z');
    }
}

/// The dots in the order of how many listings they have, each in the circle of a busier one that is near, or in a circle of its own.
fn circles(frame: &Frame, dots: &[Dot]) -> Vec<Circle> {
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(dots.get(*at).map(|dot| dot.listings)));
    let mut circles: Vec<Circle> = Vec::new();
    for (number, dot) in order.into_iter().filter_map(|at| Some((at, dots.get(at)?))) {
        let at = frame.place(flat(dot.north, dot.east), 0.0);
        let near = |circle: &&mut Circle| (circle.at.x - at.x).hypot(circle.at.y - at.y) < APART;
        match circles.iter_mut().find(near) {
            Some(circle) => {
                circle.listings = circle.listings.saturating_add(dot.listings);
                circle.members.push(number);
            }
            None => circles.push(Circle { at, radius: 0.0, listings: dot.listings, members: vec![number] }),
        }
    }
    for circle in &mut circles {
        circle.radius = radius(circle.listings);
    }
    circles
}

/// Wide enough for the number, and never smaller than 24 px across on a phone.
fn radius(listings: u32) -> f64 {
    match listings {
        0..10 => 21.0,
        10..100 => 23.0,
        100..1_000 => 25.0,
        _ => 27.0,
    }
}

/// The largest round number of kilometres that is no longer than a scale may be, and its length in units.
fn scale(frame: &Frame, north: f64) -> Option<(u32, f64)> {
    let around = TAU * ::places::EARTH_RADIUS_KM * north.to_radians().cos();
    let long = |kilometres: u32| f64::from(kilometres) / around * frame.scale;
    let fits = SCALES.iter().rev().find(|kilometres| long(**kilometres) <= SCALE_MOST)?;
    Some((*fits, long(*fits)))
}

/// A part of the drawing that something stands on.
#[derive(Debug, Clone, Copy)]
struct Box2 {
    least: Flat,
    most: Flat,
}

impl Box2 {
    fn around(at: Flat, radius: f64) -> Self {
        Self { least: Flat { x: at.x - radius, y: at.y - radius }, most: Flat { x: at.x + radius, y: at.y + radius } }
    }

    fn name(at: Flat, name: &str) -> Self {
        let half = width(name) / 2.0;
        Self {
            least: Flat { x: at.x - half, y: at.y - LINE * 0.8 },
            most: Flat { x: at.x + half, y: at.y + LINE * 0.3 },
        }
    }

    /// A small dot, with its name to the right.
    fn landmark(at: Flat, name: &str) -> Self {
        let least = Flat { x: at.x - 3.0, y: at.y - LINE * 0.5 };
        Self { least, most: Flat { x: at.x + 7.0 + width(name), y: at.y + LINE * 0.5 } }
    }

    /// Whether there is room, inside and beside what stands there; then it is taken.
    fn takes(self, taken: &mut Vec<Self>) -> bool {
        let inside = self.least.x >= 0.0 && self.most.x <= WIDE && self.least.y >= 0.0 && self.most.y <= HIGH;
        let over = |other: &Self| {
            self.least.x < other.most.x
                && other.least.x < self.most.x
                && self.least.y < other.most.y
                && other.least.y < self.most.y
        };
        let free = inside && !taken.iter().any(over);
        if free {
            taken.push(self);
        }
        free
    }
}

fn width(name: &str) -> f64 {
    f64::from(u16::try_from(name.chars().count()).unwrap_or(u16::MAX)) * LETTER
}

struct Drawn<'a> {
    circle: &'a Circle,
    below: Flat,
    named: bool,
    called: Called,
}

#[derive(Template)]
#[template(path = "listings/drawing.html")]
struct Svg<'a> {
    wide: f64,
    high: f64,
    label: &'a str,
    land: String,
    borders: String,
    circles: Vec<Drawn<'a>>,
    landmarks: Vec<&'a (Flat, String)>,
    scale: Option<(String, f64)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::places::Point;
    use proptest::prelude::*;

    fn spans(dots: &[Dot]) -> Span {
        let point = |dot: &Dot| Point { latitude: dot.north, longitude: dot.east };
        Span::of(&dots.iter().map(point).collect::<Vec<_>>()).unwrap()
    }

    fn drawn(dots: &[Dot]) -> Drawing {
        let span = spans(dots);
        let dots: Vec<Dot> = dots.iter().map(|dot| Dot { east: span.within(dot.east), ..*dot }).collect();
        Drawing::of(&span, &dots, &[])
    }

    fn dot(north: f64, east: f64, listings: u32) -> Dot {
        Dot { north, east, listings }
    }

    #[test]
    fn towns_that_lie_together_are_one_circle_named_by_the_busiest() {
        // Corbigny and Chitry-les-Mines are 3 km apart, Lyon is far.
        let drawing = drawn(&[dot(47.257, 3.683, 2), dot(47.26, 3.64, 5), dot(45.76, 4.83, 3)]);
        assert_eq!(drawing.circles.len(), 2);
        assert_eq!((drawing.circles[0].listings, drawing.circles[0].members.clone()), (7, vec![1, 0]));
    }

    #[test]
    fn neighbours_over_the_date_line_are_drawn_side_by_side() {
        let drawing = drawn(&[dot(-16.8, 179.9, 1), dot(-16.9, -179.9, 1), dot(-17.7, 178.0, 1)]);
        let at: Vec<f64> = drawing.circles.iter().map(|circle| circle.at.x).collect();
        assert_eq!(drawing.circles.len(), 2);
        assert!(at.iter().all(|x| (0.0..=WIDE).contains(x)), "{at:?}");
        let land = drawing.path(&outlines().land, true);
        assert!(land.len() > 100, "Fiji is drawn: {land}");
    }

    #[test]
    fn a_region_is_drawn_in_some_kilobytes_and_the_whole_world_in_a_few_more() {
        let nievre = drawn(&[dot(47.257, 3.683, 2), dot(46.99, 3.16, 5)]);
        assert!(nievre.path(&outlines().land, true).starts_with('M'), "land all over");
        let world = drawn(&[dot(70.0, -150.0, 1), dot(-45.0, 170.0, 1), dot(0.0, 20.0, 1)]);
        let size = world.path(&outlines().land, true).len() + world.path(&outlines().borders, false).len();
        assert!((5_000..90_000).contains(&size), "{size}");
    }

    #[test]
    fn a_scale_tells_round_kilometres() {
        let drawing = drawn(&[dot(47.257, 3.683, 2), dot(46.99, 3.16, 5)]);
        let (kilometres, long) = drawing.scale.unwrap();
        let apart =
            Point { latitude: 47.257, longitude: 3.683 }.kilometres_to(Point { latitude: 46.99, longitude: 3.16 });
        let between = (drawing.circles[0].at.x - drawing.circles[1].at.x)
            .hypot(drawing.circles[0].at.y - drawing.circles[1].at.y);
        let said = f64::from(kilometres) / long;
        assert!((said - apart / between).abs() < 0.02 * said, "{kilometres} km on {long}, {apart} km on {between}");
        assert!(drawn(&[dot(60.0, 0.0, 1), dot(0.0, 0.0, 1)]).scale.is_none(), "no scale is true from pole to equator");
    }

    proptest! {
        #[test]
        fn no_circle_touches_another_and_no_listing_is_lost(
            dots in prop::collection::vec((-80.0_f64..80.0, -180.0_f64..180.0, 1_u32..50), 1..60),
        ) {
            let dots: Vec<Dot> = dots.into_iter().map(|(north, east, listings)| dot(north, east, listings)).collect();
            let drawing = drawn(&dots);
            let sum: u32 = drawing.circles.iter().map(|circle| circle.listings).sum();
            prop_assert_eq!(sum, dots.iter().map(|dot| dot.listings).sum::<u32>());
            for (number, one) in drawing.circles.iter().enumerate() {
                prop_assert!((one.radius..=WIDE - one.radius).contains(&one.at.x), "{:?}", one.at);
                prop_assert!((one.radius..=HIGH - one.radius).contains(&one.at.y), "{:?}", one.at);
                for other in &drawing.circles[number + 1..] {
                    prop_assert!((one.at.x - other.at.x).hypot(one.at.y - other.at.y) >= one.radius + other.radius);
                }
            }
        }
    }
}
