//! Keeping a search, from the list with its filters.

use super::{address, choose_news, chosen};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Choices;
use crate::pages::listings::{
    filter::{Filter, rules},
    samples,
};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{
    SaveSearch,
    saved_search::{save_search, views},
};
use kernel::SavedSearchId;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "searches/new.html")]
struct New {
    s: Shell,
    form: Form,
    /// What is looked for, a phrase each.
    said: Vec<String>,
    /// The same as the form sends it.
    kept: Vec<(&'static str, String)>,
    /// The list it comes from.
    list: String,
}

impl New {
    fn of(s: Shell, form: Form, filter: &Filter) -> Self {
        let mut said = filter.said(s.words);
        if said.is_empty() {
            said.push(s.t("searches-everything"));
        }
        Self { said, kept: filter.kept(), list: filter.href(), s, form }
    }

    fn news(&self) -> Choices {
        choose_news(&self.form, &self.s)
    }
}

/// `GET /searches/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Result<Response, No> {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    // Who may keep none is shown no form.
    views::my_searches(&visit.db, &visit.caller).await?;
    let asked = Form::parse_text(visit.words, query.as_bytes());
    let filter = Filter::read(&asked, &rules(&visit.face, visit.now()));
    let name: String = filter.said(visit.words).join(", ").chars().take(60).collect();
    let mut form = asked.with("id", visit.fresh_id().to_string()).with("news", "app");
    form.set("name", &name);
    draw(&visit, form, &filter).await
}

/// `POST /searches`
#[handler]
pub(super) async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let filter = Filter::read(&form, &rules(&visit.face, visit.now()));
    let Some(id) = form.id().map(SavedSearchId) else {
        views::my_searches(&visit.db, &visit.caller).await?;
        form.set("id", &visit.fresh_id().to_string());
        return draw(&visit, form, &filter).await;
    };
    let cmd = SaveSearch { id, name: form.text("name").to_owned(), filter: filter.wanted(), news: chosen(&form) };
    match save_search(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&address(id), "searches-saved")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form, &filter).await
        }
    }
}

async fn draw(visit: &Visit, form: Form, filter: &Filter) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("searches-keep"), Place::Listings).await?;
    Ok(page_with(form.status(), &New::of(s, form, filter)))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form| {
        let asked = Form::parse_text(p.words, b"q=perceuse&direction=offer&near=home&radius=30");
        let filter = Filter::read(&asked, &samples::rules(p.words));
        p.page(name, &New::of(p.member("searches-keep", Place::Listings), form, &filter))
    };
    let form = Form::blank(p.words).with("news", "daily").with("name", p.words.t("searches-sample-bike"));
    let mut wrong = Form::blank(p.words).with("news", "app");
    wrong.fail("name", p.words.refusal("SEARCH_NAME_MISSING"));
    vec![draw("member-search-new", form), draw("member-search-new-error", wrong)]
}
