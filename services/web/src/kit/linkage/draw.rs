//! Where the people and the links of the ring stand, in the drawing's units (420 wide).

use super::{Arrow, Hop};
use crate::kit::people;
use phrases::Words;

/// What the template draws.
pub(super) struct Drawing {
    /// The part of the paper that is used.
    pub view: &'static str,
    pub segments: Vec<Segment>,
    pub people: Vec<Person>,
}

/// The links between two people.
pub(super) struct Segment {
    pub colour: &'static str,
    /// Where each link lies, from the far end to the near one.
    pub links: Vec<String>,
    /// The upper half of a link; all upper halves are drawn below all lower ones, so that the links hold each other.
    pub upper: String,
    pub lower: String,
    pub arrow: String,
    pub mutual: bool,
}

/// Somebody, or several who did not fit.
pub(super) struct Person {
    pub x: String,
    pub y: String,
    pub label_y: String,
    pub text_y: String,
    pub label: String,
    pub initials: String,
    /// A ground of [`people::tint`]; none for somebody who may not be named.
    pub tint: Option<u32>,
}

#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Lane {
    Top,
    Middle,
    Bottom,
}

const YOU: Point = Point { x: 48.0, y: 140.0 };
const OTHER: Point = Point { x: 372.0, y: 140.0 };
/// Half the paper around a person.
const AROUND: f64 = 35.0;
/// Round end of a link.
const ROUND: f64 = 8.0;

/// The ring of at most three chains, the shortest first.
pub(super) fn ring(name: &str, chains: &[&[Hop]], words: Words) -> Drawing {
    let lanes = lanes(chains);
    let mut drawing = Drawing { view: view(&lanes), segments: Vec::new(), people: Vec::new() };
    for (place, (chain, lane)) in chains.iter().zip(&lanes).enumerate() {
        draw(&mut drawing, chain, *lane, ["k-brand", "k-accent", "k-edge"].get(place).copied().unwrap_or("k-edge"));
    }
    let you = words.t("linkage-you");
    drawing.people.push(person(YOU, 95.0, you.clone(), people::initials(&you), Some(1)));
    drawing.people.push(person(OTHER, 95.0, first(name), people::initials(name), Some(people::tint(name))));
    drawing
}

/// A chain without anybody between goes straight; others hang below, then above, like garlands.
fn lanes(chains: &[&[Hop]]) -> Vec<Lane> {
    let direct = chains.first().is_some_and(|chain| chain.len() == 1);
    match (chains.len(), direct) {
        (1, true) => vec![Lane::Middle],
        (1, false) => vec![Lane::Bottom],
        (2, true) => vec![Lane::Middle, Lane::Bottom],
        (2, false) => vec![Lane::Top, Lane::Bottom],
        _ => vec![Lane::Middle, Lane::Top, Lane::Bottom],
    }
}

fn view(lanes: &[Lane]) -> &'static str {
    match (lanes.contains(&Lane::Top), lanes.contains(&Lane::Bottom)) {
        (true, _) => "0 0 420 318",
        (false, true) => "0 70 420 248",
        (false, false) => "0 70 420 110",
    }
}

fn draw(drawing: &mut Drawing, chain: &[Hop], lane: Lane, colour: &'static str) {
    let between = shown(chain);
    let mut near = YOU;
    for (place, shown) in between.iter().enumerate() {
        let point = Point { x: across(place, between.len()), y: height(lane) };
        drawing.segments.push(segment(near, point, shown.arrow, colour));
        drawing.people.push(person(point, point.y + 56.0, shown.label.clone(), shown.initials.clone(), shown.tint));
        near = point;
    }
    if let Some(last) = chain.last() {
        drawing.segments.push(segment(near, OTHER, last.arrow, colour));
    }
}

struct Shown {
    arrow: Arrow,
    label: String,
    initials: String,
    tint: Option<u32>,
}

/// Who is drawn between the two ends: all up to three, else the first, how many are left out, and the last.
fn shown(chain: &[Hop]) -> Vec<Shown> {
    let between = chain.get(..chain.len().saturating_sub(1)).unwrap_or_default();
    match between {
        [first, left_out @ .., last] if left_out.len() > 1 => {
            let count = format!("+{}", left_out.len());
            let arrow = left_out.first().map_or(last.arrow, |hop| hop.arrow);
            vec![one(first), Shown { arrow, label: String::new(), initials: count, tint: None }, one(last)]
        }
        all => all.iter().map(one).collect(),
    }
}

fn one(hop: &Hop) -> Shown {
    match &hop.to {
        Some(name) => Shown {
            arrow: hop.arrow,
            label: first(name),
            initials: people::initials(name),
            tint: Some(people::tint(name)),
        },
        None => Shown { arrow: hop.arrow, label: String::new(), initials: "?".to_owned(), tint: None },
    }
}

fn across(place: usize, of: usize) -> f64 {
    match (of, place) {
        (1, _) => 210.0,
        (2, 0) => 134.0,
        (2, _) => 286.0,
        (_, 0) => 98.0,
        (_, 1) => 210.0,
        _ => 322.0,
    }
}

fn height(lane: Lane) -> f64 {
    match lane {
        Lane::Top => 46.0,
        Lane::Middle => 140.0,
        Lane::Bottom => 250.0,
    }
}

fn person(at: Point, label_y: f64, label: String, initials: String, tint: Option<u32>) -> Person {
    Person { x: unit(at.x), y: unit(at.y), label_y: unit(label_y), text_y: unit(at.y + 8.0), label, initials, tint }
}

/// Interlocking links over the free paper between two people, with the arrow in the middle.
fn segment(from: Point, to: Point, arrow: Arrow, colour: &'static str) -> Segment {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy);
    let (free, turn) = (length - 2.0 * AROUND, dy.atan2(dx).to_degrees());
    let count = (free / 28.0).floor().clamp(1.0, 12.0);
    // Neighbours overlap by ten units: that is where one link holds the next.
    let half = ((free + 10.0 * (count - 1.0)) / count / 2.0).max(ROUND + 2.0);
    let pitch = 2.0 * half - 10.0;
    let mut links = Vec::new();
    let mut along = length - AROUND - half;
    let mut left = count;
    while left >= 1.0 {
        let share = along / length;
        links.push(format!("translate({:.1} {:.1}) rotate({turn:.1})", from.x + dx * share, from.y + dy * share));
        along -= pitch;
        left -= 1.0;
    }
    let straight = half - ROUND;
    let pointing = if arrow == Arrow::IsVouchedFor { turn + 180.0 } else { turn };
    Segment {
        colour,
        links,
        upper: format!("M-{half:.1} .8V0A8 8 0 0 1-{straight:.1}-8H{straight:.1}A8 8 0 0 1 {half:.1} 0V.8"),
        lower: format!("M-{half:.1}-.8V0A8 8 0 0 0-{straight:.1} 8H{straight:.1}A8 8 0 0 0 {half:.1} 0V-.8"),
        arrow: format!(
            "translate({:.1} {:.1}) rotate({pointing:.1})",
            f64::midpoint(from.x, to.x),
            f64::midpoint(from.y, to.y)
        ),
        mutual: arrow == Arrow::Mutual,
    }
}

fn unit(value: f64) -> String {
    format!("{value:.1}")
}

/// A first name as it fits beside a face.
fn first(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    if first.chars().count() <= 9 { first.to_owned() } else { first.chars().take(8).chain(['…']).collect() }
}
