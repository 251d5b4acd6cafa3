//! The letter is on its way; its six digits can be typed here.

use super::{ASKED, browser, device, enter, user_agent};
use crate::cookies;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use kernel::EmailAddress;
use membership::limits;
use membership::redeem::{self, RedeemCode};
use poem::{Request, Response, handler};

#[derive(Template)]
#[template(path = "signin/code.html")]
struct CodePage {
    s: Shell,
    form: Form,
    /// Whether we know where the letter went, from the page before.
    known: bool,
    minutes: i64,
}

#[handler]
pub(super) async fn show(visit: Visit, request: &Request) -> Result<Response, No> {
    if visit.is_signed_in() {
        return Ok(see("/"));
    }
    let asked = asked(request);
    let form = Form::blank(visit.words).with("email", asked.clone().unwrap_or_default());
    shown(&visit, form, asked.is_some()).await
}

#[handler]
pub(super) async fn send(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let known = asked(request).is_some_and(|asked| asked == form.text("email"));
    let email: Option<EmailAddress> = form.parse("email", "common-field-email");
    let code = six_digits(&mut form, visit.words.t("common-field-code"));
    let (Some(email), Some(code)) = (email, code) else { return shown(&visit, form, known).await };
    let browser = browser(request).unwrap_or_default();
    let cmd = RedeemCode { email, code, browser, device: device(request), user_agent: user_agent(request) };
    match redeem::redeem_code(&visit.db, &visit.caller, cmd).await {
        Ok(signed) => enter(&visit, &signed).await,
        Err(error) => {
            form.refused(error)?;
            shown(&visit, form, known).await
        }
    }
}

/// The digits as typed or pasted, with whatever blanks; anything else was not copied from the letter.
fn six_digits(form: &mut Form, otherwise: String) -> Option<String> {
    let digits: String = form.text("code").chars().filter(|sign| !sign.is_whitespace()).collect();
    if digits.len() == 6 && digits.bytes().all(|sign| sign.is_ascii_digit()) {
        return Some(digits);
    }
    form.fail("code", otherwise);
    None
}

/// Where this browser's letter went.
fn asked(request: &Request) -> Option<String> {
    cookies::read(request, ASKED).filter(|address| !address.is_empty())
}

async fn shown(visit: &Visit, form: Form, known: bool) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("signin-code-title"), Place::Elsewhere).await?.without_sign_in();
    Ok(page_with(form.status(), &CodePage { s, known, minutes: limits::SIGN_IN_LIFE.num_minutes(), form }))
}

/// From the page before, in another browser, with a wrong code, and too late.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, form, known| {
        let s = preview.visitor("signin-code-title").without_sign_in();
        preview.page(name, &CodePage { s, form, known, minutes: limits::SIGN_IN_LIFE.num_minutes() })
    };
    let known = || Form::blank(preview.words).with("email", "odile.martin@exemple.fr");
    let mut wrong = known().with("code", "123 456");
    wrong.fail("code", preview.words.refusal("CODE_WRONG"));
    let mut late = known();
    late.fail_all(preview.words.refusal("SIGN_IN_EXPIRED"));
    vec![
        shown("sign_in_code", known(), true),
        shown("sign_in_code_elsewhere", Form::blank(preview.words), false),
        shown("sign_in_code_wrong", wrong, true),
        shown("sign_in_code_late", late, true),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn a_code_may_be_pasted_with_blanks_and_is_never_anything_but_digits() {
        let typed = |text: &str| six_digits(&mut Form::blank(sample_words()).with("code", text), String::new());
        assert_eq!(typed(" 482\u{a0}913 ").as_deref(), Some("482913"));
        for bad in ["", "48291", "4829133", "48291x", "４８２９１３"] {
            assert_eq!(typed(bad), None, "{bad:?}");
        }
    }
}
