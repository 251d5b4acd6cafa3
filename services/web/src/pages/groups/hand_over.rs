//! Whoever keeps a group asks somebody in it to do so from now on, who says yes or no.

use super::{named, samples};
use crate::error_page::No;
use crate::form::{Form, TICKED};
use crate::kit::Choices;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use groups::hand_over::{Heirs, heirs};
use groups::{AnswerHandOver, GroupMemberView, HandOverGroup, WithdrawHandOver};
use kernel::GroupId;
use poem::web::Path;
use poem::{Request, Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "groups/hand_over.html")]
struct HandOver {
    s: Shell,
    form: Form,
    found: Heirs,
}

/// `GET /groups/{id}/hand-over?q=…`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>, request: &Request) -> Result<Response, No> {
    let form = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    draw(&visit, id.into(), form).await
}

/// `POST /groups/{id}/hand-over`: asks whoever was chosen.
#[handler]
pub(super) async fn offer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    if form.text("member").is_empty() {
        form.fail("member", visit.words.t("common-field-choose"));
        return draw(&visit, id.into(), form).await;
    }
    let cmd = HandOverGroup { id: id.into(), member: named(&form) };
    match groups::hand_over_group(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/groups/{id}"), "group-offered-done")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, id.into(), form).await
        }
    }
}

/// `POST /groups/{id}/hand-over/withdraw`: whoever asked asks no longer.
#[handler]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<Uuid>, _: Form) -> Result<Response, No> {
    groups::withdraw_hand_over(&visit.db, &visit.caller, WithdrawHandOver { id: id.into() }).await?;
    Ok(see_and_say(&format!("/groups/{id}"), "group-offer-ended"))
}

/// `POST /groups/{id}/take-over`: a yes or a no to it.
#[handler]
pub(super) async fn answer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let takes = form.text("takes") == TICKED;
    match groups::answer_hand_over(&visit.db, &visit.caller, AnswerHandOver { id: id.into(), takes }).await {
        Ok(()) => {
            let said = if takes { "group-taken" } else { "group-offer-ended" };
            Ok(see_and_say(&format!("/groups/{id}"), said))
        }
        Err(error) => {
            form.refused(error)?;
            super::one::shown(&visit, id.into(), form).await
        }
    }
}

async fn draw(visit: &Visit, id: GroupId, form: Form) -> Result<Response, No> {
    let found = heirs(&visit.db, &visit.caller, id, form.text("q")).await?;
    let s = visit.shell(&visit.words.t("group-hand-over"), Place::Members).await?;
    Ok(page_with(form.status(), &HandOver { s, form, found }))
}

impl HandOver {
    fn who(&self) -> Choices {
        let choices = self.form.choices("member", self.s.t("group-hand-over-who"));
        let each = |choices: Choices, one: &GroupMemberView| {
            choices.explained(one.card.id.to_string(), one.card.name.as_str(), one.card.town.as_str())
        };
        self.found.members.iter().fold(choices, each)
    }

    fn searched(&self) -> bool {
        !self.form.text("q").is_empty()
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form, many: usize, is_cut: bool| {
        let group = samples::all(p).into_iter().nth(1)?;
        let members = samples::members(p, &group).into_iter().skip(1).take(many).collect();
        let s = p.member("group-hand-over", Place::Members);
        Some(p.page(name, &HandOver { s, form, found: Heirs { group, members, is_cut } }))
    };
    let mut unsaid = Form::blank(p.words);
    unsaid.fail("member", p.words.t("common-field-choose"));
    let all = [
        draw("member-groups-hand-over", Form::blank(p.words), 9, true),
        draw("member-groups-hand-over-error", unsaid, 9, false),
        draw("member-groups-hand-over-nobody", Form::blank(p.words).with("q", "Zoé"), 0, false),
        draw("member-groups-hand-over-alone", Form::blank(p.words), 0, false),
    ];
    all.into_iter().flatten().collect()
}
