//! What was decided about how a member vouches, and what a steward decides.

use super::effects::degree;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{MeasureId, MemberId, Refusal, Role};
use membership::MemberCard;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Degree, GiveMeasure, LiftMeasure, MeasureView};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "steward/measures.html")]
struct MeasuresPage {
    s: Shell,
    form: Form,
    member: MemberCard,
    degrees: Vec<(String, String)>,
    measures: Vec<MeasureView>,
}

impl MeasuresPage {
    fn of(s: Shell, form: Form, member: MemberCard, measures: Vec<MeasureView>) -> Self {
        let degrees = Degree::ALL.iter().map(|one| (one.as_str().to_owned(), degree(s.words, *one))).collect();
        Self { s, form, member, degrees, measures }
    }

    fn degree(&self, measure: &MeasureView) -> String {
        degree(self.s.words, measure.degree)
    }

    fn why(&self, measure: &MeasureView) -> String {
        match &measure.of {
            Some(name) => self.s.t1("standing-measure-of", "name", name),
            None if measure.follows => self.s.t("standing-measure-follows"),
            None => measure.reason.clone(),
        }
    }
}

/// `GET /steward/members/:id/measures`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("degree", "warning");
    draw(&visit, MemberId(id), form).await
}

/// `POST /steward/members/:id/measures`
#[handler]
pub async fn give(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let (own, degree) = (form.id(), form.parse::<Degree>("degree", "common-field-choose"));
    let (Some(own), Some(degree)) = (own, degree) else { return draw(&visit, MemberId(id), form).await };
    let reason = form.text("reason").to_owned();
    let cmd = GiveMeasure { id: MeasureId(own), member: MemberId(id), degree, reason };
    match sponsorship::give_measure(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/steward/members/{id}/measures"), "standing-measure-given")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(id), form).await
        }
    }
}

/// `POST /steward/measures/:id/lift`
#[handler]
pub async fn lift(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = LiftMeasure { id: MeasureId(id), reason: form.text("reason").to_owned() };
    let member = form.text("member").parse().unwrap_or(Uuid::max());
    match sponsorship::lift_measure(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/steward/members/{member}/measures"), "standing-measure-lifted")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(member), form).await
        }
    }
}

async fn draw(visit: &Visit, id: MemberId, form: Form) -> Result<Response, No> {
    let measures = sponsorship::measures(&visit.db, &visit.caller, id).await?;
    let found = membership::views::member(&visit.db, &visit.caller, id).await?;
    let member = found.map(|view| view.card).ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("standing-measures-title", "name", member.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(form.status(), &MeasuresPage::of(s, form, member, measures)))
}

/// What the previews show.
pub(crate) fn sample(p: &Preview, n: u128, degree: Degree, of: Option<&str>) -> MeasureView {
    let follows = degree == Degree::Strike;
    MeasureView {
        id: MeasureId(Uuid::from_u128(n)),
        degree,
        reason: if follows { String::new() } else { p.words.t("standing-sample-measure") },
        follows,
        of: of.map(str::to_owned),
        given_at: p.ago(12),
        until_at: (degree != Degree::Warning).then(|| p.ahead(80)),
        lifted_at: None,
        appeal: None,
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let member = p.person("Minh", "Chaumot", Role::None);
    let draw = |form, measures| {
        let title = p.words.t1("standing-measures-title", "name", member.name.as_str());
        let s = p.steward("steward-title", Place::Elsewhere).titled(title);
        MeasuresPage::of(s, form, member.clone(), measures)
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", 500);
    let some = || vec![sample(p, 1, Degree::Strike, Some("Bruno Faure")), sample(p, 2, Degree::Pause, None)];
    vec![
        p.page("measures", &draw(Form::blank(p.words).with("degree", "warning"), some())),
        p.page("measures-none", &draw(Form::blank(p.words).with("degree", "warning"), Vec::new())),
        p.page("measures-error", &draw(wrong, some())),
    ]
}
