//! Trying a demo community as one of its people: the page with the button. It is no door of this house: the server answers
//! the address, and only where it welcomes guests.

use crate::error_page::plain_shell;
use crate::preview::Preview;
use crate::shell::{Shell, page_with};
use askama::Template;
use kernel::TooOften;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Request, Response};

/// When the letter leaves that all who ask for one person share, in seconds from the one before.
const NEXT_LETTER: u32 = 5 * 60;

#[derive(Template)]
#[template(path = "guest.html")]
struct GuestPage {
    s: Shell,
    /// What a code app with this person's key shows at this moment; nothing for whoever has no office.
    code: Option<String>,
    /// Whether letters have been asked for too often, for this person or from this network.
    enough: bool,
}

/// The page that offers to be `name`, as their letters' address begins; with the code of their second key, if they have one.
pub fn offer(request: &Request, name: &str, code: Option<&str>) -> Response {
    page_with(StatusCode::OK, &GuestPage::of(plain_shell(request), name, code, false))
}

/// The same page, when this person has had their letters for now, or when this network has asked for too many
/// (`too_often` says when it may again).
pub fn enough(request: &Request, name: &str, too_often: Option<TooOften>) -> Response {
    let page = GuestPage::of(plain_shell(request), name, None, true);
    let mut answer = page_with(StatusCode::TOO_MANY_REQUESTS, &page);
    let seconds = too_often.map_or(NEXT_LETTER, |too_often| too_often.seconds);
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    answer
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
