//! `GET /listings/mine`: what I offered and asked for, in every state.

use super::{Card, drafts, reserved, samples, wording};
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::pages::mandates;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::mandate::{MandateStage, MandateView};
use exchange::{ListingRow, SavedDraft, State, saved_draft};
use kernel::{Cursor, PageRequest, Timestamp};
use phrases::Words;
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "listings/mine.html")]
struct Mine {
    s: Shell,
    rows: Vec<Own>,
    pager: Html,
    /// What others ask in the reader's name.
    for_me: Vec<MandateView>,
    /// What the reader has begun and keeps for later; on the first page.
    drafts: Vec<drafts::Row>,
}

/// One of the reader's listings, with how it stands.
#[expect(clippy::struct_excessive_bools, reason = "each shows a line of its own")]
struct Own {
    card: Card,
    state: String,
    /// Until when it is shown, while it is.
    shown_until: Option<String>,
    open: bool,
    /// By which it is said to be promised, or not any more.
    promise: Option<reserved::Button>,
    expired: bool,
    /// Whether a click gives it more time: not what ended by a date of its own.
    renewable: bool,
    fulfilled: bool,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

#[handler]
pub(super) async fn mine(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = exchange::views::mine(&visit.db, &visit.caller, &PageRequest::new(20, after)).await?;
    let now = visit.now();
    let rows = found.items.iter().map(|row| Own::of(row, visit.words, &now)).collect();
    let next = found.next.map(|cursor| format!("/listings/mine?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/listings/mine"), next.as_deref(), &visit.words);
    let s = visit.shell(&visit.words.t("listing-mine-title"), Place::Listings).await?;
    let for_me = exchange::mandate::mandates_for_me(&visit.db, &visit.caller).await?;
    let drafts = match after {
        None => saved_draft::views::my_drafts(&visit.db, &visit.caller).await?,
        Some(_) => Vec::new(),
    };
    let drafts = drafts.iter().map(|kept| drafts::Row::of(kept, visit.words, &now)).collect();
    Ok(page(&Mine { s, rows, pager, for_me, drafts }))
}

impl Mine {
    fn empty(&self) -> Html {
        let act = self.s.t("listing-publish");
        let (title, text) = (self.s.t("listing-mine-empty-title"), self.s.t("listing-mine-empty-text"));
        kit::empty(&title, &text, Some(("/listings/new", &act)))
    }
}

impl Own {
    fn of(row: &ListingRow, words: Words, now: &Timestamp) -> Self {
        let open = row.state == State::Open;
        let mut card = Card::of(row, words, now);
        // Nobody reads what the member has not agreed to: its page is that of the mandate.
        if matches!(row.state, State::Agreeing | State::Declined) {
            card.href.push_str("/mandate");
        }
        Self {
            card,
            state: wording::state(row.state, words),
            shown_until: open.then(|| words.t1("listing-shown-until", "day", words.date(&row.expires_at))),
            open,
            promise: reserved::Button::of(row, words),
            expired: row.state == State::Expired,
            renewable: row.state == State::Expired && !row.extent.has_end(),
            fulfilled: row.state == State::Fulfilled,
        }
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, listings: &[ListingRow], kept: &[SavedDraft]| {
        let rows = listings.iter().map(|row| Own::of(row, preview.words, &preview.now)).collect();
        let s = preview.member("listing-mine-title", Place::Listings);
        let asked = MandateView { may_agree: true, may_end: true, ..mandates::sample(preview, MandateStage::Asked) };
        let for_me = if listings.is_empty() { Vec::new() } else { vec![asked] };
        let drafts = kept.iter().map(|kept| drafts::Row::of(kept, preview.words, &preview.now)).collect();
        preview.page(name, &Mine { s, rows, pager: Html::default(), for_me, drafts })
    };
    let states = State::ALL.iter().copied();
    let rows: Vec<ListingRow> = samples::rows(preview)
        .into_iter()
        .cycle()
        .zip(states)
        .map(|(row, state)| ListingRow { state, ..row })
        .collect();
    let kept = drafts::samples(preview);
    vec![
        page("member-listings-mine", &rows, &kept),
        page("member-listings-mine-drafts", &[], &kept),
        page("member-listings-mine-empty", &[], &[]),
    ]
}
