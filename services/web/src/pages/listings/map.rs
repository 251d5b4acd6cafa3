//! `GET /listings/map`: the list, on a map. Drawn here, so that it is of use without script; with script it can be moved, and the
//! towns beside it follow.

mod drawing;
mod outlines;
mod samples;

use super::filter::rules;
use super::filter::{Chip, Filter, on_the_map};
use super::list::{RADII, Towards, directions};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_of_the_map, page_with};
use crate::tiles::{Backdrop, Tiles};
use crate::visit::Visit;
use ::places::Span;
use askama::Template;
use drawing::{Dot, Drawing};
use exchange::views::map::{self, ListingMap, Spot};
use phrases::Words;
use poem::web::Data;
use poem::{Response, handler};
use std::slice;

/// Spots of a page; beyond that towns are grouped.
const SPOTS: usize = 400;
/// Spots whose newest listings are named; the others say how many there are.
const NAMED: usize = 100;
/// Towns that are named for orientation, within what is first shown and around it.
const LANDMARKS: usize = 60;

#[derive(Template)]
#[template(path = "listings/map.html")]
struct MapPage {
    s: Shell,
    form: Form,
    chips: Vec<Chip>,
    directions: Vec<Towards>,
    /// The same as a list.
    list: String,
    filtered: bool,
    /// What may be meant by the town that is named: address and words.
    which: Vec<(String, String)>,
    chart: Option<Chart>,
    towns: Vec<Town>,
    whole: bool,
}

/// What is drawn, and what the script needs to draw it anew.
struct Chart {
    drawing: Html,
    span: Span,
    /// `[[latitude, longitude, name], …]`, the largest first.
    landmarks: String,
    tiles: Option<Tiles>,
}

/// One spot, as the page says it.
struct Town {
    name: String,
    region: &'static str,
    count: String,
    listings: u32,
    /// The list near it.
    href: String,
    north: f64,
    east: f64,
    newest: Vec<Title>,
}

struct Title {
    href: String,
    words: String,
    direction: String,
    offers: bool,
    language: Option<&'static str>,
}

#[handler]
pub(super) async fn show(visit: Visit, Data(backdrop): Data<&Backdrop>) -> Result<Response, No> {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let mut form = Form::parse_text(visit.words, query.as_bytes());
    let filter = Filter::read(&form, &rules(&visit.face, visit.now()));
    let called = super::list::called(&visit, &filter).await?;
    let filter = filter.calling(called);
    let found = map::listing_map(&visit.db, &visit.caller, &filter.wanted(), SPOTS).await;
    let (found, which) = match found {
        Ok(found) => (found, Vec::new()),
        Err(error) => {
            form.refused(error)?;
            (ListingMap { whole: true, ..ListingMap::default() }, which(&visit, &filter)?)
        }
    };
    let s = visit.shell(&visit.words.t("map-title"), Place::Listings).await?;
    let status = form.status();
    let page = MapPage { which, ..MapPage::new(s, form, &filter, &found, backdrop.0.clone()) };
    Ok(if page.chart.is_some() {
        page_of_the_map(status, &page, backdrop.0.as_ref())
    } else {
        page_with(status, &page)
    })
}

/// The map near each place that may be meant.
fn which(visit: &Visit, filter: &Filter) -> Result<Vec<(String, String)>, No> {
    let Some(town) = filter.named_town() else { return Ok(Vec::new()) };
    let places = exchange::my_places::which(&visit.caller, &town)?;
    let near = |place: &::places::Place| on_the_map(&filter.near(place.id().as_str()));
    Ok(places.iter().map(|place| (near(place), place.label(visit.words.language))).collect())
}

impl MapPage {
    fn new(s: Shell, form: Form, filter: &Filter, found: &ListingMap, tiles: Option<Tiles>) -> Self {
        let words = s.words;
        let on_the_map = |mut chip: Chip| {
            chip.href = on_the_map(&chip.href);
            chip
        };
        Self {
            chips: filter.chips(words).into_iter().map(on_the_map).collect(),
            directions: towards(filter, words),
            list: filter.href(),
            filtered: !filter.is_empty(),
            which: Vec::new(),
            chart: Chart::of(found, filter, words, tiles),
            towns: Town::all(found, filter, words),
            whole: found.whole,
            s,
            form,
        }
    }

    /// Nothing to show: why, and where to look.
    fn empty(&self) -> Html {
        let say = |key: &str| self.s.t(key);
        let act = say("map-to-list");
        kit::empty(&say("map-none-title"), &say("map-none-text"), Some((&self.list, &act)))
    }

    /// The words of a marker that stands for several towns; the script puts the numbers into `#n` and `#m`, of which both are two or more.
    fn several(&self) -> String {
        self.s.t2("map-several", "listings", "#n", "towns", "#m")
    }
}

fn towards(filter: &Filter, words: Words) -> Vec<Towards> {
    let mut all = directions(filter, words);
    for one in &mut all {
        one.href = on_the_map(&one.href);
    }
    all
}

impl Chart {
    fn of(found: &ListingMap, filter: &Filter, words: Words, tiles: Option<Tiles>) -> Option<Self> {
        let span = found.span()?;
        let dots: Vec<Dot> = found.spots.iter().map(|spot| dot(spot, &span)).collect();
        let around = span.widened(1.0, 1.0);
        let apart = ((span.north - span.south).max(span.east - span.west) / 8.0).max(0.08);
        let known = ::places::landmarks(&around, LANDMARKS, apart);
        let landmarks: Vec<(f64, f64, &str)> =
            known.iter().map(|place| (place.point.latitude, span.within(place.point.longitude), place.name)).collect();
        let drawn = Drawing::of(&span, &dots, &landmarks);
        Some(Self {
            drawing: drawn.html(|members| cluster(&found.spots, members, filter, words), &words.t("map-drawing")),
            span,
            landmarks: serde_json::to_string(&landmarks).unwrap_or_default(),
            tiles,
        })
    }
}

fn dot(spot: &Spot, span: &Span) -> Dot {
    let point = spot.place.point;
    Dot { north: point.latitude, east: span.within(point.longitude), listings: spot.listings }
}

/// What a circle of the drawing is called and where it leads: the towns at these places in the order of spots, the busiest first.
fn cluster(spots: &[Spot], members: &[usize], filter: &Filter, words: Words) -> drawing::Called {
    let members: Vec<&Spot> = members.iter().filter_map(|at| spots.get(*at)).collect();
    let Some(first) = members.first() else { return drawing::Called::default() };
    let point = first.place.point;
    let reach = members.iter().map(|spot| point.kilometres_to(spot.place.point) + spot.reach).fold(0.0, f64::max);
    let (towns, listings) = sums(&members);
    drawing::Called {
        name: first.place.name.to_owned(),
        label: words.t2("map-circle", "place", name(first, towns, words), "count", count(listings, words)),
        href: filter.near_within(first.place.id().as_str(), radius(reach)),
    }
}

fn sums(members: &[&Spot]) -> (u32, u32) {
    let sum = |of: fn(&Spot) -> u32| members.iter().fold(0_u32, |sum, spot| sum.saturating_add(of(spot)));
    (sum(|spot| spot.towns), sum(|spot| spot.listings))
}

/// "Corbigny", or "Corbigny and 3 towns around".
fn name(spot: &Spot, towns: u32, words: Words) -> String {
    match towns {
        0 | 1 => spot.place.name.to_owned(),
        more => words.t2("map-and-around", "place", spot.place.name, "n", more - 1),
    }
}

fn count(listings: u32, words: Words) -> String {
    words.t1("map-count", "n", listings)
}

/// The narrowest circle on offer that holds so many kilometres, or their number where none does.
fn radius(reach: f64) -> u32 {
    let widest = slice::from_ref(&exchange::limits::FURTHEST_KILOMETRES);
    let fits = |one: &&u32| f64::from(**one) >= reach;
    RADII.iter().chain(widest).find(fits).copied().unwrap_or(exchange::limits::FURTHEST_KILOMETRES)
}

impl Town {
    fn all(found: &ListingMap, filter: &Filter, words: Words) -> Vec<Self> {
        let Some(span) = found.span() else { return Vec::new() };
        let spots = found.spots.iter().enumerate();
        spots.map(|(at, spot)| Self::of(spot, at < NAMED, &span, filter, words)).collect()
    }

    fn of(spot: &Spot, named: bool, span: &Span, filter: &Filter, words: Words) -> Self {
        let newest = spot.newest.iter().filter(|_| named);
        Self {
            name: name(spot, spot.towns, words),
            region: Some(spot.place.region).filter(|region| *region != spot.place.name).unwrap_or_default(),
            count: count(spot.listings, words),
            listings: spot.listings,
            href: filter.near_within(spot.place.id().as_str(), radius(spot.reach)),
            north: spot.place.point.latitude,
            east: span.within(spot.place.point.longitude),
            newest: newest.map(|listing| Title::of(listing, words)).collect(),
        }
    }
}

impl Title {
    fn of(listing: &map::SpotListing, words: Words) -> Self {
        Self {
            href: format!("/listings/{}", listing.id),
            words: listing.title.clone(),
            direction: super::wording::direction(listing.direction, words),
            offers: listing.direction == exchange::Direction::Offer,
            language: (listing.language != words.language).then(|| listing.language.code()),
        }
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, query: &str, found: ListingMap, tiles: Option<Tiles>| {
        let form = Form::parse_text(preview.words, query.as_bytes());
        let filter = Filter::read(&form, &super::samples::rules(preview.words));
        let s = preview.member("map-title", Place::Listings);
        preview.page(name, &MapPage::new(s, form, &filter, &found, tiles))
    };
    let tiles = Tiles::new("https://tiles.maillon.example/{z}/{x}/{y}.png", "© Tuiles libres").ok();
    vec![
        page("member-listings-map", "", samples::village(preview), None),
        page(
            "member-listings-map-filtered",
            "q=jardin&direction=offer&kind=loan&radius=30",
            samples::village(preview),
            tiles,
        ),
        page("member-listings-map-abroad", "", samples::abroad(preview), None),
        page("member-listings-map-none", "q=tondeuse", ListingMap { whole: true, ..ListingMap::default() }, None),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_the_list_holds_what_a_circle_of_the_map_stands_for() {
        assert_eq!([0.0, 0.8, 4.2, 31.0, 299.9].map(radius), [1, 1, 5, 50, 300]);
        assert_eq!(radius(4_000.0), exchange::limits::FURTHEST_KILOMETRES);
    }
}
