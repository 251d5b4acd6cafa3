//! `GET /groups`: one's own, then all others, the newest first.

use super::{Line, samples};
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use groups::{GroupView, Part};
use kernel::{Cursor, PageRequest};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "groups/list.html")]
struct List {
    s: Shell,
    mine: Vec<Line>,
    others: Vec<Line>,
    pager: Html,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

/// Groups of a page.
const LINES: u32 = 30;

#[handler]
pub(super) async fn list(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = groups::views::groups(&visit.db, &visit.caller, &PageRequest::new(LINES, after)).await?;
    let mine = if after.is_none() { groups::views::my_groups(&visit.db, &visit.caller).await? } else { Vec::new() };
    let s = visit.shell(&visit.words.t("group-list-title"), Place::Members).await?;
    let next = found.next.map(|cursor| format!("/groups?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/groups"), next.as_deref(), &visit.words);
    Ok(page(&List::new(s, &mine, &found.items, pager)))
}

impl List {
    fn new(s: Shell, mine: &[GroupView], all: &[GroupView], pager: Html) -> Self {
        let others = all.iter().filter(|view| view.part == Part::Outside);
        Self { mine: Line::all(mine, s.words), others: Line::all(others, s.words), pager, s }
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, mine: &[GroupView], all: &[GroupView]| {
        let s = p.member("group-list-title", Place::Members);
        p.page(name, &List::new(s, mine, all, kit::pager(None, None, &p.words)))
    };
    let all = samples::all(p);
    let mine: Vec<GroupView> = all.iter().filter(|view| view.part != Part::Outside).cloned().collect();
    vec![draw("member-groups", &mine, &all), draw("member-groups-none", &[], &[])]
}
