//! The clean-up as a picture: two lines, named where they end, legible on light and dark pages.

use std::fmt::Write;

use super::cleanup::{Cleaning, Point};

/// Edges of the drawing, in units of the picture.
const LEFT: usize = 60;
const RIGHT: usize = 500;
const TOP: usize = 74;
const BOTTOM: usize = 274;

const STYLE: &str = "<style>\n  text { font: 15px system-ui, sans-serif; fill: #1d2b28 }\n  .quiet { fill: #51625e }\n  .rule \
                     { stroke: #c3cdca; stroke-width: 1 }\n  .count { stroke: #b4431f; fill: none; stroke-width: 3; stroke-dasharray: 9 5 }\n  .paths \
                     { stroke: #1f6f54; fill: none; stroke-width: 3 }\n  .b { font-weight: 600 }\n  @media \
                     (prefers-color-scheme: dark) {\n    text { fill: #eef4f2 } .quiet { fill: #a9bab5 } .rule { stroke: \
                     #41504c }\n    .count { stroke: #ff9d78 } .paths { stroke: #6fd3ae }\n  }\n</style>";

pub(super) fn of(cleaning: &Cleaning) -> String {
    let mut svg = String::new();
    let (fakes, last) = (cleaning.fakes, cleaning.points.last().map_or(1, |point| point.expelled.max(1)));
    let title = format!("{}: {fakes} fakes let in by {} accounts", cleaning.place, cleaning.compromised);
    let at = |point: &Point, left: usize| (x(point.expelled, last), y(left, fakes as usize));
    let line = |left: fn(&Point) -> usize| {
        let points = cleaning.points.iter().map(|point| at(point, left(point)));
        points.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
    };
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 330\" role=\"img\" aria-labelledby=\"t d\">\n<title \
         id=\"t\">{title}</title>\n<desc id=\"d\">{}</desc>\n{STYLE}",
        words(cleaning)
    );
    let _ = writeln!(svg, "<text x=\"16\" y=\"28\" class=\"b\">{title}; k = {}</text>", cleaning.k);
    let _ = writeln!(
        svg,
        "<text x=\"16\" y=\"50\" class=\"quiet\">Fakes still accepted as those accounts are expelled</text>"
    );
    for share in [0, fakes as usize / 2, fakes as usize] {
        let y = y(share, fakes as usize);
        let _ = writeln!(svg, "<path class=\"rule\" d=\"M{LEFT} {y}H{RIGHT}\"/>");
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" class=\"quiet\">{share}</text>",
            LEFT - 8,
            y + 5
        );
    }
    for expelled in 0..=last {
        let x = x(expelled, last);
        let _ = writeln!(
            svg,
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" class=\"quiet\">{expelled}</text>",
            BOTTOM + 24
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{RIGHT}\" y=\"{}\" text-anchor=\"end\" class=\"quiet\">accounts expelled</text>",
        BOTTOM + 46
    );
    let _ = writeln!(svg, "<polyline class=\"paths\" points=\"{}\"/>", line(|point| point.by_paths));
    let _ = writeln!(svg, "<polyline class=\"count\" points=\"{}\"/>", line(|point| point.by_count));
    for (name, left) in [
        ("k sponsors, counted", last_of(cleaning, |p| p.by_count)),
        ("k independent paths", last_of(cleaning, |p| p.by_paths)),
    ] {
        let y = y(left, fakes as usize);
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\" class=\"b\">{name}: {left}</text>", RIGHT + 12, y + 5);
    }
    svg.push_str("</svg>\n");
    svg
}

fn last_of(cleaning: &Cleaning, left: fn(&Point) -> usize) -> usize {
    cleaning.points.last().map_or(0, left)
}

fn words(cleaning: &Cleaning) -> String {
    let said = cleaning.points.iter().map(|point| {
        format!("after {} expulsions {} by count and {} by paths", point.expelled, point.by_count, point.by_paths)
    });
    format!("Fakes left: {}.", said.collect::<Vec<_>>().join("; "))
}

fn x(expelled: usize, last: usize) -> usize {
    LEFT + (RIGHT - LEFT) * expelled / last
}

fn y(left: usize, most: usize) -> usize {
    BOTTOM - (BOTTOM - TOP) * left / most.max(1)
}
