//! Somebody is put out of a group: a page of its own, so that nobody does it by one click.

use super::{named, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use groups::{GroupError, GroupMemberView, GroupView, PutOutOfGroup};
use kernel::GroupId;
use poem::web::Path;
use poem::{Request, Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "groups/put_out.html")]
struct PutOut {
    s: Shell,
    form: Form,
    group: GroupView,
    one: GroupMemberView,
}

/// `GET /groups/{id}/put-out?member=…`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>, request: &Request) -> Result<Response, No> {
    let form = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    draw(&visit, id.into(), form).await
}

/// `POST /groups/{id}/put-out`: its keeper does.
#[handler]
pub(super) async fn put_out(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let done = groups::put_out_of_group(&visit.db, &visit.caller, cmd(id, &form)).await;
    then(&visit, id, form, done).await
}

/// `POST /steward/groups/{id}/put-out`: the team does.
#[handler]
pub(super) async fn put_out_by_office(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let done = groups::put_out_of_group_by_office(&visit.db, &visit.caller, cmd(id, &form)).await;
    then(&visit, id, form, done).await
}

fn cmd(id: Uuid, form: &Form) -> PutOutOfGroup {
    PutOutOfGroup { group: id.into(), member: named(form), reason: form.text("reason").to_owned() }
}

async fn then(visit: &Visit, id: Uuid, mut form: Form, done: Result<(), GroupError>) -> Result<Response, No> {
    match done {
        Ok(()) => Ok(see_and_say(&format!("/groups/{id}"), "group-put-out-done")),
        Err(error) => {
            form.refused(error)?;
            draw(visit, id.into(), form).await
        }
    }
}

async fn draw(visit: &Visit, id: GroupId, form: Form) -> Result<Response, No> {
    let (group, one) = groups::put_out::blank(&visit.db, &visit.caller, id, named(&form)).await?;
    let title = visit.words.t1("group-put-out-title", "name", one.card.name.as_str());
    let s = visit.shell(&title, Place::Members).await?;
    Ok(page_with(form.status(), &PutOut { s, form, group, one }))
}

impl PutOut {
    /// Whoever keeps it does so as that; else it is the team.
    fn action(&self) -> String {
        let team = if self.group.keeps() { "" } else { "/steward" };
        format!("{team}/groups/{}/put-out", self.group.id)
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, number: usize, form: Form| {
        let group = samples::all(p).into_iter().nth(number)?;
        let one = samples::members(p, &group).into_iter().nth(2)?;
        let title = p.words.t1("group-put-out-title", "name", one.card.name.as_str());
        let s = p.member("group-list-title", Place::Members).titled(title);
        let form = form.with("member", one.card.id.to_string());
        Some(p.page(name, &PutOut { s, form, group, one }))
    };
    let mut unsaid = Form::blank(p.words);
    unsaid.required("reason", groups::limits::REASON);
    let all = [
        draw("member-groups-put-out", 1, Form::blank(p.words)),
        draw("member-groups-put-out-error", 1, unsaid),
        draw("desk-groups-put-out", 0, Form::blank(p.words)),
    ];
    all.into_iter().flatten().collect()
}
