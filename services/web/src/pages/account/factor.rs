//! The second key: setting it up, its recovery codes, taking it away.

use super::carry::Carry;
use super::prove::give_session;
use super::session_of;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, qr};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, page_with, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use membership::factor::{self, Enrolment};
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "account/factor.html")]
struct FactorPage {
    s: Shell,
    form: Form,
    carry: Carry,
    secret: String,
    picture: Html,
}

#[derive(Template)]
#[template(path = "account/codes.html")]
struct CodesPage {
    s: Shell,
    codes: Vec<String>,
    carry: Carry,
}

/// `POST /account/factor/begin`. Answered by the page itself: the secret is shown to whoever asked for it, and stands at no address.
#[handler]
pub async fn begin(visit: Visit, form: Form) -> Result<Response, No> {
    let enrolment = factor::begin(&visit.db, &visit.caller).await?;
    draw(&visit, Form::blank(visit.words), Carry::of(&form), &enrolment).await
}

/// `POST /account/factor/confirm`. Answered by the page with the recovery codes, which are shown this once.
#[handler]
pub async fn confirm(visit: Visit, mut form: Form) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let carry = Carry::of(&form);
    let Some(code) = form.required("code", 20) else { return again(&visit, form, carry).await };
    match factor::confirm(&visit.db, &visit.caller, session, &code).await {
        Ok(enrolled) => {
            let mut answer = codes_page(&visit, enrolled.recovery_codes, carry).await?;
            give_session(&mut answer, &enrolled.proved.session_token);
            Ok(answer)
        }
        Err(error) => {
            form.refused(error)?;
            again(&visit, form, carry).await
        }
    }
}

/// `POST /account/factor/codes`
#[handler]
pub async fn renew_codes(visit: Visit) -> Result<Response, No> {
    let codes = factor::renew_recovery_codes(&visit.db, &visit.caller).await?;
    codes_page(&visit, codes, Carry::back_to("/account")).await
}

/// `POST /account/factor/remove`
#[handler]
pub async fn remove(visit: Visit) -> Result<Response, No> {
    factor::remove(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/account", "account-factor-removed"))
}

async fn again(visit: &Visit, form: Form, carry: Carry) -> Result<Response, No> {
    match factor::begun(&visit.db, &visit.caller).await? {
        Some(enrolment) => draw(visit, form, carry, &enrolment).await,
        None => Ok(see("/account")),
    }
}

async fn draw(visit: &Visit, form: Form, carry: Carry, enrolment: &Enrolment) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("account-factor-title"), Place::Elsewhere).await?;
    let picture = qr(&enrolment.uri, &s.t("account-factor-picture"));
    let page = FactorPage { s, form, carry, secret: enrolment.secret.clone(), picture };
    Ok(page_with(page.form.status(), &page))
}

pub(super) async fn codes_page(visit: &Visit, codes: Vec<String>, carry: Carry) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("account-codes-title"), Place::Elsewhere).await?;
    Ok(page(&CodesPage { s, codes, carry }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let s = |title| p.member(title, Place::Elsewhere);
    let secret = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP";
    let uri = format!("otpauth://totp/Maillon:odile%40example.test?secret={}&issuer=Maillon", secret.replace(' ', ""));
    let draw = |form| {
        let picture = qr(&uri, &p.words.t("account-factor-picture"));
        let carry = Carry::back_to("/account");
        FactorPage { s: s("account-factor-title"), form, carry, secret: secret.to_owned(), picture }
    };
    let mut wrong = Form::blank(p.words).with("code", "123456");
    wrong.fail("code", p.words.refusal("FACTOR_CODE_WRONG"));
    let codes = |carry| CodesPage {
        s: s("account-codes-title"),
        codes: (0..10).map(|n| format!("k3v{n}-q7ra-mz2p-5x{n}w")).collect(),
        carry,
    };
    vec![
        p.page("own_account_factor", &draw(Form::blank(p.words))),
        p.page("own_account_factor_wrong", &draw(wrong)),
        p.page("own_account_codes", &codes(Carry::back_to("/account"))),
        p.page("own_account_codes_carry_on", &codes(Carry::form("/owner", "/owner/roles", b"role=steward"))),
    ]
}
