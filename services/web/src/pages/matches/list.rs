//! `GET /matches`: what goes with my listings.

use super::Pair;
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::pages::listings;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::matching::Reason;
use exchange::views::matches::{MatchView, matches};
use exchange::{Direction, ListingRow};
use kernel::{Cursor, PageRequest};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "matches/list.html")]
struct List {
    s: Shell,
    pairs: Vec<Pair>,
    pager: Html,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

#[handler]
pub(super) async fn list(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = matches(&visit.db, &visit.caller, None, &PageRequest::new(20, after)).await?;
    let pairs = Pair::all(&found.items, visit.words, &visit.now());
    let next = found.next.map(|cursor| format!("/matches?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/matches"), next.as_deref(), &visit.words);
    let s = visit.shell(&visit.words.t("matches-title"), Place::Listings).await?;
    Ok(page(&List { s, pairs, pager }))
}

impl List {
    fn empty(&self) -> Html {
        let act = self.s.t("listing-publish");
        kit::empty(&self.s.t("matches-empty-title"), &self.s.t("matches-empty-text"), Some(("/listings/new", &act)))
    }
}

/// An offer of somebody's for a request of the reader's, and the other way round, with every reason there is.
pub(super) fn sample(preview: &Preview) -> Vec<MatchView> {
    let rows = listings::samples::rows(preview);
    let of = |direction: Direction| rows.iter().find(|row| row.direction == direction).cloned();
    let view = |place: u128, mine: &ListingRow, theirs: ListingRow, reasons: Vec<Reason>| MatchView {
        id: Uuid::from_u128(0xa7c4 + place).into(),
        mine: mine.id,
        mine_title: mine.title.clone(),
        theirs,
        score: 0.8,
        reasons,
        found_at: preview.ago(1),
    };
    let (Some(offer), Some(request)) = (of(Direction::Offer), of(Direction::Request)) else { return Vec::new() };
    let word: Vec<String> = offer.title.split_whitespace().take(1).map(str::to_owned).collect();
    let much = vec![Reason::Words(word), Reason::Near(2), Reason::Available, Reason::CommonSponsor, Reason::Category];
    let little = vec![Reason::SameTown, Reason::Trusted, Reason::Fresh];
    vec![view(0, &request, offer.clone(), much), view(1, &offer, request.clone(), little)]
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, views: &[MatchView]| {
        let pairs = Pair::all(views, preview.words, &preview.now);
        let s = preview.member("matches-title", Place::Listings);
        preview.page(name, &List { s, pairs, pager: Html::default() })
    };
    vec![page("member-matches", &sample(preview)), page("member-matches-empty", &[])]
}
