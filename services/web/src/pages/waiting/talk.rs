//! `GET` and `POST /waiting/talks/{id}`: a conversation about the request of whoever waits.

use super::room::elsewhere;
use crate::error_page::No;
use crate::form::Form;
use crate::kit;
use crate::pages::messages::talk::{Day, days, sample_messages};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use conversation::guest::{conversation_as_guest, mark_read_as_guest, reply_as_guest};
use conversation::{ConversationError, MarkRead, Send};
use kernel::{Cursor, PageRequest, Role};
use poem::web::{Path, Query};
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

/// Messages of a page.
const MESSAGES: u32 = 40;

#[derive(Template)]
#[template(path = "waiting/talk.html")]
struct TalkPage {
    s: Shell,
    form: Form,
    id: String,
    name: String,
    first_name: String,
    about: String,
    may_write: bool,
    days: Vec<Day>,
    /// Where earlier messages are.
    earlier: Option<String>,
}

#[derive(Deserialize, Default)]
pub(super) struct Wish {
    before: Option<String>,
}

#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>, Query(wish): Query<Wish>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, id, &wish, form).await
}

#[handler]
pub(super) async fn reply(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    // A page that lost its id still sends; sending it twice would then write twice.
    let message = form.text("id").parse().unwrap_or_else(|_| visit.fresh_id());
    let cmd = Send { id: message.into(), conversation: id.into(), body: form.text("body").to_owned() };
    match reply_as_guest(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see(&format!("/waiting/talks/{id}#last"))),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, id, &Wish::default(), form).await
        }
    }
}

async fn draw(visit: &Visit, id: Uuid, wish: &Wish, form: Form) -> Result<Response, No> {
    let before = wish.before.as_deref().and_then(Cursor::decode);
    let wanted = PageRequest::new(MESSAGES, before);
    let view = conversation_as_guest(&visit.db, &visit.caller, id.into(), &wanted).await?;
    let view = view.ok_or(ConversationError::NotFound)?;
    if let (true, None, Some(last)) = (view.unread > 0, before, view.messages.items.first()) {
        // Up to what is shown: a message that arrives at this moment stays unread.
        let read = MarkRead { conversation: view.id, up_to: Some(last.id) };
        let reading = |db, caller| async move { mark_read_as_guest(&db, &caller, read).await };
        visit.in_passing("a conversation read", reading).await;
    }
    let title = visit.words.t1("conversation-title", "name", view.other.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    let page = TalkPage {
        form,
        id: id.to_string(),
        first_name: kit::first_name(&view.other.name).to_owned(),
        name: view.other.name,
        about: view.listing_title,
        may_write: view.may_write,
        days: days(&view.messages.items, s.words, &s.now),
        earlier: view.messages.next.map(|cursor| format!("/waiting/talks/{id}?before={}", cursor.encode())),
        s,
    };
    Ok(page_with(page.form.status(), &page))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, form: Form, may_write: bool| {
        let other = preview.person("Bruno Faure", "Corbigny", Role::None);
        let title = preview.words.t1("conversation-title", "name", other.name.as_str());
        let s = preview.visitor("asking-title").titled(title).signed_in("Thomas");
        let talk = TalkPage {
            form,
            id: Uuid::from_u128(0xc0).to_string(),
            first_name: "Bruno".to_owned(),
            name: other.name,
            about: preview.words.t("listing-sample-2"),
            may_write,
            days: days(&sample_messages(preview), s.words, &s.now),
            earlier: None,
            s,
        };
        preview.page(name, &talk)
    };
    let mut wrong = Form::blank(preview.words);
    wrong.fail("body", preview.words.refusal("MESSAGE_MISSING"));
    vec![
        page("waiting_talk", Form::blank(preview.words), true),
        page("waiting_talk_wrong", wrong, true),
        page("waiting_talk_away", Form::blank(preview.words), false),
    ]
}
