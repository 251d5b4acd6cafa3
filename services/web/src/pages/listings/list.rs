//! `GET /listings`: what members offer and ask for, with filters that survive the back button.

use super::filter::{Chip, Filter};
use super::{Card, samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::views::CommunityFace;
use exchange::{Direction, Kind, Rules, Settlement};
use kernel::{Cursor, PageRequest};
use phrases::Words;
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
    /// Where to begin a request with the words that were looked for.
    ask: String,
    pager: Html,
}

/// The answers the filters offer: value and words.
struct Offered {
    kinds: Vec<(String, String)>,
    settlements: Vec<(String, String)>,
    categories: Vec<(String, String)>,
}

struct Towards {
    label: String,
    href: String,
    here: bool,
}

/// Listings of a page.
const LISTINGS: u32 = 20;

#[handler]
pub(super) async fn list(visit: Visit) -> Result<Response, No> {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let form = Form::parse_text(visit.words, query.as_bytes());
    let rules = rules(&visit.face);
    let filter = Filter::read(&form, &rules);
    let after = Cursor::decode(form.text("after"));
    let wanted = PageRequest::new(LISTINGS, after);
    let found = exchange::views::listings(&visit.db, &visit.caller, &filter.wanted(), &wanted).await?;
    let s = visit.shell(&visit.words.t("listing-list-title"), Place::Listings).await?;
    let next = found.next.map(|cursor| filter.after(&cursor.encode()));
    let cards = Card::all(&found.items, visit.words, &s.now);
    let first = after.map(|_| filter.href());
    let pager = kit::pager(first.as_deref(), next.as_deref(), &visit.words);
    Ok(page(&List::new(s, form, &filter, &rules, cards, pager)))
}

/// What can be asked for here, as the community's face tells.
fn rules(face: &CommunityFace) -> Rules {
    let settlements = face.policy.settlements.iter().filter_map(|word| word.parse::<Settlement>().ok());
    Rules { settlements: settlements.collect(), categories: face.categories.clone(), listing_days: face.listing_days }
}

impl List {
    fn new(s: Shell, form: Form, filter: &Filter, rules: &Rules, cards: Vec<Card>, pager: Html) -> Self {
        let words = s.words;
        Self {
            choices: Offered::of(rules, words),
            chips: filter.chips(words),
            directions: directions(filter, words),
            filtered: !filter.is_empty(),
            ask: ask(filter),
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
    fn of(rules: &Rules, words: Words) -> Self {
        let any = |key: &str| (String::new(), words.t(key));
        let kinds = Kind::ALL.iter().map(|kind| (kind.as_str().to_owned(), wording::kind(*kind, words)));
        let settlements = rules.settlements.iter();
        let settlements = settlements.map(|one| (one.as_str().to_owned(), wording::settlement(*one, words)));
        let categories = rules.categories.iter().map(|name| (name.clone(), name.clone()));
        Self {
            kinds: std::iter::once(any("listing-any-kind")).chain(kinds).collect(),
            settlements: std::iter::once(any("listing-any-settle")).chain(settlements).collect(),
            categories: std::iter::once(any("listing-any-category")).chain(categories).collect(),
        }
    }
}

fn directions(filter: &Filter, words: Words) -> Vec<Towards> {
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
        let rows = if full { samples::rows(preview) } else { Vec::new() };
        let cards = Card::all(&rows, preview.words, &preview.now);
        let pager = kit::pager(None, full.then_some("/listings"), &preview.words);
        let s = preview.member("listing-list-title", Place::Listings);
        preview.page(name, &List::new(s, form, &filter, &rules, cards, pager))
    };
    vec![
        page("member-listings", "", true),
        page("member-listings-filtered", "q=jardin&direction=offer&kind=loan&settle=gift&town=Corbigny", true),
        page("member-listings-none-found", "q=tondeuse", false),
        page("member-listings-empty", "", false),
    ]
}
