//! `GET` and `POST /listings/{id}/renew`: is it still true? Where the letter and the notice before its end lead: one click keeps it.

use super::edit::own;
use super::samples;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{ListingView, Renew, State};
use kernel::Timestamp;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/renew.html")]
struct Still {
    s: Shell,
    view: ListingView,
    /// Until when it would be shown.
    until: Timestamp,
}

/// The question; what cannot be renewed now is on its own page, which says why.
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = own(&visit, id.into()).await?;
    if !view.may_renew {
        return Ok(see(&format!("/listings/{id}")));
    }
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("listing-renew-title"), Place::Listings).await?;
    Ok(page(&Still { s, view, until: rules.renewed_until() }))
}

#[handler]
pub(super) async fn renew(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    exchange::renew::renew(&visit.db, &visit.caller, Renew { id: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "listing-renewed"))
}

impl Still {
    /// When it ends, or ended.
    fn end(&self) -> String {
        let open = self.view.row.state == State::Open;
        self.s.t1(
            if open { "listing-renew-ends" } else { "listing-renew-ended" },
            "day",
            self.s.date(&self.view.row.expires_at),
        )
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, state: State| {
        let mut view = samples::view(preview)?;
        (view.mine, view.may_renew, view.row.state) = (true, true, state);
        view.row.expires_at = preview.now + chrono::Duration::days(if state == State::Open { 7 } else { -3 });
        let s = preview.member("listing-renew-title", Place::Listings);
        Some(preview.page(name, &Still { s, view, until: preview.now + chrono::Duration::days(60) }))
    };
    let pages = [page("member-listing-renew", State::Open), page("member-listing-renew-ended", State::Expired)];
    pages.into_iter().flatten().collect()
}
