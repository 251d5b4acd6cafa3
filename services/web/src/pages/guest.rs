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
    /// Whether this person has been tried on too often within the hour.
    enough: bool,
}

/// The page that offers to be `name`, as their letters' address begins.
pub fn offer(request: &Request, name: &str) -> Response {
    page_with(StatusCode::OK, &GuestPage::of(plain_shell(request), name, false))
}

/// The same page, when this person has had their letters for this hour.
pub fn enough(request: &Request, name: &str) -> Response {
    page_with(StatusCode::TOO_MANY_REQUESTS, &GuestPage::of(plain_shell(request), name, true))
}

impl GuestPage {
    fn of(s: Shell, name: &str, enough: bool) -> Self {
        let title = s.t1("common-guest-title", "name", name);
        Self { s: s.titled(title).without_sign_in(), enough }
    }
}

/// The page in both states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page =
        |name: &str, enough| preview.page(name, &GuestPage::of(preview.visitor("common-guest-enter"), "odile", enough));
    vec![page("guest", false), page("guest-enough", true)]
}
