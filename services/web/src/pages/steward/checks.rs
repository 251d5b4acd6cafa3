//! `GET /steward/checks`: requests of people who wait to come in, which a steward reads before members do.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager, paragraphs};
use crate::pages::listings::{Card, samples};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::Direction;
use exchange::guest_request::{
    LetThrough, RequestToCheck, SendBack, let_guest_request_through, requests_to_check, send_guest_request_back,
};
use kernel::{Cursor, PageRequest, Timestamp};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

const SHOWN: u32 = 20;

#[derive(Template)]
#[template(path = "steward/checks.html")]
struct Checks {
    s: Shell,
    form: Form,
    waiting: Vec<Waits>,
    pager: Html,
}

/// A request that waits.
struct Waits {
    id: String,
    card: Card,
    paragraphs: Vec<String>,
    /// When it was sent, for the decision; microseconds, as the database keeps it.
    version: String,
    sent_at: Timestamp,
}

/// `GET /steward/checks`
#[handler]
pub async fn show(visit: Visit, request: &poem::Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    draw(&visit, Form::blank(visit.words), Cursor::decode(query.text("after"))).await
}

/// `POST /steward/checks/:id/let-through`
#[handler]
pub async fn let_through(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = LetThrough { id: id.into(), sent_at: version(&form) };
    match let_guest_request_through(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward/checks", "asking-let-through-done")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id), None).await
        }
    }
}

/// `POST /steward/checks/:id/send-back`
#[handler]
pub async fn send_back(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = SendBack { id: id.into(), sent_at: version(&form), reason: form.text("reason").to_owned() };
    match send_guest_request_back(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward/checks", "asking-send-back-done")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id), None).await
        }
    }
}

/// The moment the page named; another than any where it named none, so that nothing is decided unread.
fn version(form: &Form) -> Timestamp {
    form.text("sent_at").parse().ok().and_then(Timestamp::from_timestamp_micros).unwrap_or_default()
}

async fn draw(visit: &Visit, form: Form, after: Option<Cursor>) -> Result<Response, No> {
    let found = requests_to_check(&visit.db, &visit.caller, &PageRequest::new(SHOWN, after)).await?;
    let s = visit.shell(&visit.words.t("asking-desk-title"), Place::Elsewhere).await?;
    let next = found.next.map(|next| format!("/steward/checks?after={}", next.encode()));
    let pager = pager(after.map(|_| "/steward/checks"), next.as_deref(), &s.words);
    let page = Checks::new(s, form, &found.items, pager);
    Ok(page_with(page.form.status(), &page))
}

impl Checks {
    fn new(s: Shell, form: Form, waiting: &[RequestToCheck], pager: Html) -> Self {
        let waits = |one: &RequestToCheck| Waits {
            id: one.row.id.to_string(),
            card: Card::of(&one.row, s.words, &s.now),
            paragraphs: paragraphs(&one.body),
            version: one.sent_at.timestamp_micros().to_string(),
            sent_at: one.sent_at,
        };
        Self { form, waiting: waiting.iter().map(waits).collect(), pager, s }
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let rows = samples::rows(p).into_iter().filter(|row| row.direction == Direction::Request);
    let full: Vec<RequestToCheck> =
        rows.map(|row| RequestToCheck { body: row.excerpt.clone(), row, sent_at: p.ago(1) }).collect();
    let page = |name: &str, form: Form, waiting: &[RequestToCheck]| {
        let s = p.steward("asking-desk-title", Place::Elsewhere);
        p.page(name, &Checks::new(s, form, waiting, Html::default()))
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", 500);
    let wrong = match full.first() {
        Some(first) => wrong.about(first.row.id),
        None => wrong,
    };
    vec![
        page("desk-checks", Form::blank(p.words), &full),
        page("desk-checks-empty", Form::blank(p.words), &[]),
        page("desk-checks-error", wrong, &full),
    ]
}
