//! Trying a demo community as one of its people: the page with the button. It is no door of this house: the server answers
//! the address, and only where it welcomes guests.

use crate::error_page::plain_shell;
use crate::preview::Preview;
use crate::shell::{Shell, page_with};
use askama::Template;
use poem::http::StatusCode;
use poem::{Request, Response};

#[derive(Template)]
#[template(path = "guest.html")]
struct GuestPage {
    s: Shell,
    /// What a code app with this person's key shows at this moment; nothing for whoever has no office.
    code: Option<String>,
    /// Whether this person has been tried on too often within the hour.
    enough: bool,
}

/// The page that offers to be `name`, as their letters' address begins; with the code of their second key, if they have one.
pub fn offer(request: &Request, name: &str, code: Option<&str>) -> Response {
    page_with(StatusCode::OK, &GuestPage::of(plain_shell(request), name, code, false))
}

/// The same page, when this person has had their letters for this hour.
pub fn enough(request: &Request, name: &str) -> Response {
    page_with(StatusCode::TOO_MANY_REQUESTS, &GuestPage::of(plain_shell(request), name, None, true))
}

impl GuestPage {
    fn of(s: Shell, name: &str, code: Option<&str>, enough: bool) -> Self {
        let title = s.t1("common-guest-title", "name", name);
        Self { s: s.titled(title).without_sign_in(), code: code.map(str::to_owned), enough }
    }
}

/// The page in both states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, code, enough| {
        preview.page(name, &GuestPage::of(preview.visitor("common-guest-enter"), "odile", code, enough))
    };
    vec![page("guest", None, false), page("guest-office", Some("482913"), false), page("guest-enough", None, true)]
}
