//! My data: a copy of everything about me, and being erased.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::Refusal;
use poem::{Response, handler};
use privacy::{AskErasure, CopyView, copy};

#[derive(Template)]
#[template(path = "me/data.html")]
struct DataPage {
    s: Shell,
    form: Form,
    copy: Option<CopyView>,
}

/// `GET /me/data`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /me/data/copy`
#[handler]
pub async fn ask_copy(visit: Visit) -> Result<Response, No> {
    privacy::ask_copy(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/me/data", "me-data-copy-asked"))
}

/// `GET /me/data/copy`: the file.
#[handler]
pub async fn fetch(visit: Visit) -> Result<Response, No> {
    let content = copy::fetch(&visit.db, &visit.caller).await?.ok_or(No(Refusal::NOT_FOUND))?;
    Ok(Response::builder()
        .content_type("application/json")
        .header("content-disposition", "attachment; filename=\"maillon.json\"")
        .header("cache-control", "no-store")
        .body(format!("{content:#}")))
}

/// `POST /me/data/erase`
#[handler]
pub async fn erase(visit: Visit, mut form: Form) -> Result<Response, No> {
    let cmd = AskErasure { sure: form.ticked("sure") };
    match privacy::ask_erasure(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/", "me-data-erasure-asked")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let copy = copy::my_copy(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("me-data-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &DataPage { s, form, copy }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form, copy| DataPage { s: p.member("me-data-title", Place::Elsewhere), form, copy };
    let copy = |made| CopyView { asked_at: p.ago(1), made_at: made, expires_at: p.ahead(6) };
    let mut wrong = Form::blank(p.words);
    wrong.fail("sure", p.words.t("common-field-tick"));
    vec![
        p.page("mine-data", &draw(Form::blank(p.words), None)),
        p.page("mine-data-waiting", &draw(Form::blank(p.words), Some(copy(None)))),
        p.page("mine-data-ready", &draw(wrong, Some(copy(Some(p.ago(1)))))),
    ]
}
