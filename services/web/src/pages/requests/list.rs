//! Who asks me to vouch.

use super::sample;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Cursor, PageRequest};
use poem::{Response, handler};
use sponsorship::RequestView;

const SHOWN: u32 = 20;

#[derive(Template)]
#[template(path = "requests/list.html")]
struct ListPage {
    s: Shell,
    requests: Vec<RequestView>,
    pager: Html,
}

/// `GET /requests?after=…`
#[handler]
pub async fn show(visit: Visit, request: &poem::Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    let wanted = PageRequest::new(SHOWN, Cursor::decode(query.text("after")));
    let asked = sponsorship::asked_of_me(&visit.db, &visit.caller, wanted).await?;
    let s = visit.shell(&visit.words.t("requests-title"), Place::Elsewhere).await?;
    let first = wanted.after.map(|_| "/requests");
    let next = asked.next.map(|next| format!("/requests?after={}", next.encode()));
    let pager = pager(first, next.as_deref(), &s.words);
    Ok(page(&ListPage { s, requests: asked.items, pager }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw =
        |requests| ListPage { s: p.member("requests-title", Place::Elsewhere), requests, pager: Html::default() };
    vec![p.page("asked-list", &draw(vec![sample(p, true)])), p.page("asked-list-empty", &draw(Vec::new()))]
}
