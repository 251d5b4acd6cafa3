//! Searches that a member keeps: from any list, on a page of their own.

mod delete;
mod item;
mod list;
mod new;

use crate::doors::Doors;
use crate::form::Form;
use crate::kit::Choices;
use crate::preview::Preview;
use crate::shell::Shell;
use exchange::News;
use kernel::SavedSearchId;
use phrases::Words;
use std::str::FromStr as _;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/searches", list::list)
        .post("/searches", new::save)
        .get("/searches/new", new::new)
        .get("/searches/:id", item::show)
        .post("/searches/:id", item::change)
        .get("/searches/:id/delete", delete::ask)
        .post("/searches/:id/delete", delete::delete)
}

/// Where news of a search go, in words.
fn news(news: News, words: Words) -> String {
    words.t(match news {
        News::App => "searches-news-app",
        News::Daily => "searches-news-daily",
        News::Weekly => "searches-news-weekly",
    })
}

/// The question where news go, with every answer.
fn choose_news(form: &Form, s: &Shell) -> Choices {
    let answers = News::ALL.map(|one| (one.as_str().to_owned(), news(one, s.words)));
    form.choices("news", s.t("searches-news")).options(&answers).hint(s.t("searches-news-hour"))
}

/// What was answered; in the application only where the answer is none of ours.
fn chosen(form: &Form) -> News {
    News::from_str(form.text("news")).unwrap_or_default()
}

fn address(id: SavedSearchId) -> String {
    format!("/searches/{id}")
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let mut pages = list::previews(preview);
    pages.extend(new::previews(preview));
    pages.extend(item::previews(preview));
    pages.extend(delete::previews(preview));
    pages
}
