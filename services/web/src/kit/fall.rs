//! Who is touched when somebody goes, as a drawing: on the left who vouched for them, on the right who would hang on too few others. The same
//! stands in words beside it.

use super::{Html, first_name};
use askama::Template;

/// Somebody on the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallen {
    /// Their name.
    pub name: String,
    /// Whether no path is left to them at all.
    pub orphan: bool,
}

struct Dot {
    x: usize,
    y: usize,
    text_y: usize,
    label: String,
    orphan: bool,
}

#[derive(Template)]
#[template(path = "parts/fall.html")]
struct Drawing<'a> {
    told: &'a str,
    name: String,
    height: usize,
    middle: usize,
    middle_text: usize,
    sponsors: Vec<Dot>,
    fallen: Vec<Dot>,
}

/// At most so many people on either side; one more dot tells how many others there are.
const MOST: usize = 6;

/// Height of a person, in the drawing's units.
const ROW: usize = 82;

/// Draws them; `told` says the same in one sentence, `others` how many of the fallen are not among `fallen`.
pub fn fall(told: &str, name: &str, sponsors: &[String], fallen: &[Fallen], others: usize) -> Html {
    let left = side(70, sponsors.iter().map(|name| (name.as_str(), false)), 0);
    let right = side(390, fallen.iter().map(|one| (one.name.as_str(), one.orphan)), others);
    let height = left.len().max(right.len()).max(1) * ROW + 20;
    let middle = height / 2 - 14;
    let spread = |dots: Vec<Dot>| -> Vec<Dot> {
        let offset = (height - dots.len() * ROW) / 2;
        dots.into_iter().map(|dot| Dot { y: dot.y + offset, text_y: dot.text_y + offset, ..dot }).collect()
    };
    Html::of(&Drawing {
        told,
        name: short(name),
        height,
        middle,
        middle_text: middle + 54,
        sponsors: spread(left),
        fallen: spread(right),
    })
}

fn side<'a>(x: usize, people: impl Iterator<Item = (&'a str, bool)>, unseen: usize) -> Vec<Dot> {
    let people: Vec<_> = people.collect();
    let others = people.len().saturating_sub(MOST) + unseen;
    let mut labels: Vec<(String, bool)> =
        people.iter().take(MOST).map(|(name, orphan)| (short(name), *orphan)).collect();
    if others > 0 {
        labels.push((format!("+{others}"), false));
    }
    let dot = |(place, (label, orphan)): (usize, (String, bool))| Dot {
        x,
        y: place * ROW + 28,
        text_y: place * ROW + 72,
        label,
        orphan,
    };
    labels.into_iter().enumerate().map(dot).collect()
}

fn short(name: &str) -> String {
    first_name(name).chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fallen(count: usize) -> Vec<Fallen> {
        (0..count).map(|n| Fallen { name: format!("N{n} Martin"), orphan: n == 0 }).collect()
    }

    #[test]
    fn few_are_drawn_by_name_and_of_many_the_rest_is_counted() {
        let sponsors = ["Anne Petit".to_owned()];
        let few = fall("Deux personnes.", "Bruno Faure", &sponsors, &fallen(2), 0).to_string();
        assert!(few.contains(">Bruno</text>") && few.contains(">Anne</text>") && few.contains(">N1</text>"), "{few}");
        assert!(few.contains("aria-label=\"Deux personnes.\"") && !few.contains(">+"), "{few}");
        let many = fall("Beaucoup.", "Bruno", &sponsors, &fallen(10), 90).to_string();
        assert!(many.contains(">+94</text>") && !many.contains(">N6</text>"), "{many}");
    }

    #[test]
    fn w4_names_never_become_markup() {
        let evil = "<script>x</script>";
        let one = [Fallen { name: evil.to_owned(), orphan: false }];
        let html = fall(evil, evil, &[evil.to_owned()], &one, 0).to_string();
        assert!(!html.contains("<script"), "{html}");
    }
}
