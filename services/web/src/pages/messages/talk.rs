//! `GET /messages/{id}`: one conversation, the latest message last, and a field to answer.

use super::Row;
use super::row::samples;
use crate::error_page::No;
use crate::form::Form;
use crate::kit;
use crate::pages::listings::still_of;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use conversation::{ConversationError, ConversationView, MarkRead, MessageView, read::mark_read};
use exchange::{Direction, Kind, State};
use kernel::{Cursor, Page, PageRequest, Role, Timestamp};
use phrases::Words;
use poem::http::StatusCode;
use poem::web::{Path, Query};
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "messages/talk.html")]
struct Talk {
    s: Shell,
    view: ConversationView,
    first_name: String,
    still: &'static str,
    days: Vec<Day>,
    /// Where earlier messages are.
    earlier: Option<String>,
    /// Whether later messages are elsewhere.
    past: bool,
    rows: Vec<Row>,
    form: Form,
}

/// The messages of one day, the earliest first.
pub(crate) struct Day {
    pub(crate) name: String,
    pub(crate) messages: Vec<Said>,
}

pub(crate) struct Said {
    pub(crate) mine: bool,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) time: String,
    pub(crate) machine: String,
}

#[derive(Deserialize, Default)]
pub(super) struct Wish {
    before: Option<String>,
}

/// Messages of a page.
const MESSAGES: u32 = 40;

#[handler]
pub(super) async fn talk(visit: Visit, Path(id): Path<Uuid>, Query(wish): Query<Wish>) -> Result<Response, No> {
    let form = fresh(&visit);
    show(&visit, id, &wish, form, StatusCode::OK).await
}

/// An empty answer with the id of the message it will be.
fn fresh(visit: &Visit) -> Form {
    Form::blank(visit.words).with("id", visit.fresh_id().to_string())
}

pub(super) async fn show(visit: &Visit, id: Uuid, wish: &Wish, form: Form, status: StatusCode) -> Result<Response, No> {
    let before = wish.before.as_deref().and_then(Cursor::decode);
    let wanted = PageRequest::new(MESSAGES, before);
    let view = conversation::views::conversation(&visit.db, &visit.caller, id.into(), &wanted).await?;
    let view = view.ok_or(ConversationError::NotFound)?;
    if let (true, None, Some(last)) = (view.unread > 0, before, view.messages.items.first()) {
        // Up to what is shown: a message that arrives at this moment stays unread.
        let read = MarkRead { conversation: view.id, up_to: Some(last.id) };
        visit.in_passing("a conversation read", |db, caller| async move { mark_read(&db, &caller, read).await }).await;
    }
    let beside = conversation::views::inbox(&visit.db, &visit.caller, &PageRequest::new(12, None)).await?;
    let rows = Row::all(&beside.items, visit.words, &visit.now());
    let title = visit.words.t1("conversation-title", "name", view.other.name.as_str());
    let s = visit.shell(&title, Place::Messages).await?;
    Ok(page_with(status, &Talk::new(s, view, before.is_some(), rows, form)))
}

impl Talk {
    fn new(s: Shell, view: ConversationView, past: bool, rows: Vec<Row>, form: Form) -> Self {
        let earlier = view.messages.next.map(|cursor| format!("/messages/{}?before={}", view.id, cursor.encode()));
        Self {
            first_name: kit::first_name(&view.other.name).to_owned(),
            still: still_of(Kind::Service, &view.listing_title, ""),
            days: days(&view.messages.items, s.words, &s.now),
            earlier,
            past,
            rows,
            form,
            s,
            view,
        }
    }

    fn is_open(&self) -> bool {
        self.view.listing_state == State::Open
    }

    fn offers(&self) -> bool {
        self.view.listing_direction == Direction::Offer
    }
}

/// The messages by day; they come the newest first.
pub(crate) fn days(messages: &[MessageView], words: Words, now: &Timestamp) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for message in messages.iter().rev() {
        let name = day(&message.sent_at, words, now);
        let said = Said {
            mine: message.mine,
            paragraphs: kit::paragraphs(&message.body),
            time: words.time(&message.sent_at),
            machine: words.machine(&message.sent_at),
        };
        match days.last_mut() {
            Some(day) if day.name == name => day.messages.push(said),
            _ => days.push(Day { name, messages: vec![said] }),
        }
    }
    days
}

fn day(at: &Timestamp, words: Words, now: &Timestamp) -> String {
    if words.date(at) == words.date(now) {
        words.t("conversation-today")
    } else if *now - *at < chrono::Duration::days(300) {
        words.day(at)
    } else {
        words.date(at)
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let view = |may_write: bool, state: State| {
        let row = samples(preview).into_iter().next()?;
        Some(ConversationView {
            id: row.id,
            listing: row.listing,
            listing_title: row.listing_title,
            listing_direction: Direction::Offer,
            listing_state: state,
            listing_is_mine: false,
            other: preview.person("Bruno Faure", "Corbigny", Role::None),
            may_write,
            unread: 0,
            messages: Page::whole(sample_messages(preview)),
        })
    };
    let page = |name: &str, view: Option<ConversationView>, form: Form| {
        let rows = Row::all(&samples(preview), preview.words, &preview.now);
        let title = preview.words.t1("conversation-title", "name", "Bruno Faure");
        let s = preview.member("conversation-inbox-title", Place::Messages).titled(title);
        view.map(|view| preview.page(name, &Talk::new(s, view, false, rows, form)))
    };
    let blank = Form::blank(preview.words);
    let mut wrong = blank.clone();
    wrong.fail("body", preview.words.refusal("MESSAGE_MISSING"));
    let pages = [
        page("member-talk", view(true, State::Open), blank.clone()),
        page("member-talk-wrong", view(true, State::Open), wrong),
        page("member-talk-away", view(false, State::Closed), blank),
    ];
    pages.into_iter().flatten().collect()
}

pub(crate) fn sample_messages(preview: &Preview) -> Vec<MessageView> {
    let keys = ["conversation-sample-1", "conversation-sample-2", "conversation-sample-3", "conversation-sample-4"];
    let message = |(place, key): (usize, &&str)| MessageView {
        id: Uuid::from_u128(place as u128).into(),
        conversation: Uuid::from_u128(0xc0).into(),
        author: Uuid::from_u128(7).into(),
        body: preview.words.t(key),
        sent_at: preview.now - chrono::Duration::hours([75, 74, 74, 1].get(place).copied().unwrap_or(1)),
        mine: place.is_multiple_of(2),
    };
    let mut all: Vec<MessageView> = keys.iter().enumerate().map(message).collect();
    all.reverse();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn messages_are_told_day_by_day_the_earliest_first() {
        let preview = Preview::new(kernel::Language::Fr, "Entraide", "v", "2026-11-22T12:00:00Z".parse().unwrap());
        let days = days(&sample_messages(&preview), sample_words(), &preview.now);
        let told: Vec<(&str, usize)> = days.iter().map(|day| (day.name.as_str(), day.messages.len())).collect();
        assert_eq!(told, [("jeudi 19 novembre", 3), ("Aujourd’hui", 1)]);
        assert!(days.first().and_then(|day| day.messages.first()).is_some_and(|said| said.mine));
    }
}
