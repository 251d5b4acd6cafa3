//! `GET /messages`: the reader's conversations, the latest first.

use super::Row;
use super::row::samples;
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Cursor, PageRequest};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "messages/inbox.html")]
struct Inbox {
    s: Shell,
    rows: Vec<Row>,
    pager: Html,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

#[handler]
pub(super) async fn inbox(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = conversation::views::inbox(&visit.db, &visit.caller, &PageRequest::new(30, after)).await?;
    let rows = Row::all(&found.items, visit.words, &visit.now());
    let next = found.next.map(|cursor| format!("/messages?after={}", cursor.encode()));
    let pager = kit::pager(after.map(|_| "/messages"), next.as_deref(), &visit.words);
    let s = visit.shell(&visit.words.t("conversation-inbox-title"), Place::Messages).await?;
    Ok(page(&Inbox { s, rows, pager }))
}

impl Inbox {
    fn empty(&self) -> Html {
        let act = self.s.t("conversation-empty-act");
        let (title, text) = (self.s.t("conversation-empty-title"), self.s.t("conversation-empty-text"));
        kit::empty(&title, &text, Some(("/listings", &act)))
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, rows: Vec<Row>| {
        let s = preview.member("conversation-inbox-title", Place::Messages);
        preview.page(name, &Inbox { s, rows, pager: Html::default() })
    };
    let rows = Row::all(&samples(preview), preview.words, &preview.now);
    vec![page("member-messages", rows), page("member-messages-empty", Vec::new())]
}
