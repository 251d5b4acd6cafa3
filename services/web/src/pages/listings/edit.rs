//! `GET` and `POST /listings/{id}/edit`: the author changes a listing.

use super::audience::{self, Present};
use super::photos::{self, Faults, Part};
use super::questions::{self, Questions};
use super::samples;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with_script, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{Audience, ExchangeError, ListingRow, ListingView};
use kernel::ListingId;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/edit.html")]
struct Edit {
    s: Shell,
    id: ListingId,
    questions: Questions,
    /// For whom it is.
    present: Present,
}

impl Edit {
    /// Where one comes back to after adding photos.
    fn photos_at(&self) -> String {
        format!("/listings/{}/edit#t-photos", self.id)
    }
}

#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = own(&visit, id.into()).await?;
    let form = questions::filled(visit.words, &view).with("audience", audience::AS_IT_IS);
    draw(&visit, &view, form, StatusCode::OK).await
}

#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<Uuid>, mut form: Form, faults: Faults) -> Result<Response, No> {
    if let Some(status) = photos::first(&visit, &mut form, id.into(), &faults).await? {
        return draw(&visit, &own(&visit, id.into()).await?, form, status).await;
    }
    let cmd = exchange::Edit { id: id.into(), draft: questions::draft(&form) };
    match exchange::edit::edit_and_widen(&visit.db, &visit.caller, cmd, audience::changed(&form)).await {
        Ok(()) => Ok(see_and_say(&format!("/listings/{id}"), "listing-changed")),
        Err(error) => {
            let status = questions::status_of(&error);
            questions::blame(&mut form, visit.words, error)?;
            draw(&visit, &own(&visit, id.into()).await?, form, status).await
        }
    }
}

/// The caller's own listing; somebody else's is not found here.
pub(super) async fn own(visit: &Visit, id: ListingId) -> Result<ListingView, No> {
    let view = exchange::views::listing(&visit.db, &visit.caller, id).await?;
    view.filter(|view| view.mine).ok_or_else(|| No::from(ExchangeError::NotFound))
}

async fn draw(visit: &Visit, view: &ListingView, form: Form, status: StatusCode) -> Result<Response, No> {
    let id = view.row.id;
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("listing-edit-title"), Place::Listings).await?;
    let part = Part::of(visit, id).await?;
    let present = Present::of(view, &form, visit.words);
    let questions = Questions::new(form, &rules, visit.words).with_photos(part);
    let edit = Edit { s, id, questions, present };
    Ok(page_with_script(status, &edit))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let Some(view) = samples::view(preview) else { return Vec::new() };
    let quiet = ListingView { row: ListingRow { audience: Audience::Friends, ..view.row.clone() }, ..view.clone() };
    let page = |name: &str, view: &ListingView| {
        let form = questions::filled(preview.words, view).with("audience", audience::AS_IT_IS);
        let s = preview.member("listing-edit-title", Place::Listings);
        let present = Present::of(view, &form, preview.words);
        let questions = Questions::new(form, &samples::rules(preview.words), preview.words);
        let questions = questions.with_photos(Part::showing(samples::photos(preview)));
        preview.page(name, &Edit { s, id: view.row.id, questions, present })
    };
    vec![page("member-listing-edit", &view), page("member-listing-edit-discreet", &quiet)]
}
