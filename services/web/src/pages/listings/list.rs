//! `GET /listings`: what members offer and ask for, with filters that survive the back button.

use super::filter::{Chip, Filter, TRUSTED, on_the_map, rules};
use super::{Card, in_order::InOrder, samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with_script};
use crate::visit::Visit;
use askama::Template;
use exchange::{Direction, ExchangeError, Kind, ListingFilter, ListingRow, Order, Rules};
use kernel::{Cursor, LinkedAlike, Page, PageRequest};
use phrases::Words;
use places::Nearness;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "listings/list.html")]
struct List {
    s: Shell,
    form: Form,
    choices: Offered,
    chips: Vec<Chip>,
    directions: Vec<Towards>,
    cards: Vec<Card>,
    filtered: bool,
    /// Where this search is kept.
    keep: Option<String>,
    /// What was typed, and the words of the community that are shown instead.
    almost: Option<(String, String)>,
    /// What may be meant by the town that is named: code's address and words.
    which: Vec<(String, String)>,
    /// What the order of the list means.
    in_order: Option<String>,
    /// Where to begin a request with the words that were looked for.
    ask: String,
    /// The same on a map.
    map: String,
    pager: Html,
}

/// The answers the filters offer: value and words.
struct Offered {
    kinds: Vec<(String, String)>,
    settlements: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    near: Vec<(String, String)>,
    radii: Vec<(String, String)>,
    orders: Vec<(String, String)>,
}

pub(super) struct Towards {
    pub label: String,
    pub href: String,
    pub here: bool,
}

/// Kilometres that can be chosen.
pub(super) const RADII: [u32; 7] = [1, 5, 10, 30, 50, 100, 300];
/// Listings of a page.
const LISTINGS: u32 = 20;

#[handler]
pub(super) async fn list(visit: Visit) -> Result<Response, No> {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let mut form = Form::parse_text(visit.words, query.as_bytes());
    let rules = rules(&visit.face, visit.now());
    let filter = Filter::read(&form, &rules);
    let called = called(&visit, &filter).await?;
    let mut filter = filter.calling(called);
    let after = Cursor::decode(form.text("after"));
    let wanted = PageRequest::new(LISTINGS, after);
    let in_order = InOrder::of(&visit, &filter).await?;
    let mut found = found(&visit, &filter, &in_order.linked, &wanted).await;
    let mut almost = None;
    if found.as_ref().is_ok_and(|page| page.items.is_empty())
        && let Some(meant) = exchange::views::almost::almost(&visit.db, &visit.caller, &filter.wanted()).await?
    {
        almost = filter.words().map(|typed| (typed, meant.clone()));
        filter = filter.with_words(&meant);
        found = self::found(&visit, &filter, &in_order.linked, &wanted).await;
    }
    let (found, which) = match found {
        Ok(found) => (found, Vec::new()),
        Err(error) => {
            form.refused(error)?;
            (Page::whole(Vec::new()), which(&visit, &filter)?)
        }
    };
    let s = visit.shell(&visit.words.t("listing-list-title"), Place::Listings).await?;
    let next = found.next.map(|cursor| filter.after(&cursor.encode()));
    let cards = Card::all(&found.items, visit.words, &s.now);
    let first = after.map(|_| filter.href());
    let pager = kit::pager(first.as_deref(), next.as_deref(), &visit.words);
    let status = form.status();
    let in_order = in_order.said;
    Ok(page_with_script(status, &List { almost, which, in_order, ..List::new(s, form, &filter, &rules, cards, pager) }))
}

async fn found(
    visit: &Visit,
    filter: &Filter,
    linked: &[LinkedAlike],
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    let wanted = ListingFilter { linked: linked.to_vec(), ..filter.wanted() };
    exchange::views::listings_in_full(&visit.db, &visit.caller, &wanted, page).await
}

/// What the group is called that is asked for.
pub(super) async fn called(visit: &Visit, filter: &Filter) -> Result<Option<String>, No> {
    let Some(group) = filter.group() else { return Ok(None) };
    let found = groups::views::group(&visit.db, &visit.caller, group).await?;
    Ok(found.map(|view| view.name))
}

/// The list near each place that may be meant.
fn which(visit: &Visit, filter: &Filter) -> Result<Vec<(String, String)>, No> {
    let Some(town) = filter.named_town() else { return Ok(Vec::new()) };
    let places = exchange::my_places::which(&visit.caller, &town)?;
    Ok(places.iter().map(|place| (filter.near(place.id().as_str()), place.label(visit.words.language))).collect())
}

impl List {
    fn new(s: Shell, form: Form, filter: &Filter, rules: &Rules, cards: Vec<Card>, pager: Html) -> Self {
        let words = s.words;
        Self {
            choices: Offered::of(rules, filter, words),
            which: Vec::new(),
            in_order: None,
            almost: None,
            keep: filter.keep(),
            chips: filter.chips(words),
            directions: directions(filter, words),
            filtered: !filter.is_empty(),
            ask: ask(filter),
            map: on_the_map(&filter.href()),
            s,
            form,
            cards,
            pager,
        }
    }
}

impl List {
    /// Nothing to show: why, and what one can do.
    fn empty(&self) -> Html {
        let say = |key: &str| self.s.t(key);
        if self.filtered {
            let act = say("listing-none-ask");
            return kit::empty(&say("listing-none-title"), &say("listing-none-text"), Some((&self.ask, &act)));
        }
        let act = say("listing-publish");
        kit::empty(&say("listing-empty-title"), &say("listing-empty-text"), Some(("/listings/new", &act)))
    }
}

impl Offered {
    fn of(rules: &Rules, filter: &Filter, words: Words) -> Self {
        let any = |key: &str| (String::new(), words.t(key));
        let kinds = Kind::ALL.iter().map(|kind| (kind.as_str().to_owned(), wording::kind(*kind, words)));
        let settlements = rules.settlements.iter();
        let settlements = settlements.map(|one| (one.as_str().to_owned(), wording::settlement(*one, words)));
        let categories = rules.categories.iter().map(|name| (name.clone(), name.clone()));
        Self {
            kinds: std::iter::once(any("listing-any-kind")).chain(kinds).collect(),
            settlements: std::iter::once(any("listing-any-settle")).chain(settlements).collect(),
            categories: std::iter::once(any("listing-any-category")).chain(categories).collect(),
            near: near(filter, words),
            radii: radii(words),
            orders: vec![
                any("listing-order-newest"),
                ("nearest".to_owned(), words.t("listing-order-nearest")),
                (TRUSTED.to_owned(), words.t("listing-order-trusted")),
            ],
        }
    }
}

fn near(filter: &Filter, words: Words) -> Vec<(String, String)> {
    let places = [
        ("", "listing-near-anywhere"),
        ("home", "listing-near-home"),
        ("work", "listing-near-work"),
        ("town", "listing-near-town"),
    ];
    let places = places.map(|(value, key)| (value.to_owned(), words.t(key)));
    places.into_iter().chain(filter.place(words)).collect()
}

fn radii(words: Words) -> Vec<(String, String)> {
    let one = |km: &u32| (km.to_string(), words.t1("listing-near-radius", "km", *km));
    std::iter::once((String::new(), words.t("listing-near-any-radius"))).chain(RADII.iter().map(one)).collect()
}

pub(super) fn directions(filter: &Filter, words: Words) -> Vec<Towards> {
    let one = |key: &str, direction: Option<Direction>| Towards {
        label: words.t(key),
        href: filter.towards(direction),
        here: filter.direction() == direction,
    };
    vec![
        one("listing-all", None),
        one("listing-requests", Some(Direction::Request)),
        one("listing-offers", Some(Direction::Offer)),
    ]
}

fn ask(filter: &Filter) -> String {
    let title: Option<String> =
        filter.words().map(|words| url::form_urlencoded::byte_serialize(words.as_bytes()).collect());
    let title = title.map_or_else(String::new, |title| format!("&title={title}"));
    format!("/listings/new?direction=request{title}")
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, query: &str, full: bool| {
        let form = Form::parse_text(preview.words, query.as_bytes());
        let rules = samples::rules(preview.words);
        let filter = Filter::read(&form, &rules);
        let mut rows = if full { samples::rows(preview) } else { Vec::new() };
        if filter.wanted().near.is_some() {
            rows.iter_mut().zip([0.0, 3.2, 240.0]).for_each(|(row, far)| row.nearness = Some(Nearness::of(far)));
        }
        let cards = Card::all(&rows, preview.words, &preview.now);
        let pager = kit::pager(None, full.then_some("/listings"), &preview.words);
        let s = preview.member("listing-list-title", Place::Listings);
        let almost = name.ends_with("almost").then(|| ("tondeuze".to_owned(), "tondeuse".to_owned()));
        let in_order = (filter.wanted().order == Order::Trusted).then(|| InOrder::said(true, preview.words));
        preview.page(name, &List { almost, in_order, ..List::new(s, form, &filter, &rules, cards, pager) })
    };
    vec![
        page("member-listings", "", true),
        page("member-listings-filtered", "q=jardin&direction=offer&kind=loan&settle=gift&town=Corbigny", true),
        page("member-listings-near", "near=home&radius=300&order=nearest", true),
        page("member-listings-trusted", "order=trusted", true),
        page("member-listings-almost", "q=tondeuse", true),
        page("member-listings-none-found", "q=tondeuse", false),
        page("member-listings-empty", "", false),
    ]
}
