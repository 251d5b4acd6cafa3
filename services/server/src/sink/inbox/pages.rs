//! The inbox for people.

use super::super::store::{Inbox, Received};
use super::find;
use askama::Template;
use chrono_tz::Tz;
use kernel::Language;
use mail_parser::Message;
use phrases::Words;
use poem::{
    IntoResponse, Request, Response, Result, handler,
    http::{StatusCode, header},
    web::{Data, Html, Path, Query},
};
use serde::Deserialize;
use std::sync::Arc;

/// Messages on one page of the list.
const PAGE: usize = 50;

/// What the list shows.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    /// Part of a recipient or subject.
    #[serde(default)]
    q: String,
    /// Only messages before this number.
    before: Option<u64>,
}

#[derive(Template)]
#[template(path = "inbox/list.html")]
struct ListPage {
    w: Words,
    wish: Wish,
    rows: Vec<Row>,
    next: Option<u64>,
}

struct Row {
    number: u64,
    subject: String,
    from: String,
    to: String,
    at: String,
}

#[derive(Template)]
#[template(path = "inbox/message.html")]
struct MessagePage {
    w: Words,
    row: Row,
    lines: Vec<Vec<Piece>>,
    has_html: bool,
    bytes: usize,
}

/// A stretch of text, or a link.
struct Piece {
    text: String,
    link: bool,
}

#[handler]
pub(super) fn list_page(request: &Request, Data(inbox): Data<&Inbox>, Query(wish): Query<Wish>) -> Result<Response> {
    let w = words(request);
    let mut found = inbox.newest(&wish.q, wish.before, PAGE + 1);
    let next = (found.len() > PAGE).then(|| found.truncate(PAGE)).and_then(|()| found.last().map(|last| last.number));
    let rows = found.iter().map(|message| row(w, message)).collect();
    page(&ListPage { w, wish, rows, next })
}

#[handler]
pub(super) fn one_message(request: &Request, Data(inbox): Data<&Inbox>, Path(number): Path<u64>) -> Result<Response> {
    let w = words(request);
    let found = find(inbox, number)?;
    let text = found.text();
    page(&MessagePage {
        row: row(w, &found),
        w,
        lines: text.lines().map(pieces).collect(),
        has_html: found.parsed().html_body_count() > 0,
        bytes: found.raw.len(),
    })
}

#[handler]
pub(super) fn html_part(Data(inbox): Data<&Inbox>, Path(number): Path<u64>) -> Result<Html<String>> {
    // The frame has no origin of its own; links must open outside of it to be of use.
    let html = find(inbox, number)?.html();
    Ok(Html(html.replacen("<head>", "<head><base target=\"_blank\">", 1)))
}

#[handler]
pub(super) fn raw_source(Data(inbox): Data<&Inbox>, Path(number): Path<u64>) -> Result<Response> {
    let found = find(inbox, number)?;
    Ok(Response::builder().content_type("text/plain; charset=utf-8").body(found.raw.clone()))
}

#[handler]
pub(super) fn stylesheet() -> Response {
    Response::builder().content_type("text/css; charset=utf-8").body(include_str!("../../../templates/inbox/inbox.css"))
}

fn page(page: &impl Template) -> Result<Response> {
    let text = page.render().map_err(|error| poem::Error::new(error, StatusCode::INTERNAL_SERVER_ERROR))?;
    Ok(Html(text).into_response())
}

fn words(request: &Request) -> Words {
    let wished = request.header(header::ACCEPT_LANGUAGE).and_then(Language::from_accept_language);
    Words::new(wished.unwrap_or_default(), Tz::Europe__Paris)
}

fn row(w: Words, message: &Arc<Received>) -> Row {
    let parsed = message.parsed();
    Row {
        number: message.number,
        subject: message.subject.clone(),
        from: sender(&parsed).unwrap_or_else(|| message.from.clone()),
        to: message.recipients.join(", "),
        at: moment(&parsed).map(|at| w.day_time(&at)).unwrap_or_default(),
    }
}

fn sender(message: &Message<'_>) -> Option<String> {
    let first = message.from()?.first()?;
    first.name().or_else(|| first.address()).map(str::to_owned)
}

/// The moment the letter itself bears: the sink has no clock of its own.
fn moment(message: &Message<'_>) -> Option<kernel::Timestamp> {
    chrono::DateTime::from_timestamp(message.date()?.to_timestamp(), 0)
}

/// A line cut at its links.
fn pieces(line: &str) -> Vec<Piece> {
    let cut = line.split_inclusive(' ').flat_map(|word| {
        let solid = word.trim_end();
        let rest = word.get(solid.len()..).unwrap_or_default();
        if solid.starts_with("http://") || solid.starts_with("https://") {
            vec![Piece { text: solid.to_owned(), link: true }, Piece { text: rest.to_owned(), link: false }]
        } else {
            vec![Piece { text: word.to_owned(), link: false }]
        }
    });
    cut.collect()
}
