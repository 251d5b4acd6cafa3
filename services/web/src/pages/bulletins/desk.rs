//! An editor writes a bulletin, changes it, takes it down.

use super::samples;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use community::bulletin::{self, EditBulletin, TakeDownBulletin, WriteBulletin};
use kernel::BulletinId;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "bulletins/write.html")]
struct WritePage {
    s: Shell,
    form: Form,
    /// Which is changed; nothing while it is new.
    id: Option<BulletinId>,
}

/// `GET /bulletins/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Result<Response, No> {
    bulletin::blank(&visit.caller)?;
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, form, None).await
}

/// `POST /bulletins`
#[handler]
pub(super) async fn write(visit: Visit, mut form: Form) -> Result<Response, No> {
    // A page that has lost its id is shown again, to whoever may see it.
    bulletin::blank(&visit.caller)?;
    let Some(id) = form.id() else {
        let form = form.with("id", visit.fresh_id().to_string());
        return draw(&visit, form, None).await;
    };
    let cmd = WriteBulletin { id: id.into(), title: form.text("title").to_owned(), body: form.text("body").to_owned() };
    match bulletin::write_bulletin(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/bulletins/{id}"), "bulletin-written")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form, None).await
        }
    }
}

/// `GET /bulletins/{id}/edit`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = bulletin::bulletin_to_edit(&visit.db, &visit.caller, id.into()).await?;
    let form = Form::blank(visit.words).with("title", view.title).with("body", view.body);
    draw(&visit, form, Some(id.into())).await
}

/// `POST /bulletins/{id}/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = EditBulletin { id: id.into(), title: form.text("title").to_owned(), body: form.text("body").to_owned() };
    match bulletin::edit_bulletin(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/bulletins/{id}"), "bulletin-changed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form, Some(id.into())).await
        }
    }
}

/// `POST /bulletins/{id}/take-down`
#[handler]
pub(super) async fn take_down(visit: Visit, Path(id): Path<Uuid>, _: Form) -> Result<Response, No> {
    bulletin::take_down_bulletin(&visit.db, &visit.caller, TakeDownBulletin { id: id.into() }).await?;
    Ok(see_and_say("/bulletins", "bulletin-taken-down"))
}

async fn draw(visit: &Visit, form: Form, id: Option<BulletinId>) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t(title(id)), Place::Elsewhere).await?;
    let status: StatusCode = form.status();
    Ok(page_with(status, &WritePage { s, form, id }))
}

fn title(id: Option<BulletinId>) -> &'static str {
    if id.is_some() { "bulletin-edit-title" } else { "bulletin-new-title" }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form, id: Option<BulletinId>| {
        p.page(name, &WritePage { s: p.steward(title(id), Place::Elsewhere), form, id })
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("title", 120);
    wrong.required("body", 8_000);
    let view = samples(p).into_iter().next();
    let edit = view.map(|view| {
        let form = Form::blank(p.words).with("title", view.title).with("body", view.body);
        draw("bulletin-edit", form, Some(view.id))
    });
    [draw("official-new", Form::blank(p.words), None), draw("official-error", wrong, None)]
        .into_iter()
        .chain(edit)
        .collect()
}
