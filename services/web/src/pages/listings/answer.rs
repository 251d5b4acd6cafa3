//! `GET` and `POST /listings/{id}/answer`: a first message to the author.

use super::{Card, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::kit;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, page_with, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use conversation::ConversationError;
use exchange::ListingView;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/answer.html")]
struct Answer {
    s: Shell,
    form: Form,
    card: Card,
    first_name: String,
}

#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    // Whoever has written before goes on where they were.
    if let Some(before) = conversation::views::about(&visit.db, &visit.caller, id.into()).await? {
        return Ok(see(&format!("/messages/{before}")));
    }
    let view = listing(&visit, id).await?;
    // Where others go first, the listing says until when and why.
    if view.mine || view.answerable_at.is_some() {
        return Ok(see(&format!("/listings/{id}")));
    }
    Ok(page(&Answer::new(shell(&visit, &view).await?, fresh(&visit), &view)))
}

#[handler]
pub(super) async fn answer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let ids = form.text("id").parse::<Uuid>().ok().zip(form.text("message").parse::<Uuid>().ok());
    // A page that lost its ids still sends; sending it twice would then write twice.
    let (conversation, message) = ids.unwrap_or_else(|| (visit.fresh_id(), visit.fresh_id()));
    let cmd = conversation::Answer {
        id: conversation.into(),
        listing: id.into(),
        message: message.into(),
        body: form.text("body").to_owned(),
    };
    match conversation::start::answer(&visit.db, &visit.caller, cmd).await {
        Ok(sent) => Ok(see_and_say(&format!("/messages/{}", sent.conversation), "conversation-sent")),
        Err(error) => {
            let status = super::questions::status_of(&error);
            form.refused(error)?;
            let view = listing(&visit, id).await?;
            Ok(page_with(status, &Answer::new(shell(&visit, &view).await?, form, &view)))
        }
    }
}

/// An empty message with the ids of what it will create.
pub(super) fn fresh(visit: &Visit) -> Form {
    Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("message", visit.fresh_id().to_string())
}

async fn listing(visit: &Visit, id: Uuid) -> Result<ListingView, No> {
    let view = exchange::views::listing(&visit.db, &visit.caller, id.into()).await?;
    view.ok_or_else(|| No::from(ConversationError::NotFound))
}

async fn shell(visit: &Visit, view: &ListingView) -> Result<Shell, No> {
    let title = visit.words.t1("listing-answer-title", "name", kit::first_name(&view.row.author.name));
    visit.shell(&title, Place::Listings).await
}

impl Answer {
    fn new(s: Shell, form: Form, view: &ListingView) -> Self {
        let first_name = kit::first_name(&view.row.author.name).to_owned();
        Self { card: Card::of(&view.row, s.words, &s.now), first_name, form, s }
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let Some(view) = samples::view(preview) else { return Vec::new() };
    let mut wrong = Form::blank(preview.words);
    wrong.fail("body", preview.words.refusal("MESSAGE_MISSING"));
    let title = preview.words.t1("listing-answer-title", "name", "Bruno");
    let mut promised = view.clone();
    samples::make_reserved(&mut promised.row, preview.now);
    let page = |name: &str, form: Form, view: &ListingView| {
        let s = preview.member("listing-list-title", Place::Listings).titled(title.as_str());
        preview.page(name, &Answer::new(s, form, view))
    };
    vec![
        page("member-listing-answer", Form::blank(preview.words), &view),
        page("member-listing-answer-wrong", wrong, &view),
        page("member-listing-answer-reserved", Form::blank(preview.words), &promised),
    ]
}
