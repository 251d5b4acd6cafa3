//! Signing in with a passkey: no address is typed, so that nothing can be asked about one.

use super::{ask, browser, device, enter, seconds, user_agent};
use crate::back;
use crate::cookies::{self, BROWSER};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Html;
use crate::pages::passkey::{self as device_page, Kind, Way, answer, venue};
use crate::shell::Place;
use crate::visit::Visit;
use askama::Template;
use membership::limits;
use membership::passkey::{self, PasskeySignIn};
use poem::{Request, Response, handler};

/// What goes along with the answer.
#[derive(Template)]
#[template(source = r#"<input type="hidden" name="return_to" value="{{ return_to }}">"#, ext = "html")]
struct Along<'a> {
    return_to: &'a str,
}

/// `POST /sign-in/passkey/begin`. Answered by the page that asks the device.
#[handler]
pub(super) async fn begin(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let nonce = browser(request).unwrap_or_else(|| visit.db.entropy().token());
    let venue = venue(&visit, request);
    match passkey::begin_sign_in(&visit.db, &visit.caller, &nonce, &venue).await {
        Ok(begun) => {
            let s = visit.shell("", Place::Elsewhere).await?.without_sign_in();
            let return_to = back::local(form.text("return_to"));
            let wished: String = url::form_urlencoded::byte_serialize(return_to.as_bytes()).collect();
            let way = Way {
                action: "/sign-in/passkey",
                carried: Html::of(&Along { return_to }),
                otherwise: format!("/sign-in?return_to={wished}"),
            };
            let mut answer = device_page::ask(s, Kind::SignIn, &venue, &begun, way);
            cookies::give(&mut answer, BROWSER, &nonce, Some(seconds(limits::SIGN_IN_COOKIE)));
            Ok(answer)
        }
        Err(error) => {
            form.refused(error)?;
            ask::again(&visit, form).await
        }
    }
}

/// `POST /sign-in/passkey`
#[handler]
pub(super) async fn press(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let cmd = PasskeySignIn {
        answer: answer(&form),
        browser: browser(request).unwrap_or_default(),
        device: device(request),
        user_agent: user_agent(request),
        return_to: form.text("return_to").to_owned(),
    };
    match passkey::sign_in(&visit.db, &visit.caller, &venue(&visit, request), cmd).await {
        Ok(signed) => enter(&visit, &signed).await,
        Err(error) => {
            form.refused(error)?;
            ask::again(&visit, form).await
        }
    }
}
