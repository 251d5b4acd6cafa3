//! `GET /steward/unanswered`: requests that nobody has answered for two days, and who may be able to help.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager};
use crate::pages::listings::{Card, samples};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::suggest_helper::{SuggestHelper, suggest_helper};
use exchange::views::unanswered::{SuggestedHelper, UnansweredRequest, Waiting, unanswered, waiting};
use exchange::{Direction, ListingRow};
use kernel::{Cursor, ListingId, MemberId, PageRequest, Role, Timestamp};
use phrases::Words;
use poem::web::Path;
use poem::{Request, Response, handler};
use uuid::Uuid;

const SHOWN: u32 = 20;

#[derive(Template)]
#[template(path = "steward/unanswered.html")]
struct Unanswered {
    s: Shell,
    /// What the team does about one of them; it goes along on which page.
    form: Form,
    requests: Vec<Waits>,
    /// How long people wait for a first answer.
    usual: Option<String>,
    pager: Html,
}

/// A request with who may be able to help.
struct Waits {
    id: ListingId,
    card: Card,
    author: MemberId,
    helpers: Vec<SuggestedHelper>,
    suggest: String,
}

/// `GET /steward/unanswered`
#[handler]
pub async fn show(visit: Visit, request: &Request) -> Result<Response, No> {
    draw(&visit, Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes())).await
}

/// The page that a form of one of its rows was sent from, with what was typed and what is wrong in that row.
pub(in crate::pages) async fn again(visit: &Visit, id: ListingId, form: Form) -> Result<Response, No> {
    draw(visit, form.about(id)).await
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let after = Cursor::decode(form.text("after"));
    let found = unanswered(&visit.db, &visit.caller, &PageRequest::new(SHOWN, after)).await?;
    let usual = waiting(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("steward-unanswered-title"), Place::Elsewhere).await?;
    let next = found.next.map(|next| format!("/steward/unanswered?after={}", next.encode()));
    let pager = pager(after.map(|_| "/steward/unanswered"), next.as_deref(), &s.words);
    Ok(page_with(form.status(), &Unanswered::new(s, form, &found.items, usual, pager)))
}

/// `POST /steward/unanswered/:id/suggest`
#[handler]
pub async fn suggest(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    // What is no id names nobody, and nobody is not found.
    let helper = form.text("helper").parse().unwrap_or(MemberId(Uuid::max()));
    suggest_helper(&visit.db, &visit.caller, SuggestHelper { request: id.into(), helper }).await?;
    Ok(see_and_say("/steward/unanswered", "steward-unanswered-suggested"))
}

impl Unanswered {
    fn new(s: Shell, form: Form, requests: &[UnansweredRequest], usual: Waiting, pager: Html) -> Self {
        let requests = requests.iter().map(|one| Waits::of(one, s.words, &s.now)).collect();
        let usual = usual.first_answer.map(|time| s.t1("steward-unanswered-usual", "hours", time.num_hours().max(1)));
        Self { s, form, requests, usual, pager }
    }
}

impl Waits {
    fn of(one: &UnansweredRequest, words: Words, now: &Timestamp) -> Self {
        Self {
            id: one.request.id,
            card: Card::of(&one.request, words, now),
            author: one.request.author.id,
            helpers: one.helpers.clone(),
            suggest: format!("/steward/unanswered/{}/suggest", one.request.id),
        }
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let rows = samples::rows(p);
    let requests: Vec<ListingRow> = rows.iter().filter(|row| row.direction == Direction::Request).cloned().collect();
    let offers: Vec<&ListingRow> = rows.iter().filter(|row| row.direction == Direction::Offer).collect();
    let helper = |row: &&ListingRow| SuggestedHelper {
        member: p.person(&row.author.name, &row.town, Role::None),
        offer: row.id,
        title: row.title.clone(),
    };
    let full: Vec<UnansweredRequest> = requests
        .into_iter()
        .enumerate()
        .map(|(place, request)| UnansweredRequest { request, helpers: offers.iter().take(place).map(helper).collect() })
        .collect();
    let page = |name: &str, form: Form, requests: &[UnansweredRequest], usual: Waiting| {
        let s = p.steward("steward-unanswered-title", Place::Elsewhere);
        p.page(name, &Unanswered::new(s, form, requests, usual, Html::default()))
    };
    let usual = Waiting { first_answer: Some(chrono::Duration::hours(7)) };
    let unsaid = full.iter().find(|one| one.request.urgent(p.now).is_some()).map(|one| {
        let mut form = Form::blank(p.words);
        form.required("urgent_reason", 500);
        page("desk-unanswered-error", form.about(one.request.id), &full, usual)
    });
    let blank = || Form::blank(p.words);
    let all = [
        Some(page("desk-unanswered", blank(), &full, usual)),
        Some(page("desk-unanswered-empty", blank(), &[], Waiting { first_answer: None })),
        unsaid,
    ];
    all.into_iter().flatten().collect()
}
