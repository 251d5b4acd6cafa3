//! The link of the letter: a page with a button. Machines that look at links use nothing up (bar A2).

use super::{browser, device, enter, user_agent};
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use membership::MembershipError;
use membership::redeem::{self, LinkState, RedeemLink};
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Request, Response, handler};

#[derive(Template)]
#[template(path = "signin/link.html")]
struct LinkPage {
    s: Shell,
    state: LinkState,
}

#[handler]
pub(super) async fn show(Path(token): Path<String>, visit: Visit, request: &Request) -> Result<Response, No> {
    if visit.is_signed_in() {
        return Ok(see("/"));
    }
    let browser = browser(request).unwrap_or_default();
    let state = redeem::peek_link(&visit.db, &visit.caller, &token, &browser).await?;
    Ok(shown(&visit, state))
}

#[handler]
pub(super) async fn press(Path(token): Path<String>, visit: Visit, request: &Request) -> Result<Response, No> {
    let browser = browser(request).unwrap_or_default();
    let cmd = RedeemLink { token, browser, device: device(request), user_agent: user_agent(request) };
    match redeem::redeem_link(&visit.db, &visit.caller, cmd).await {
        Ok(signed) => enter(&visit, &signed).await,
        Err(MembershipError::SignInSpent) => Ok(shown(&visit, LinkState::Spent)),
        Err(MembershipError::SignInExpired) => Ok(shown(&visit, LinkState::Expired)),
        Err(MembershipError::SignInOtherBrowser) => Ok(shown(&visit, LinkState::OtherBrowser)),
        Err(error) => Err(error.into()),
    }
}

fn shown(visit: &Visit, state: LinkState) -> Response {
    let s = visit.plain(&visit.words.t(title(state))).without_sign_in();
    page_with(status(state), &LinkPage { s, state })
}

/// Gone is gone (bar A2); a link that belongs to another browser is still good there.
fn status(state: LinkState) -> StatusCode {
    match state {
        LinkState::Usable | LinkState::OtherBrowser => StatusCode::OK,
        LinkState::Spent | LinkState::Expired => StatusCode::GONE,
    }
}

fn title(state: LinkState) -> &'static str {
    match state {
        LinkState::Usable => "signin-link-title",
        LinkState::OtherBrowser => "signin-link-other-title",
        LinkState::Spent => "signin-link-spent-title",
        LinkState::Expired => "signin-link-expired-title",
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let states = [
        ("sign_in_link", LinkState::Usable),
        ("sign_in_link_elsewhere", LinkState::OtherBrowser),
        ("sign_in_link_spent", LinkState::Spent),
        ("sign_in_link_late", LinkState::Expired),
    ];
    let shown = |(name, state): &(&str, LinkState)| {
        let s = preview.visitor(title(*state)).without_sign_in();
        preview.page(name, &LinkPage { s, state: *state })
    };
    states.iter().map(shown).collect()
}
