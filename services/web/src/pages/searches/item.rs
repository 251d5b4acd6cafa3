//! One kept search: what it has found, and how it is set.

use super::list::{Row, sample};
use super::{address, choose_news, chosen};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Choices, Html};
use crate::pages::listings::{Card, samples};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{
    ChangeSearch, News, SavedSearchView,
    saved_search::{change_search, views},
};
use kernel::{Cursor, PageRequest, Refusal, SavedSearchId};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "searches/item.html")]
struct Item {
    s: Shell,
    form: Form,
    search: Row,
    cards: Vec<Card>,
    pager: Html,
    /// Whether letters were asked for here, and stopped in the settings.
    stopped: bool,
}

impl Item {
    fn news(&self) -> Choices {
        choose_news(&self.form, &self.s)
    }
}

/// `GET /searches/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    draw(&visit, SavedSearchId(id), None).await
}

/// `POST /searches/:id`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let id = SavedSearchId(id);
    let cmd =
        ChangeSearch { id, name: form.text("name").to_owned(), news: chosen(&form), paused: form.ticked("paused") };
    match change_search(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&address(id), "searches-changed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, id, Some(form)).await
        }
    }
}

async fn draw(visit: &Visit, id: SavedSearchId, form: Option<Form>) -> Result<Response, No> {
    let view = views::my_search(&visit.db, &visit.caller, id).await?.ok_or(No(Refusal::NOT_FOUND))?;
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let after = Cursor::decode(Form::parse_text(visit.words, query.as_bytes()).text("after"));
    let found = views::found(&visit.db, &visit.caller, id, &PageRequest::new(20, after)).await?;
    let stopped =
        view.news != News::App && !membership::views::own(&visit.db, &visit.caller).await?.letters.search_letters;
    let next = found.next.map(|cursor| format!("{}?after={}", address(id), cursor.encode()));
    let first = after.map(|_| address(id));
    let pager = kit::pager(first.as_deref(), next.as_deref(), &visit.words);
    let s = visit.shell(&view.name, Place::Listings).await?;
    let cards = Card::all(&found.items, visit.words, &s.now);
    let form = form.unwrap_or_else(|| stored(&view, visit.words));
    let status = form.status();
    let search = Row::of(&view, visit.words);
    Ok(page_with(status, &Item { s, form, search, cards, pager, stopped }))
}

fn stored(view: &SavedSearchView, words: Words) -> Form {
    let form = Form::blank(words).with("name", &view.name).with("news", view.news.as_str());
    if view.paused_at.is_some() { form.with("paused", "yes") } else { form }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, place: u128, full: bool, mut form: Option<Form>| {
        let view = sample(p, place);
        let s = p.member("searches-title", Place::Listings).titled(&view.name);
        let rows = if full { samples::rows(p) } else { Vec::new() };
        let cards = Card::all(&rows, p.words, &p.now);
        let form = form.take().unwrap_or_else(|| stored(&view, p.words));
        let search = Row::of(&view, p.words);
        p.page(name, &Item { s, form, search, cards, pager: Html::default(), stopped: full })
    };
    let mut wrong = Form::blank(p.words).with("news", "daily");
    wrong.fail("name", p.words.refusal("SEARCH_NAME_MISSING"));
    vec![
        draw("member-search", 1, true, None),
        draw("member-search-paused", 2, false, None),
        draw("member-search-error", 1, false, Some(wrong)),
    ]
}
