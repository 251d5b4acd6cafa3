//! Confiding a doubt about somebody who is about to come in.

use super::{category, sample};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{MemberId, Refusal, ReservationId};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{ArrivingView, Category, Confide};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "newcomers/confide.html")]
struct ConfidePage {
    s: Shell,
    form: Form,
    person: ArrivingView,
    categories: Vec<(String, String)>,
}

impl ConfidePage {
    fn of(s: Shell, form: Form, person: ArrivingView) -> Self {
        let categories = Category::ALL.iter().map(|one| (one.as_str().to_owned(), category(s.words, *one))).collect();
        Self { s, form, person, categories }
    }
}

/// `GET /newcomers/:id/reservation`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, MemberId(id), form).await
}

/// `POST /newcomers/:id/reservation`
#[handler]
pub async fn confide(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let (own, category) = (form.id(), form.parse::<Category>("category", "common-field-choose"));
    let (Some(own), Some(category)) = (own, category) else { return draw(&visit, MemberId(id), form).await };
    let words = form.text("words").to_owned();
    let cmd = Confide { id: ReservationId(own), applicant: MemberId(id), category, words };
    match sponsorship::confide(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/newcomers", "reservation-confided")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(id), form).await
        }
    }
}

async fn draw(visit: &Visit, id: MemberId, form: Form) -> Result<Response, No> {
    let found = sponsorship::arriving_one(&visit.db, &visit.caller, id).await?;
    let person = found.ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("reservation-confide-title", "name", person.name.as_str());
    let s = visit.shell(&title, Place::Members).await?;
    Ok(page_with(form.status(), &ConfidePage::of(s, form, person)))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form| {
        let person = sample(p, 51, "Thomas Lambert", false);
        let title = p.words.t1("reservation-confide-title", "name", person.name.as_str());
        ConfidePage::of(p.member("reservation-arriving-title", Place::Members).titled(title), form, person)
    };
    let mut wrong = Form::blank(p.words).with("category", "other");
    wrong.required("words", sponsorship::reservation::LONGEST_WORDS);
    vec![p.page("reservation", &draw(Form::blank(p.words))), p.page("confide-error", &draw(wrong))]
}
