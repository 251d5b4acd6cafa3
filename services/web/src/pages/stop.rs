//! Stopping one kind of letter, from a link that stands in each of them. The page shows a button; nothing stops before it
//! is pressed, because machines open links, too. No session is asked for: the token is enough (bar E11).

use crate::doors::Doors;
use crate::error_page::No;
use crate::pages::query::query;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see};
use crate::visit::Visit;
use askama::Template;
use kernel::Refusal;
use membership::stop::{LetterKind, read_stop_token, stop_letters};
use poem::web::Path;
use poem::{Response, handler};

/// The page of the link, and its button.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/letters/stop/:token", stop).post("/letters/stop/:token/confirm", confirm)
}

#[derive(Template)]
#[template(path = "stop/stop.html")]
struct StopPage {
    s: Shell,
    kind: LetterKind,
    token: String,
    done: bool,
}

#[handler]
async fn stop(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let known = read_stop_token(visit.db.seal(), visit.caller.community, &token);
    let (_, kind) = known.ok_or(No(Refusal::NOT_FOUND))?;
    let done = query(&visit).ticked("done");
    let s = visit.shell("", Place::Elsewhere).await?;
    Ok(page(&of(s, kind, token, done)))
}

#[handler]
async fn confirm(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    stop_letters(&visit.db, visit.caller.community, &token).await?;
    Ok(see(&format!("/letters/stop/{token}?done=yes")))
}

fn of(s: Shell, kind: LetterKind, token: String, done: bool) -> StopPage {
    let title = s.t(if done { "stop-title-done" } else { "stop-title" });
    StopPage { s: s.titled(title), kind, token, done }
}

impl StopPage {
    /// Which letters.
    fn which(&self) -> String {
        self.s.t(match self.kind {
            LetterKind::Digest => "stop-digest",
            LetterKind::Messages => "stop-messages",
            LetterKind::Sponsorship => "stop-sponsorship",
            LetterKind::Listings => "stop-listings",
            LetterKind::Searches => "stop-searches",
            LetterKind::Urgent => "stop-urgent",
        })
    }
}

/// Each kind before, and one afterwards.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, kind, done| {
        let page = of(preview.visitor("stop-title"), kind, "k3v8".to_owned(), done);
        preview.page(name, &page)
    };
    vec![
        shown("stop_digest", LetterKind::Digest, false),
        shown("stop_messages", LetterKind::Messages, false),
        shown("stop_sponsorship", LetterKind::Sponsorship, false),
        shown("stop_listings", LetterKind::Listings, false),
        shown("stop_searches", LetterKind::Searches, false),
        shown("stop_asked", LetterKind::Urgent, false),
        shown("stop_done", LetterKind::Digest, true),
    ]
}
