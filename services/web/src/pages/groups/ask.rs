//! A member asks for a group.

use super::{joining_chosen, joining_question};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Choices;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use groups::{AskForGroup, Asked, Joining};
use kernel::Act;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "groups/new.html")]
struct New {
    s: Shell,
    form: Form,
    /// Whether the reader has it at once.
    at_once: bool,
}

/// `GET /groups/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Result<Response, No> {
    groups::ask_for::blank(&visit.caller)?;
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, form.with("joining", Joining::AtOnce.as_str())).await
}

/// `POST /groups`
#[handler]
pub(super) async fn ask(visit: Visit, mut form: Form) -> Result<Response, No> {
    groups::ask_for::blank(&visit.caller)?;
    let Some(id) = form.id() else {
        let form = form.with("id", visit.fresh_id().to_string());
        return draw(&visit, form).await;
    };
    let cmd = AskForGroup {
        id: id.into(),
        name: form.text("name").to_owned(),
        purpose: form.text("purpose").to_owned(),
        joining: joining_chosen(&form),
    };
    match groups::ask_for_group(&visit.db, &visit.caller, cmd).await {
        Ok(Asked::Waits) => Ok(see_and_say("/groups", "group-asked")),
        Ok(Asked::Open) => Ok(see_and_say(&format!("/groups/{id}"), "group-opened")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("group-new-title"), Place::Members).await?;
    let at_once = visit.caller.may_now(Act::DecideGroups);
    Ok(page_with(form.status(), &New { s, form, at_once }))
}

impl New {
    fn joining(&self) -> Choices {
        joining_question(&self.form, self.s.words)
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form| {
        p.page(name, &New { s: p.member("group-new-title", Place::Members), form, at_once: false })
    };
    let blank = Form::blank(p.words).with("joining", Joining::AtOnce.as_str());
    let mut wrong = blank.clone().with("name", p.words.t("group-sample-1"));
    wrong.fail("name", p.words.refusal("GROUP_NAME_TAKEN"));
    wrong.required("purpose", groups::limits::PURPOSE);
    vec![draw("member-groups-new", blank), draw("member-groups-new-error", wrong)]
}
