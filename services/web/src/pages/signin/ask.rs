//! Asking for a sign-in letter.

use super::{ASKED, browser, device, seconds};
use crate::back;
use crate::cookies::{self, BROWSER};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::query::query;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use kernel::{EmailAddress, SignInId};
use membership::limits;
use membership::sign_in::{self, AskSignIn};
use poem::http::header;
use poem::{Request, Response, handler};

#[derive(Template)]
#[template(path = "signin/ask.html")]
struct AskPage {
    s: Shell,
    form: Form,
    minutes: i64,
}

#[handler]
pub(super) async fn ask(visit: Visit) -> Result<Response, No> {
    let wished = query(&visit);
    let return_to = back::local(wished.text("return_to"));
    if visit.is_signed_in() {
        return Ok(see(return_to));
    }
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("return_to", return_to);
    shown(&visit, form).await
}

#[handler]
pub(super) async fn send(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let id = form.id();
    let email: Option<EmailAddress> = form.parse("email", "common-field-email");
    let (Some(id), Some(email)) = (id, email) else { return again(&visit, form).await };
    let nonce = browser(request).unwrap_or_else(|| visit.db.entropy().token());
    let cmd = AskSignIn {
        id: SignInId(id),
        email: email.clone(),
        browser: nonce.clone(),
        device: device(request),
        return_to: back::local(form.text("return_to")).to_owned(),
        host: request.header(header::HOST).unwrap_or_default().to_owned(),
        language: visit.words.language,
    };
    if let Err(error) = sign_in::ask(&visit.db, &visit.caller, cmd).await {
        form.refused(error)?;
        return again(&visit, form).await;
    }
    Ok(on_its_way(&nonce, &email))
}

/// The letter is on its way: this browser is the one that may use it.
fn on_its_way(nonce: &str, email: &EmailAddress) -> Response {
    let mut answer = see("/sign-in/code");
    cookies::give(&mut answer, BROWSER, nonce, Some(seconds(limits::SIGN_IN_COOKIE)));
    cookies::give(&mut answer, ASKED, email.as_str(), Some(seconds(limits::SIGN_IN_LIFE)));
    answer
}

/// The page once more; a page without its id gets one, so that sending again helps.
pub(super) async fn again(visit: &Visit, form: Form) -> Result<Response, No> {
    let form = if form.text("id").is_empty() { form.with("id", visit.fresh_id().to_string()) } else { form };
    shown(visit, form).await
}

async fn shown(visit: &Visit, form: Form) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("signin-title"), Place::Elsewhere).await?.without_sign_in();
    Ok(page_with(form.status(), &AskPage { s, minutes: limits::SIGN_IN_LIFE.num_minutes(), form }))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, form| {
        let s = preview.visitor("signin-title").without_sign_in();
        preview.page(name, &AskPage { s, form, minutes: limits::SIGN_IN_LIFE.num_minutes() })
    };
    let mut wrong = Form::blank(preview.words).with("email", "odile.martin@");
    wrong.fail("email", preview.words.t("common-field-email"));
    vec![shown("sign_in", Form::blank(preview.words)), shown("sign_in_error", wrong)]
}
