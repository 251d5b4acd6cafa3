//! Bars drawn by the server, with the same numbers as a table beside them.

use super::Html;
use askama::Template;
use phrases::Words;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: i64,
}

struct Drawn {
    label: String,
    value: String,
    y: usize,
    text_y: usize,
    width: i64,
    value_x: i64,
}

#[derive(Template)]
#[template(path = "parts/bars.html")]
struct Bars<'a> {
    words: &'a Words,
    title: &'a str,
    height: usize,
    rows: Vec<Drawn>,
}

/// Widest bar, in the drawing's units.
const WIDEST: i64 = 170;

/// A horizontal bar chart with its table.
pub fn bars(title: &str, bars: &[Bar], words: &Words) -> Html {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    let rows = bars.iter().enumerate().map(|(place, bar)| {
        let width = (bar.count.max(0) * WIDEST / most).max(4);
        Drawn {
            label: bar.label.clone(),
            value: words.number(bar.count),
            y: place * 34 + 9,
            text_y: place * 34 + 23,
            width,
            value_x: 148 + width + 8,
        }
    });
    Html::of(&Bars { words, title, height: bars.len() * 34 + 6, rows: rows.collect() })
}
