//! Another address: asking for it, and the six digits of the letter that confirms it.

use super::{overview, session_of};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{AddressChangeId, EmailAddress};
use membership::address_change::{self, AskAddressChange};
use membership::limits;
use poem::http::header;
use poem::{Request, Response, handler};

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage {
    s: Shell,
    form: Form,
    minutes: i64,
}

/// `POST /account/address`
#[handler]
pub async fn ask(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let (id, email) = (form.id(), form.parse::<EmailAddress>("email", "common-field-email"));
    let (Some(id), Some(email)) = (id, email) else { return again(&visit, form).await };
    let cmd = AskAddressChange {
        id: AddressChangeId(id),
        email,
        session,
        host: request.header(header::HOST).unwrap_or_default().to_owned(),
        language: visit.words.language,
    };
    match address_change::ask(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see("/account/address/code")),
        Err(error) => {
            form.refused(error)?;
            again(&visit, form).await
        }
    }
}

/// The page once more; a page without its id gets one, so that sending again helps.
pub(super) async fn again(visit: &Visit, form: Form) -> Result<Response, No> {
    let form = if form.text("id").is_empty() { form.with("id", visit.fresh_id().to_string()) } else { form };
    overview::draw(visit, form).await
}

/// `GET /account/address/code`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    session_of(&visit)?;
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /account/address/code`
#[handler]
pub async fn confirm(visit: Visit, mut form: Form) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let Some(code) = form.required("code", 20) else { return draw(&visit, form).await };
    match address_change::confirm_code(&visit.db, &visit.caller, session, &code).await {
        Ok(()) => Ok(see_and_say("/account", "account-address-done")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("account-code-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &CodePage { s, form, minutes: limits::SIGN_IN_LIFE.num_minutes() }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form| CodePage { s: p.member("account-code-title", Place::Elsewhere), form, minutes: 10 };
    let mut wrong = Form::blank(p.words).with("code", "123 456");
    wrong.fail("code", p.words.refusal("CODE_WRONG"));
    vec![p.page("own_account_code", &draw(Form::blank(p.words))), p.page("own_account_code_wrong", &draw(wrong))]
}
