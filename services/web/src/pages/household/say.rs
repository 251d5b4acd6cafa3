//! Saying that one shares a household with somebody.

use super::mine::told;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{HouseholdId, MemberId, Refusal, Role};
use membership::MemberCard;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::SayTogether;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "household/say.html")]
struct SayPage {
    s: Shell,
    form: Form,
    person: MemberCard,
}

/// `GET /members/:id/household`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, MemberId(id), form).await
}

/// `POST /members/:id/household`
#[handler]
pub async fn say(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let own = form.text("id").parse().unwrap_or_else(|_| visit.fresh_id());
    let cmd = SayTogether { id: HouseholdId(own), member: MemberId(id) };
    match sponsorship::say_together(&visit.db, &visit.caller, cmd).await {
        Ok(said) => Ok(see_and_say("/me/household", told(Some(said)))),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(id), form).await
        }
    }
}

async fn draw(visit: &Visit, id: MemberId, form: Form) -> Result<Response, No> {
    let found = membership::views::member(&visit.db, &visit.caller, id).await?;
    let person = found.map(|view| view.card).ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("household-say-title", "name", person.name.as_str());
    let s = visit.shell(&title, Place::Members).await?;
    Ok(page_with(form.status(), &SayPage { s, form, person }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let person = p.person("Anne Petit", "Clamecy", Role::None);
    let title = p.words.t1("household-say-title", "name", person.name.as_str());
    let s = p.member("members-title", Place::Members).titled(title);
    vec![p.page("say-together", &SayPage { s, form: Form::blank(p.words), person })]
}
