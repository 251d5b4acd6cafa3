//! Deleting a draft.

use super::{Row, own, samples};
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::DeleteDraft;
use exchange::saved_draft::delete_draft;
use phrases::Words;
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
    let title = what(&draft, visit.words);
    let s = visit.shell(&title, Place::Listings).await?;
    Ok(page(&Delete { s, draft }))
}

/// Which one is asked about.
fn what(draft: &Row, words: Words) -> String {
    if draft.named {
        words.t1("listing-draft-delete-what", "title", draft.title.as_str())
    } else {
        words.t("listing-draft-delete-untitled")
    }
}

/// `POST /listings/drafts/:id/delete`
#[handler]
pub(crate) async fn delete(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    delete_draft(&visit.db, &visit.caller, DeleteDraft { id: id.into() }).await?;
    Ok(see_and_say("/listings/mine", "listing-draft-deleted"))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let each = samples(preview).into_iter().map(|kept| {
        let draft = Row::of(&kept, preview.words, &preview.now);
        let title = what(&draft, preview.words);
        let s = preview.member("listing-mine-title", Place::Listings).titled(title);
        let name = if draft.named { "member-draft-delete" } else { "member-draft-delete-untitled" };
        preview.page(name, &Delete { s, draft })
    });
    each.collect()
}
