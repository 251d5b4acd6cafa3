//! A share over time, drawn by the server, with the same numbers as a table beside it.

use super::Html;
use askama::Template;
use phrases::Words;

/// One point.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When: `mars 2026`.
    pub label: String,
    /// 0 to 1.
    pub share: f64,
}

struct Drawn {
    label: String,
    value: String,
    x: String,
    y: String,
    value_y: String,
    /// Whether its value is written beside it: the first and the last.
    told: bool,
    anchor: &'static str,
}

#[derive(Template)]
#[template(path = "parts/trend.html")]
struct Trend<'a> {
    words: &'a Words,
    title: &'a str,
    line: String,
    points: Vec<Drawn>,
}

/// Left and right end of the line, the heights of all and of nothing, in the drawing's units.
const LEFT: f64 = 26.0;
const RIGHT: f64 = 334.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 124.0;

/// A line from the earliest point to the latest; the points come in that order.
pub fn trend(title: &str, points: &[Point], words: &Words) -> Html {
    let last = points.len().saturating_sub(1);
    let drawn: Vec<Drawn> = points.iter().enumerate().map(|(place, point)| draw(place, last, point, *words)).collect();
    let places: Vec<String> = drawn.iter().map(|point| format!("{} {}", point.x, point.y)).collect();
    Html::of(&Trend { words, title, line: format!("M{}", places.join("L")), points: drawn })
}

fn draw(place: usize, last: usize, point: &Point, words: Words) -> Drawn {
    let steps = u32::try_from(last).map_or(1.0, f64::from).max(1.0);
    let x = LEFT + (RIGHT - LEFT) * u32::try_from(place).map_or(0.0, f64::from) / steps;
    let y = BOTTOM - (BOTTOM - TOP) * point.share.clamp(0.0, 1.0);
    Drawn {
        label: point.label.clone(),
        value: words.percent(point.share),
        x: format!("{x:.1}"),
        y: format!("{y:.1}"),
        value_y: format!("{:.1}", y - 12.0),
        told: place == 0 || place == last,
        anchor: if place == 0 { "start" } else { "end" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    fn point(share: f64) -> Point {
        Point { label: "mars".to_owned(), share }
    }

    #[test]
    fn the_line_stays_on_the_paper_and_every_point_is_in_the_table() {
        let html = trend("Part", &[point(0.5), point(1.7), point(-1.0)], &sample_words()).to_string();
        assert!(html.contains("M26.0 79.0L180.0 34.0L334.0 124.0"), "{html}");
        assert_eq!(html.matches("<tr>").count(), 3, "{html}");
    }

    #[test]
    fn one_point_is_a_point_and_none_is_nothing() {
        let html = trend("Part", &[point(1.0)], &sample_words()).to_string();
        assert!(html.contains("cx=\"26.0\" cy=\"34.0\"") && !html.contains("NaN"), "{html}");
        assert!(!trend("Part", &[], &sample_words()).to_string().contains("<circle"));
    }
}
