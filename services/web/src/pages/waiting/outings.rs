//! `GET /waiting/outings`: the open outings, and what whoever waits does about them.

use super::room::elsewhere;
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::pages::listings::{extent, outing::said};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::outing::{
    Attendance, OpenOuting, OpenOutings, SignUp, StepBack, open_outings, sign_up_as_guest, step_back_as_guest,
};
use kernel::{Cursor, Page, PageRequest};
use poem::web::{Path, Query};
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

/// Outings of a page.
const OUTINGS: u32 = 20;

#[derive(Template)]
#[template(path = "waiting/outings.html")]
struct OutingsPage {
    s: Shell,
    granted: bool,
    lines: Vec<Line>,
    pager: Html,
}

/// One of them.
struct Line {
    href: String,
    one: OpenOuting,
    when: String,
    paragraphs: Vec<String>,
    /// The language it is written in, when it is not the page's.
    language: Option<&'static str>,
    mine: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

#[handler]
pub(super) async fn show(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = open_outings(&visit.db, &visit.caller, &PageRequest::new(OUTINGS, after)).await?;
    let next = found.page.next.map(|cursor| format!("/waiting/outings?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/waiting/outings"), next.as_deref(), &visit.words);
    let s = visit.shell(&visit.words.t("outing-guest-title"), Place::Elsewhere).await?;
    Ok(page(&OutingsPage::new(s, found, pager)))
}

#[handler]
pub(super) async fn come(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let done = sign_up_as_guest(&visit.db, &visit.caller, SignUp { listing: id.into() }).await?;
    Ok(see_and_say("/waiting/outings", said(done)))
}

#[handler]
pub(super) async fn step_back(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    step_back_as_guest(&visit.db, &visit.caller, StepBack { listing: id.into() }).await?;
    Ok(see_and_say("/waiting/outings", "outing-said-stepped-back"))
}

impl OutingsPage {
    fn new(s: Shell, found: OpenOutings, pager: Html) -> Self {
        let words = s.words;
        let line = |one: OpenOuting| Line {
            href: format!("/waiting/outings/{}", one.listing),
            when: extent::span(one.starts_at, one.ends_at, words),
            paragraphs: kit::paragraphs(&one.body),
            language: (one.language != words.language).then(|| one.language.code()),
            mine: one.mine.map(|mine| match mine {
                Attendance::Coming => words.t("outing-mine-coming"),
                Attendance::InLine => words.t("outing-mine-in-line"),
            }),
            one,
        };
        Self { granted: found.granted, lines: found.page.items.into_iter().map(line).collect(), s, pager }
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, granted: bool, outings: Vec<OpenOuting>| {
        let s = preview.visitor("outing-guest-title").signed_in("Thomas");
        let found = OpenOutings { granted, page: Page::whole(outings) };
        preview.page(name, &OutingsPage::new(s, found, Html::default()))
    };
    let one = |n: u8, is_full: bool, mine: Option<Attendance>| OpenOuting {
        listing: Uuid::from_u128(u128::from(n)).into(),
        title: preview.words.t("outing-sample"),
        body: preview.words.t("outing-sample-text"),
        language: preview.words.language,
        town: "Lormes".to_owned(),
        starts_at: preview.now + chrono::Duration::days(i64::from(n)),
        ends_at: Some(preview.now + chrono::Duration::days(i64::from(n)) + chrono::Duration::hours(2)),
        organiser: "Anne-Lise".to_owned(),
        is_full,
        mine,
    };
    let all = vec![one(3, false, None), one(6, true, None), one(9, true, Some(Attendance::InLine))];
    vec![
        page("waiting_outings", true, all),
        page("waiting_outings_none", true, Vec::new()),
        page("waiting_outings_not_granted", false, Vec::new()),
    ]
}
