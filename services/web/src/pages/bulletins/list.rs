//! `GET /bulletins`: all of them, the newest first.

use super::{Line, samples};
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Act, Cursor, PageRequest};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "bulletins/list.html")]
struct List {
    s: Shell,
    lines: Vec<Line>,
    pager: Html,
    may_write: bool,
    /// Whether the reader waits to come in.
    waits: bool,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

/// Bulletins of a page.
const LINES: u32 = 20;

#[handler]
pub(super) async fn list(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let wanted = PageRequest::new(LINES, after);
    let found = community::bulletin::bulletins(&visit.db, &visit.caller, &wanted).await?;
    let s = visit.shell(&visit.words.t("bulletin-title"), Place::Elsewhere).await?;
    let next = found.next.map(|cursor| format!("/bulletins?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/bulletins"), next.as_deref(), &visit.words);
    let lines = Line::all(&found.items, visit.words, &s.now);
    let may_write = visit.caller.may(Act::WriteBulletins);
    let waits = visit.caller.me().is_some_and(|me| me.standing.is_waiting());
    Ok(page(&List { s, lines, pager, may_write, waits }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, lines: Vec<Line>, may_write| {
        let pager = kit::pager(None, (!lines.is_empty()).then_some("/bulletins"), &p.words);
        p.page(name, &List { s: p.member("bulletin-title", Place::Elsewhere), lines, pager, may_write, waits: false })
    };
    let some = Line::all(&samples(p), p.words, &p.now);
    let guest = List {
        s: p.visitor("bulletin-title").signed_in("Thomas"),
        lines: some.clone(),
        pager: kit::pager(None, None, &p.words),
        may_write: false,
        waits: true,
    };
    vec![draw("bulletins", some, true), draw("bulletins-none", Vec::new(), false), p.page("bulletins-guest", &guest)]
}
