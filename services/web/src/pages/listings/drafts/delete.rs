//! Deleting a draft.

use super::{Row, own, samples};
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::DeleteDraft;
use exchange::kept_draft::delete_draft;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/draft_delete.html")]
struct Delete {
    s: Shell,
    draft: Row,
}

/// `GET /listings/drafts/:id/delete`
#[handler]
pub(crate) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let draft = Row::of(&own(&visit, id.into()).await?, visit.words, &visit.now());
    let title = visit.words.t1("listing-draft-delete-what", "title", draft.title.as_str());
    let s = visit.shell(&title, Place::Listings).await?;
    Ok(page(&Delete { s, draft }))
}

/// `POST /listings/drafts/:id/delete`
#[handler]
pub(crate) async fn delete(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    delete_draft(&visit.db, &visit.caller, DeleteDraft { id: id.into() }).await?;
    Ok(see_and_say("/listings/mine", "listing-draft-deleted"))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let each = samples(preview).into_iter().take(1).map(|kept| {
        let draft = Row::of(&kept, preview.words, &preview.now);
        let title = preview.words.t1("listing-draft-delete-what", "title", draft.title.as_str());
        let s = preview.member("listing-mine-title", Place::Listings).titled(title);
        preview.page("member-draft-delete", &Delete { s, draft })
    });
    each.collect()
}
