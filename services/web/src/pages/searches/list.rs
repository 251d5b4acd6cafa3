//! `GET /searches`: what I keep looking for.

use super::{address, news};
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::pages::listings::filter::Filter;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use ::places::PlaceId;
use askama::Template;
use exchange::{Direction, Kind, ListingFilter, Near, News, SavedSearchView, Whence, saved_search::views};
use phrases::Words;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "searches/list.html")]
struct List {
    s: Shell,
    searches: Vec<Row>,
}

/// A search; the template prints it as it is.
pub(super) struct Row {
    pub name: String,
    pub href: String,
    /// What is looked for, a phrase each.
    pub said: Vec<String>,
    pub news: String,
    pub paused: bool,
    pub fresh: String,
    /// The list so filtered.
    pub list: String,
}

impl Row {
    pub(super) fn of(view: &SavedSearchView, words: Words) -> Self {
        let filter = Filter::of(&view.filter);
        let mut said = filter.said(words);
        if said.is_empty() {
            said.push(words.t("searches-everything"));
        }
        Self {
            name: view.name.clone(),
            href: address(view.id),
            said,
            news: news(view.news, words),
            paused: view.paused_at.is_some(),
            fresh: words.t1("searches-fresh", "n", view.fresh),
            list: filter.href(),
        }
    }
}

impl List {
    fn empty(&self) -> Html {
        let act = self.s.t("searches-none-act");
        kit::empty(&self.s.t("searches-none-title"), &self.s.t("searches-none-text"), Some(("/listings", &act)))
    }
}

#[handler]
pub(super) async fn list(visit: Visit) -> Result<Response, No> {
    let searches = views::my_searches(&visit.db, &visit.caller).await?;
    let searches = searches.iter().map(|view| Row::of(view, visit.words)).collect();
    let s = visit.shell(&visit.words.t("searches-title"), Place::Listings).await?;
    Ok(page(&List { s, searches }))
}

/// An invented search.
pub(super) fn sample(p: &Preview, place: u128) -> SavedSearchView {
    let near = |code: &str| code.parse::<PlaceId>().ok().map(Whence::Place);
    let bike = ListingFilter {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Loan),
        words: Some(p.words.t("searches-sample-words")),
        near: Some(Near { whence: Whence::Home, kilometres: Some(30) }),
        ..ListingFilter::default()
    };
    let garden = ListingFilter {
        near: near("f58083").map(|whence| Near { whence, kilometres: None }),
        ..ListingFilter::default()
    };
    let first = place == 1;
    SavedSearchView {
        id: Uuid::from_u128(0x5ea0 + place).into(),
        name: p.words.t(if first { "searches-sample-bike" } else { "searches-sample-garden" }),
        filter: if first { bike } else { garden },
        news: if first { News::Daily } else { News::App },
        paused_at: (!first).then(|| p.ago(2)),
        created_at: p.ago(9),
        fresh: if first { 3 } else { 0 },
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, searches: &[SavedSearchView]| {
        let s = p.member("searches-title", Place::Listings);
        let searches = searches.iter().map(|view| Row::of(view, p.words)).collect();
        p.page(name, &List { s, searches })
    };
    vec![draw("member-searches", &[sample(p, 1), sample(p, 2)]), draw("member-searches-none", &[])]
}
