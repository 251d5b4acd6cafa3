//! "This was not me": a page with a button that takes a change back. The link is enough: whoever needs it may have no session.

use crate::cookies;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use membership::MembershipError;
use membership::account_change::{self, ChangeKind};
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "account/undo.html")]
struct UndoPage {
    s: Shell,
    kind: Option<ChangeKind>,
}

impl UndoPage {
    /// What was changed.
    fn what(&self) -> String {
        self.s.t(match self.kind {
            Some(ChangeKind::Address) => "account-undo-address",
            Some(ChangeKind::FactorAdded) => "account-undo-added",
            Some(ChangeKind::FactorRemoved) => "account-undo-removed",
            Some(ChangeKind::PasskeyAdded) => "passkey-undo-added",
            Some(ChangeKind::PasskeyRemoved) => "passkey-undo-removed",
            Some(ChangeKind::ResetAsked) => "account-undo-reset",
            None => "account-undo-over-text",
        })
    }
}

/// `GET /account/undo/:token`
#[handler]
pub async fn show(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let kind = account_change::peek(&visit.db, &visit.caller, &token).await?;
    Ok(draw(&visit, kind))
}

/// `POST /account/undo/:token`
#[handler]
pub async fn press(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    match account_change::undo(&visit.db, &visit.caller, &token).await {
        Ok(()) => {
            let mut answer = see_and_say("/sign-in", "account-undo-done");
            cookies::take(&mut answer, cookies::SESSION);
            Ok(answer)
        }
        Err(MembershipError::TooLateToUndo) => Ok(draw(&visit, None)),
        Err(error) => Err(error.into()),
    }
}

fn draw(visit: &Visit, kind: Option<ChangeKind>) -> Response {
    let s = visit.plain(&visit.words.t(title(kind))).without_sign_in();
    let status = if kind.is_some() { StatusCode::OK } else { StatusCode::GONE };
    page_with(status, &UndoPage { s, kind })
}

fn title(kind: Option<ChangeKind>) -> &'static str {
    if kind.is_some() { "account-undo-title" } else { "account-undo-over-title" }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, kind| p.page(name, &UndoPage { s: p.visitor(title(kind)).without_sign_in(), kind });
    vec![
        draw("own_account_undo", Some(ChangeKind::Address)),
        draw("own_account_undo_factor", Some(ChangeKind::FactorAdded)),
        draw("own_account_undo_removed", Some(ChangeKind::FactorRemoved)),
        draw("own_account_undo_passkey", Some(ChangeKind::PasskeyAdded)),
        draw("own_account_undo_passkey_removed", Some(ChangeKind::PasskeyRemoved)),
        draw("own_account_undo_reset", Some(ChangeKind::ResetAsked)),
        draw("own_account_undo_over", None),
    ]
}
