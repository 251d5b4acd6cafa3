//! What whoever waits does with their one request: write it, change it, close it.

use super::request::{draw, filled, sample};
use super::room::elsewhere;
use crate::error_page::No;
use crate::form::Form;
use crate::pages::listings::questions::{self, Questions};
use crate::pages::listings::samples;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::guest_request::{close_guest_request, correct_guest_request, my_guest_request, post_guest_request};
use exchange::{Close, Direction, Edit, ExchangeError, Publish, State};
use kernel::ListingId;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "waiting/request_edit.html")]
struct EditPage {
    s: Shell,
    questions: Questions,
}

#[handler]
pub(super) async fn post(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let Some(id) = form.id() else {
        let form = form.with("id", visit.fresh_id().to_string());
        return draw(&visit, Some(form)).await;
    };
    let cmd = Publish { id: id.into(), draft: questions::draft(&form) };
    match post_guest_request(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say("/waiting/request", "asking-sent")),
        Err(error) => {
            questions::blame(&mut form, visit.words, error)?;
            draw(&visit, Some(form)).await
        }
    }
}

#[handler]
pub(super) async fn edit(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let found = my_guest_request(&visit.db, &visit.caller).await?.request;
    let found = found.filter(|one| matches!(one.row.state, State::Checking | State::Returned | State::Open));
    let request = found.ok_or(ExchangeError::NotFound)?;
    let form = filled(&visit, &request).with("id", request.row.id.to_string());
    draw_edit(&visit, form).await
}

#[handler]
pub(super) async fn correct(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let cmd = Edit { id: named(&form), draft: questions::draft(&form) };
    match correct_guest_request(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/waiting/request", "asking-sent")),
        Err(error) => {
            questions::blame(&mut form, visit.words, error)?;
            draw_edit(&visit, form).await
        }
    }
}

#[handler]
pub(super) async fn close(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let cmd = Close {
        id: named(&form),
        helped_by: form.text("helped_by").parse().ok(),
        thanks: form.text("thanks").to_owned(),
    };
    match close_guest_request(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say("/waiting/request", "asking-closed")),
        Err(error) => {
            questions::blame(&mut form, visit.words, error)?;
            draw(&visit, Some(form)).await
        }
    }
}

/// What is no id names nothing, and nothing is not found.
fn named(form: &Form) -> ListingId {
    form.text("id").parse().unwrap_or(ListingId(uuid::Uuid::max()))
}

async fn draw_edit(visit: &Visit, form: Form) -> Result<Response, No> {
    let rules = my_guest_request(&visit.db, &visit.caller).await?.rules;
    let s = visit.shell(&visit.words.t("asking-edit-title"), Place::Elsewhere).await?;
    let form = form.with("direction", Direction::Request.as_str());
    let page = EditPage { s, questions: Questions::new(form, &rules, visit.words).for_somebody_who_waits() };
    Ok(page_with(page.questions.form.status(), &page))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let Some(request) = sample(preview, State::Returned) else { return Vec::new() };
    let form = questions::filled_with(preview.words, &request.row, &request.body);
    let s = preview.visitor("asking-edit-title").signed_in("Thomas");
    let questions = Questions::new(form, &samples::rules(preview.words), preview.words).for_somebody_who_waits();
    vec![preview.page("waiting_request_edit", &EditPage { s, questions })]
}
