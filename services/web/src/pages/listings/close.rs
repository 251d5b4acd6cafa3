//! `GET` and `POST /listings/{id}/close`: it is done. Who helped?

use super::edit::own;
use super::{questions, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Choices;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{Direction, ListingView};
use membership::MemberCard;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/close.html")]
struct Close {
    s: Shell,
    form: Form,
    view: ListingView,
    /// Who wrote about it.
    helpers: Vec<MemberCard>,
}

#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    show(&visit, id, Form::blank(visit.words), StatusCode::OK).await
}

#[handler]
pub(super) async fn close(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = exchange::Close {
        id: id.into(),
        helped_by: form.text("helped_by").parse().ok(),
        thanks: form.text("thanks").to_owned(),
    };
    match exchange::close::close(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say(&format!("/listings/{id}"), "listing-closed-done")),
        Err(error) => {
            let status = questions::status_of(&error);
            questions::blame(&mut form, visit.words, error)?;
            show(&visit, id, form, status).await
        }
    }
}

async fn show(visit: &Visit, id: Uuid, form: Form, status: StatusCode) -> Result<Response, No> {
    let view = own(visit, id.into()).await?;
    let helpers = exchange::views::helpers(&visit.db, &visit.caller, id.into()).await?;
    let s = visit.shell(&visit.words.t("listing-close-title"), Place::Listings).await?;
    Ok(page_with(status, &Close { s, form, view, helpers }))
}

impl Close {
    fn offers(&self) -> bool {
        self.view.row.direction == Direction::Offer
    }

    /// Everybody who wrote, and nobody of them.
    fn who(&self) -> Choices {
        let key = if self.offers() { "listing-close-whom" } else { "listing-close-who" };
        let choices = self.form.choices("helped_by", self.s.t(key)).hint(self.s.t("listing-close-who-hint"));
        let each = |choices: Choices, one: &MemberCard| {
            choices.explained(one.id.to_string(), one.name.as_str(), one.town.as_str())
        };
        self.helpers.iter().fold(choices, each).option("", self.s.t("listing-close-nobody"))
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, helpers: Vec<MemberCard>| {
        let mut view = samples::view(preview)?;
        view.mine = true;
        let form = Form::blank(preview.words);
        let s = preview.member("listing-close-title", Place::Listings);
        Some(preview.page(name, &Close { s, form, view, helpers }))
    };
    let person = |name: &str, town: &str| preview.person(name, town, kernel::Role::None);
    let helpers = vec![person("Karim Benali", "Corbigny"), person("Anne Lefort", "")];
    let pages = [page("member-listing-close", helpers), page("member-listing-close-nobody-wrote", Vec::new())];
    pages.into_iter().flatten().collect()
}
