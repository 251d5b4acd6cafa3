//! Showing that it is oneself: what stands in the place of an answer to whoever may, but of whom the house is not sure enough.

use crate::back;
use crate::cookies;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use membership::{MembershipError, session};
use poem::http::StatusCode;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "account/again.html")]
struct AgainPage {
    s: Shell,
    /// The page to come back to.
    then: String,
}

/// The page that asks to sign in again, and then leads to `then`.
pub(crate) fn ask(s: Shell, then: &str) -> Response {
    let title = s.t("account-again-title");
    page_with(StatusCode::FORBIDDEN, &AgainPage { s: s.titled(title), then: back::local(then).to_owned() })
}

/// `POST /account/sign-in-again`: ends this session and leads to the next.
#[handler]
pub async fn sign_in_again(visit: Visit, form: Form) -> Result<Response, No> {
    if let Some(open) = visit.session {
        match session::sign_out(&visit.db, &visit.caller, open).await {
            // Ended meanwhile, from another device: then there is nothing to end.
            Ok(()) | Err(MembershipError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let then: String = url::form_urlencoded::byte_serialize(back::local(form.text("then")).as_bytes()).collect();
    let mut answer = see(&format!("/sign-in?return_to={then}"));
    cookies::take(&mut answer, cookies::SESSION);
    Ok(answer)
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let page = AgainPage { s: p.member("account-again-title", Place::Elsewhere), then: "/account".to_owned() };
    vec![p.page("account-again", &page)]
}
