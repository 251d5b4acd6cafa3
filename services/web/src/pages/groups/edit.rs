//! Whoever keeps a group changes it.

use super::{joining_chosen, joining_question, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Choices;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use groups::{EditGroup, GroupView};
use kernel::GroupId;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "groups/edit.html")]
struct Edit {
    s: Shell,
    form: Form,
    id: GroupId,
    /// What it is called now.
    name: String,
}

/// `GET /groups/{id}/edit`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = groups::edit::to_edit(&visit.db, &visit.caller, id.into()).await?;
    let form = filled(Form::blank(visit.words), &view);
    draw(&visit, form, view).await
}

/// `POST /groups/{id}/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = EditGroup {
        id: id.into(),
        name: form.text("name").to_owned(),
        purpose: form.text("purpose").to_owned(),
        joining: joining_chosen(&form),
    };
    match groups::edit_group(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/groups/{id}"), "common-saved")),
        Err(error) => {
            form.refused(error)?;
            let view = groups::edit::to_edit(&visit.db, &visit.caller, id.into()).await?;
            draw(&visit, form, view).await
        }
    }
}

fn filled(form: Form, view: &GroupView) -> Form {
    let form = form.with("name", view.name.as_str()).with("purpose", view.purpose.as_str());
    form.with("joining", view.joining.as_str())
}

async fn draw(visit: &Visit, form: Form, view: GroupView) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("group-edit"), Place::Members).await?;
    Ok(page_with(form.status(), &Edit { s, form, id: view.id, name: view.name }))
}

impl Edit {
    fn joining(&self) -> Choices {
        joining_question(&self.form, self.s.words)
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let Some(view) = samples::all(p).into_iter().nth(1) else { return Vec::new() };
    let draw = |name: &str, form: Form| {
        let s = p.member("group-edit", Place::Members);
        p.page(name, &Edit { s, form, id: view.id, name: view.name.clone() })
    };
    let mut taken = Form::blank(p.words).with("name", p.words.t("group-sample-1")).with("joining", "asking");
    taken.fail("name", p.words.refusal("GROUP_NAME_TAKEN"));
    taken.required("purpose", groups::limits::PURPOSE);
    vec![draw("member-groups-edit", filled(Form::blank(p.words), &view)), draw("member-groups-edit-error", taken)]
}
