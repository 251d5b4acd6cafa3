//! Showing that it is oneself: what stands in the place of an answer to whoever may do something, but of whom the house is not
//! sure enough. A code where there is a second key, the way to one where it is needed, else signing in again.

use super::carry::Carry;
use super::session_of;
use crate::cookies::{self, SESSION};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::query::query;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, page_with, see};
use crate::visit::Visit;
use askama::Template;
use database::Db;
use kernel::{Act, Caller, Refusal};
use membership::factor::{self, Protection};
use poem::http::StatusCode;
use poem::{Response, handler};
use std::time::Duration;

/// How somebody can show that it is them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// By the second key they have.
    Code,
    /// By a second key that they set up first.
    SetUp,
    /// By signing in again; then, where a second key is needed, by setting one up.
    SignIn,
}

#[derive(Template)]
#[template(path = "account/prove.html")]
struct ProvePage {
    s: Shell,
    form: Form,
    carry: Carry,
    how: How,
    /// What they can show.
    protection: Protection,
    /// Whether it is about acting for everybody, and not about one's own account.
    office: bool,
}

#[derive(Template)]
#[template(path = "account/carry_on.html")]
struct CarryOnPage {
    s: Shell,
    carry: Carry,
}

/// The page for somebody who was refused with `refusal`.
pub(crate) async fn ask(s: Shell, db: &Db, caller: &Caller, refusal: Refusal, carry: Carry) -> Result<Response, No> {
    let office = refusal == Refusal::STEP_UP;
    let protection = factor::protection(db, caller).await?;
    let how = match (protection.has_factor(), office && caller.may_now(Act::ChangeOwnAccess)) {
        (true, _) => How::Code,
        (false, true) => How::SetUp,
        (false, false) => How::SignIn,
    };
    let (title, form) = (s.t("account-prove-title"), Form::blank(s.words));
    let s = s.titled(title).without_sign_in();
    Ok(page_with(StatusCode::FORBIDDEN, &ProvePage { s, form, carry, how, protection, office }))
}

/// `GET /account/prove`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    session_of(&visit)?;
    let carry = Carry::back_to(query(&visit).text("then"));
    if !factor::protection(&visit.db, &visit.caller).await?.has_factor() {
        return Ok(see("/account"));
    }
    draw(&visit, Form::blank(visit.words), carry).await
}

/// `POST /account/prove`
#[handler]
pub async fn prove(visit: Visit, mut form: Form) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let carry = Carry::of(&form);
    let Some(code) = form.required("code", 40) else { return draw(&visit, form, carry).await };
    match factor::prove(&visit.db, &visit.caller, session, &code).await {
        Ok(proved) => {
            let mut answer = carry_on(&visit, carry).await?;
            give_session(&mut answer, &proved.session_token);
            Ok(answer)
        }
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form, carry).await
        }
    }
}

pub(super) async fn draw(visit: &Visit, form: Form, carry: Carry) -> Result<Response, No> {
    let protection = factor::protection(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("account-prove-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &ProvePage { s, form, carry, how: How::Code, protection, office: false }))
}

/// Back to the page, or to the button that sends the form after all: a form is never sent by anybody but its owner.
pub(super) async fn carry_on(visit: &Visit, carry: Carry) -> Result<Response, No> {
    if carry.action().is_none() {
        return Ok(see(carry.then()));
    }
    let s = visit.shell(&visit.words.t("account-carry-on-title"), Place::Elsewhere).await?;
    Ok(page(&CarryOnPage { s, carry }))
}

/// The session goes on under another token.
pub(super) fn give_session(answer: &mut Response, token: &str) {
    let lasts = Duration::from_secs(membership::limits::SESSION_LIFE.num_seconds().unsigned_abs());
    cookies::give(answer, SESSION, token, Some(lasts));
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let carry = || Carry::form("/owner", "/owner/roles", b"member=1&role=steward");
    let app = Protection { since: Some(p.ago(40)), recovery_codes: 9, passkeys: 0 };
    let draw = |form, how, office| ProvePage {
        s: p.member("account-prove-title", Place::Elsewhere),
        form,
        carry: carry(),
        how,
        protection: app,
        office,
    };
    let blank = || Form::blank(p.words);
    let mut wrong = blank().with("code", "123456");
    wrong.fail("code", p.words.refusal("FACTOR_CODE_WRONG"));
    let on = CarryOnPage { s: p.member("account-carry-on-title", Place::Elsewhere), carry: carry() };
    vec![
        p.page("own_account_prove", &draw(blank(), How::Code, true)),
        p.page(
            "own_account_prove_both",
            &ProvePage { protection: Protection { passkeys: 2, ..app }, ..draw(blank(), How::Code, true) },
        ),
        p.page(
            "own_account_prove_passkey",
            &ProvePage { protection: Protection { since: None, passkeys: 1, ..app }, ..draw(blank(), How::Code, true) },
        ),
        p.page("own_account_prove_wrong", &draw(wrong, How::Code, false)),
        p.page("own_account_prove_set_up", &draw(blank(), How::SetUp, true)),
        p.page("own_account_prove_sign_in", &draw(blank(), How::SignIn, true)),
        p.page("own_account_prove_sign_in_own", &draw(blank(), How::SignIn, false)),
        p.page("own_account_carry_on", &on),
    ]
}
