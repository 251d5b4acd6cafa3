//! Inviting somebody by letter.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::requests::one::relations;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{EmailAddress, InvitationId, Language};
use poem::{Response, handler};
use sponsorship::{Invite, Relation};

#[derive(Template)]
#[template(path = "vouching/invite.html")]
struct InvitePage {
    s: Shell,
    form: Form,
    relations: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

/// `GET /invite`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let form =
        Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("language", visit.words.language.code());
    draw(&visit, form).await
}

/// `POST /invite`
#[handler]
pub async fn send(visit: Visit, mut form: Form) -> Result<Response, No> {
    let (id, email) = (form.id(), form.parse::<EmailAddress>("email", "common-field-email"));
    let relation = form.parse::<Relation>("relation", "common-field-choose");
    let sentence = form.required("sentence", sponsorship::give::LONGEST_SENTENCE);
    let language = form.parse::<Language>("language", "common-field-choose");
    let (Some(id), Some(email), Some(relation), Some(sentence), Some(language)) =
        (id, email, relation, sentence, language)
    else {
        return draw(&visit, form).await;
    };
    let cmd = Invite { id: InvitationId(id), email, relation, sentence, language };
    match sponsorship::invite(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/vouching", "vouching-invite-sent")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    // Whoever may not invite is not shown how.
    sponsorship::invite::may_invite(&visit.caller)?;
    let s = visit.shell(&visit.words.t("vouching-invite-page"), Place::Elsewhere).await?;
    let languages = spoken(&visit.face.languages);
    Ok(page_with(form.status(), &InvitePage { relations: relations(&s.words), s, form, languages }))
}

fn spoken(languages: &[Language]) -> Vec<(String, String)> {
    languages.iter().map(|language| (language.code().to_owned(), language.own_name().to_owned())).collect()
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form| InvitePage {
        s: p.member("vouching-invite-page", Place::Elsewhere),
        form,
        relations: relations(&p.words),
        languages: spoken(&Language::ALL),
    };
    let mut wrong = Form::blank(p.words).with("email", "luc arobase");
    let _missing = (wrong.parse::<EmailAddress>("email", "common-field-email"), wrong.required("sentence", 500));
    vec![p.page("invite", &draw(Form::blank(p.words))), p.page("invite-error", &draw(wrong))]
}
