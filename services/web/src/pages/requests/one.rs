//! One request: who asks, and the two answers.

use super::sample;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::{Refusal, SponsorshipId};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Relation, RequestView, State};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "requests/one.html")]
struct OnePage {
    s: Shell,
    request: RequestView,
    form: Form,
    relations: Vec<(String, String)>,
    given: bool,
}

/// `GET /requests/:id`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words);
    draw(&visit, SponsorshipId(id), form).await
}

/// The page with what was typed.
pub(super) async fn draw(visit: &Visit, id: SponsorshipId, form: Form) -> Result<Response, No> {
    let request = sponsorship::request(&visit.db, &visit.caller, id).await?.ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("requests-one-title", "name", request.applicant.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(
        form.status(),
        &OnePage { relations: relations(&s.words), given: request.state == State::Given, s, request, form },
    ))
}

/// The ways of knowing somebody, to choose from.
pub fn relations(words: &Words) -> Vec<(String, String)> {
    let said = |relation: &Relation| match relation {
        Relation::Family => words.t("requests-relation-family"),
        Relation::Friend => words.t("requests-relation-friend"),
        Relation::Neighbour => words.t("requests-relation-neighbour"),
        Relation::Colleague => words.t("requests-relation-colleague"),
        Relation::Association => words.t("requests-relation-association"),
        Relation::Other => words.t("requests-relation-other"),
    };
    Relation::ALL.iter().map(|relation| (relation.as_str().to_owned(), said(relation))).collect()
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |open: bool, form: Form| {
        let request = sample(p, open);
        let title = p.words.t1("requests-one-title", "name", request.applicant.name.as_str());
        let s = p.member("requests-title", Place::Elsewhere).titled(title);
        OnePage { relations: relations(&p.words), given: request.state == State::Given, s, request, form }
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("sentence", 500);
    wrong.fail("relation", p.words.t("common-field-choose"));
    vec![
        p.page("asked-one", &draw(true, Form::blank(p.words))),
        p.page("asked-one-error", &draw(true, wrong)),
        p.page("asked-one-given", &draw(false, Form::blank(p.words))),
    ]
}
