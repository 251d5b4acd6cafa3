//! Keeping a search no more.

use super::list::{Row, sample};
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{
    DeleteSearch,
    saved_search::{delete_search, views},
};
use kernel::{Refusal, SavedSearchId};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "searches/delete.html")]
struct Delete {
    s: Shell,
    search: Row,
}

/// `GET /searches/:id/delete`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = views::my_search(&visit.db, &visit.caller, SavedSearchId(id)).await?.ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("searches-delete-what", "name", view.name.as_str());
    let s = visit.shell(&title, Place::Listings).await?;
    Ok(page(&Delete { s, search: Row::of(&view, visit.words) }))
}

/// `POST /searches/:id/delete`
#[handler]
pub(super) async fn delete(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    delete_search(&visit.db, &visit.caller, DeleteSearch { id: SavedSearchId(id) }).await?;
    Ok(see_and_say("/searches", "searches-deleted"))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let view = sample(p, 1);
    let title = p.words.t1("searches-delete-what", "name", view.name.as_str());
    let s = p.member("searches-title", Place::Listings).titled(title);
    vec![p.page("member-search-delete", &Delete { s, search: Row::of(&view, p.words) })]
}
