//! Everybody inside, the newest first.

use super::office;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Cursor, Page, PageRequest};
use membership::{MemberCard, MemberFilter};
use poem::{Response, handler};

/// Members a page shows.
const SHOWN: u32 = 30;

#[derive(Template)]
#[template(path = "members/list.html")]
struct ListPage {
    s: Shell,
    search: Form,
    people: Page<MemberCard>,
    pager: Html,
}

impl ListPage {
    fn office(&self, card: &MemberCard) -> Option<String> {
        office(self.s.words, card.role)
    }

    fn searched(&self) -> &str {
        self.search.text("q")
    }
}

/// `GET /members?q=…&after=…`
#[handler]
pub async fn show(visit: Visit, request: &poem::Request) -> Result<Response, No> {
    let search = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    let filter =
        MemberFilter { standing: None, search: Some(search.text("q").to_owned()).filter(|words| !words.is_empty()) };
    let wanted = PageRequest::new(SHOWN, Cursor::decode(search.text("after")));
    let people = membership::views::members(&visit.db, &visit.caller, filter, wanted).await?;
    let s = visit.shell(&visit.words.t("members-title"), Place::Members).await?;
    let pager = pages(&s, &search, &people);
    Ok(page(&ListPage { s, search, people, pager }))
}

fn pages(s: &Shell, search: &Form, people: &Page<MemberCard>) -> Html {
    let words: String = url::form_urlencoded::byte_serialize(search.text("q").as_bytes()).collect();
    let first = (!search.text("after").is_empty()).then(|| format!("/members?q={words}"));
    let next = people.next.map(|next| format!("/members?q={words}&after={}", next.encode()));
    pager(first.as_deref(), next.as_deref(), &s.words)
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |query: &str, items: Vec<MemberCard>| {
        let (s, search) = (p.member("members-title", Place::Members), Form::parse_text(p.words, query.as_bytes()));
        let people = Page::whole(items);
        ListPage { pager: pages(&s, &search, &people), s, search, people }
    };
    vec![p.page("people-list", &draw("", p.people())), p.page("people-list-nobody", &draw("q=zebre", Vec::new()))]
}
