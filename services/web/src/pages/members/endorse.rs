//! Vouching for somebody who is in already.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::requests::one::relations;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{MemberId, Refusal, Role, SponsorshipId};
use membership::MemberCard;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Endorse, Relation};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "members/endorse.html")]
struct EndorsePage {
    s: Shell,
    member: MemberCard,
    form: Form,
    relations: Vec<(String, String)>,
    /// Sponsorships left; nothing where they are not counted.
    left: Option<u32>,
}

/// `GET /members/:id/endorse`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, MemberId(id), form).await
}

/// `POST /members/:id/endorse`
#[handler]
pub async fn endorse(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let relation = form.parse::<Relation>("relation", "common-field-choose");
    let sentence = form.required("sentence", sponsorship::give::LONGEST_SENTENCE);
    let own = form.id();
    let (Some(relation), Some(sentence), Some(own)) = (relation, sentence, own) else {
        return draw(&visit, MemberId(id), form).await;
    };
    let member = MemberId(id);
    let cmd = Endorse { id: SponsorshipId(own), member, relation, sentence, met_in_person: form.ticked("met") };
    match sponsorship::endorse(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say(&format!("/members/{id}"), "standing-endorsed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, member, form).await
        }
    }
}

async fn draw(visit: &Visit, id: MemberId, form: Form) -> Result<Response, No> {
    let tokens = sponsorship::tokens(&visit.db, &visit.caller).await?;
    let found = membership::views::member(&visit.db, &visit.caller, id).await?;
    let member = found.map(|view| view.card).filter(|card| card.standing.is_inside());
    let member = member.ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("members-endorse", "name", member.name.as_str());
    let s = visit.shell(&title, Place::Members).await?;
    let left = tokens.counted.then_some(tokens.left);
    Ok(page_with(form.status(), &EndorsePage { relations: relations(&s.words), s, member, form, left }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let member = p.person("Minh", "Chaumot", Role::None);
    let draw = |form| EndorsePage {
        s: p.member("members-title", Place::Members).titled(p.words.t1(
            "members-endorse",
            "name",
            member.name.as_str(),
        )),
        member: member.clone(),
        form,
        relations: relations(&p.words),
        left: Some(3),
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("sentence", 500);
    vec![p.page("people-endorse", &draw(Form::blank(p.words))), p.page("people-endorse-error", &draw(wrong))]
}
