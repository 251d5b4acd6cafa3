//! The link of the letter that confirms an address: a page with a button. Machines that look at links use nothing up.

use super::session_of;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use membership::address_change;
use membership::redeem::LinkState;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "account/link.html")]
struct LinkPage {
    s: Shell,
    state: LinkState,
}

/// `GET /account/address/link/:token`
#[handler]
pub async fn show(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let state = address_change::peek_link(&visit.db, &visit.caller, session, &token).await?;
    let s = visit.shell(&visit.words.t(title(state)), Place::Elsewhere).await?;
    Ok(page_with(status(state), &LinkPage { s, state }))
}

/// `POST /account/address/link/:token`
#[handler]
pub async fn press(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let session = session_of(&visit)?;
    address_change::confirm_link(&visit.db, &visit.caller, session, &token).await?;
    Ok(see_and_say("/account", "account-address-done"))
}

/// Gone is gone; a link that belongs to another browser is still good there.
fn status(state: LinkState) -> StatusCode {
    match state {
        LinkState::Usable | LinkState::OtherBrowser => StatusCode::OK,
        LinkState::Spent | LinkState::Expired => StatusCode::GONE,
    }
}

fn title(state: LinkState) -> &'static str {
    match state {
        LinkState::Usable => "account-link-title",
        LinkState::OtherBrowser => "account-link-other-title",
        LinkState::Spent | LinkState::Expired => "account-link-over-title",
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let states = [
        ("own_account_link", LinkState::Usable),
        ("own_account_link_elsewhere", LinkState::OtherBrowser),
        ("own_account_link_over", LinkState::Expired),
    ];
    let draw = |(name, state): &(&str, LinkState)| {
        p.page(name, &LinkPage { s: p.member(title(*state), Place::Elsewhere), state: *state })
    };
    states.iter().map(draw).collect()
}
