//! The sponsorship path of the waiting room: closed links are given, dashed ones awaited, then the door.

use super::Html;
use askama::Template;
use phrases::Words;

/// How far one sponsorship is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// Given: the link is closed.
    Given,
    /// Asked: dashed, with the name.
    Asked,
    /// Nobody asked yet: dashed.
    Open,
}

/// One link of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The sponsor's first name; nobody yet for an open link.
    pub name: Option<String>,
    /// How far it is.
    pub state: LinkState,
}

struct Drawn {
    name: String,
    state: String,
    given: bool,
    colour: &'static str,
    x: usize,
    left: usize,
    y: usize,
    turn: i32,
}

#[derive(Template)]
#[template(path = "parts/path.html")]
struct Path<'a> {
    words: &'a Words,
    title: String,
    described: String,
    width: usize,
    door: usize,
    open: bool,
    links: Vec<Drawn>,
    /// Whether names fit below the links.
    named: bool,
}

/// Distance between two links, in the drawing's units.
const STRIDE: usize = 76;

/// Draws the path: `links` in order, given ones first; `admitted` opens the door.
pub fn sponsor_path(links: &[Link], admitted: bool, words: &Words) -> Html {
    let given = links.iter().filter(|link| link.state == LinkState::Given).count();
    let title = words.t2("common-path-title", "given", given, "needed", links.len());
    let drawn: Vec<Drawn> = links.iter().enumerate().map(|(place, link)| draw(place, link, *words)).collect();
    let spoken: Vec<String> = drawn.iter().map(|link| format!("{} {}", link.name, link.state)).collect();
    let key = if admitted { "common-path-described-in" } else { "common-path-described" };
    let door = 50 + drawn.len() * STRIDE;
    Html::of(&Path {
        words,
        title,
        described: words.t1(key, "links", words.list(&spoken)),
        width: door + 82,
        door,
        open: admitted,
        named: drawn.len() <= 4,
        links: drawn,
    })
}

fn draw(place: usize, link: &Link, words: Words) -> Drawn {
    let x = 58 + place * STRIDE;
    let state = words.t(match link.state {
        LinkState::Given => "common-path-given",
        LinkState::Asked => "common-path-asked",
        LinkState::Open => "common-path-open",
    });
    let even = place.is_multiple_of(2);
    Drawn {
        name: link.name.as_deref().map_or_else(|| (place + 1).to_string(), short),
        state,
        given: link.state == LinkState::Given,
        colour: if even { "k-brand" } else { "k-accent" },
        x,
        left: x - 44,
        y: if even { 62 } else { 58 },
        turn: if even { -5 } else { 5 },
    }
}

/// A first name as it fits below a link.
fn short(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    if first.chars().count() <= 9 { first.to_owned() } else { first.chars().take(8).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(name: Option<&str>, state: LinkState) -> Link {
        Link { name: name.map(str::to_owned), state }
    }

    #[test]
    fn the_drawing_says_in_words_what_it_shows() {
        let links =
            [link(Some("Anne"), LinkState::Given), link(Some("Claire"), LinkState::Asked), link(None, LinkState::Open)];
        let html = sponsor_path(&links, false, &crate::shell::sample_words());
        let html = html.as_str();
        assert!(html.contains("un parrainage accordé sur 3"), "{html}");
        assert!(html.contains("Anne accordé, Claire demandé et 3 à venir. Ensuite, une porte"), "{html}");
        assert_eq!(html.matches("stroke-dasharray").count(), 2, "two dashed links");
    }
}
