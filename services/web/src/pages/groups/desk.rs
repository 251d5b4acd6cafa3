//! `GET /steward/groups`: the groups that members ask the team for.

use super::{joining, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::kit;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use groups::{DeclineGroup, GrantGroup, GroupView};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "groups/desk.html")]
struct Desk {
    s: Shell,
    form: Form,
    asked: Vec<GroupView>,
}

/// `GET /steward/groups`
#[handler]
pub(super) async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /steward/groups/{id}/grant`
#[handler]
pub(super) async fn grant(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    match groups::grant_group(&visit.db, &visit.caller, GrantGroup { id: id.into() }).await {
        Ok(()) => Ok(see_and_say("/steward/groups", "group-granted")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id)).await
        }
    }
}

/// `POST /steward/groups/{id}/decline`
#[handler]
pub(super) async fn decline(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = DeclineGroup { id: id.into(), reason: form.text("reason").to_owned() };
    match groups::decline_group(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward/groups", "group-declined")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id)).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let asked = groups::views::groups_asked(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("group-desk-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &Desk { s, form, asked }))
}

impl Desk {
    fn joining(&self, one: &GroupView) -> String {
        joining(one.joining, kit::first_name(&one.keeper.name), self.s.words)
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form, asked: Vec<GroupView>| {
        p.page(name, &Desk { s: p.steward("group-desk-title", Place::Elsewhere), form, asked })
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", groups::limits::REASON);
    let all = || samples::all(p).into_iter().take(3).collect();
    vec![
        draw("desk-groups", Form::blank(p.words), all()),
        draw("desk-groups-empty", Form::blank(p.words), Vec::new()),
        draw("desk-groups-error", wrong.about(Uuid::from_u128(0x9e1)), all()),
    ]
}
