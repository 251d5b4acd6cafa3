//! `GET /bulletins/{id}`: one bulletin.

use super::{language, samples};
use crate::error_page::No;
use crate::kit;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::{BulletinView, CommunityError};
use kernel::{Act, BulletinId};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "bulletins/one.html")]
struct One {
    s: Shell,
    id: BulletinId,
    organisation: String,
    language: Option<&'static str>,
    paragraphs: Vec<String>,
    /// When, and since when it reads like this.
    day: String,
    changed: Option<String>,
    may_write: bool,
}

#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let found = community::bulletin::bulletin(&visit.db, &visit.caller, id.into()).await?;
    let view = found.ok_or(CommunityError::NotFound)?;
    let s = visit.shell(&view.title, Place::Elsewhere).await?;
    let may_write = visit.caller.may(Act::WriteBulletins);
    Ok(page(&One::of(s, &view, visit.face.organisation.clone(), may_write)))
}

impl One {
    fn of(s: Shell, view: &BulletinView, organisation: String, may_write: bool) -> Self {
        Self {
            id: view.id,
            organisation,
            language: language(view, s.words),
            paragraphs: kit::paragraphs(&view.body),
            day: s.date(&view.published_at),
            changed: view.edited_at.map(|at| s.date(&at)),
            may_write,
            s,
        }
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, view: &BulletinView, may_write| {
        let s = p.member("bulletin-title", Place::Elsewhere).titled(view.title.as_str());
        p.page(name, &One::of(s, view, "Foyer rural de Corbigny".to_owned(), may_write))
    };
    let all = samples(p);
    let first = all.first().map(|view| draw("bulletin", view, false));
    let last = all.last().map(|view| draw("official-editor", view, true));
    first.into_iter().chain(last).collect()
}
