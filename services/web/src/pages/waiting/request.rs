//! `GET /waiting/request`: the one request of whoever waits, where it stands and who answered; or the questions for a new one.

use super::room::elsewhere;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Choices, Html, Tone};
use crate::pages::listings::questions::{self, Questions};
use crate::pages::listings::{samples, wording};
use crate::pages::messages::{self, Row};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use conversation::guest::conversations_as_guest;
use exchange::guest_request::{GuestRequestView, MyGuestRequest, my_guest_request};
use exchange::{Direction, Rules, State};
use kernel::PageRequest;
use poem::{Response, handler};

/// Conversations shown.
const TALKS: u32 = 50;

#[derive(Template)]
#[template(path = "waiting/request.html")]
pub(super) struct RequestPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    /// The questions for a new one; nothing while there is one, or where the community does not grant it.
    questions: Option<Questions>,
    request: Option<GuestRequestView>,
    paragraphs: Vec<String>,
    talks: Vec<Row>,
}

#[handler]
pub(super) async fn show(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    draw(&visit, None).await
}

/// The page, with what was typed into the questions or the form that closes it.
pub(super) async fn draw(visit: &Visit, typed: Option<Form>) -> Result<Response, No> {
    let found = my_guest_request(&visit.db, &visit.caller).await?;
    let talks = conversations_as_guest(&visit.db, &visit.caller, &PageRequest::new(TALKS, None)).await?;
    let talks = Row::all(&talks.items, visit.words, &visit.now());
    let form = match typed {
        Some(form) => form,
        None => blank(visit, &found).await?,
    };
    let s = visit.shell(&visit.words.t("asking-title"), Place::Elsewhere).await?;
    let page = RequestPage::new(s, form, found, talks);
    Ok(page_with(page.form.status(), &page))
}

/// Nothing answered yet but what goes without saying: one's own town, and that it is free.
async fn blank(visit: &Visit, found: &MyGuestRequest) -> Result<Form, No> {
    let form = Form::blank(visit.words);
    if found.request.as_ref().is_some_and(|request| goes_on(request.row.state)) {
        return Ok(form);
    }
    let own = membership::views::own(&visit.db, &visit.caller).await?;
    Ok(form.with("id", visit.fresh_id().to_string()).with("town", own.card.town).with("settlements", "gift"))
}

/// The title of the reader's request and where it stands, while there is one.
pub(super) async fn current(visit: &Visit) -> Result<Option<(String, String)>, No> {
    let found = my_guest_request(&visit.db, &visit.caller).await?.request;
    let found = found.filter(|request| goes_on(request.row.state));
    Ok(found.map(|request| (request.row.title, wording::state(request.row.state, visit.words))))
}

fn goes_on(state: State) -> bool {
    matches!(state, State::Checking | State::Returned | State::Open)
}

impl RequestPage {
    fn new(s: Shell, form: Form, found: MyGuestRequest, talks: Vec<Row>) -> Self {
        let busy = found.request.as_ref().is_some_and(|request| goes_on(request.row.state));
        let form = form.with("direction", Direction::Request.as_str());
        let questions = || Questions::new(form.clone(), &found.rules, s.words).for_somebody_who_waits();
        let questions = (found.granted && !busy).then(questions);
        let paragraphs = found.request.as_ref().map(|request| kit::paragraphs(&request.body)).unwrap_or_default();
        Self { s, form, questions, request: found.request, paragraphs, talks }
    }

    fn goes_on(&self) -> bool {
        self.request.as_ref().is_some_and(|request| goes_on(request.row.state))
    }

    /// Where it stands, and what that means.
    fn state(&self, request: &GuestRequestView) -> Html {
        let (tone, key) = match request.row.state {
            State::Checking => (Tone::Info, "asking-checking"),
            State::Returned => (Tone::Warn, "asking-returned"),
            State::Open => (Tone::Good, "asking-open"),
            State::Fulfilled => (Tone::Good, "listing-ended-fulfilled"),
            // Nobody asks in another's name while they wait.
            State::Expired | State::Agreeing | State::Declined => (Tone::Info, "listing-ended-expired"),
            State::Closed if request.close_reason.is_empty() => (Tone::Info, "listing-ended-closed"),
            State::Closed => (Tone::Warn, "listing-ended-by-office"),
        };
        let text = match request.row.state {
            State::Checking => self.s.t("asking-checking-text"),
            State::Returned => self.s.t1("asking-returned-text", "reason", request.return_reason.as_str()),
            State::Open => self.s.t1("asking-open-text", "day", self.s.date(&request.row.expires_at)),
            State::Agreeing | State::Declined | State::Fulfilled | State::Expired | State::Closed => {
                request.close_reason.clone()
            }
        };
        kit::notice(tone, &self.s.t(key), &text)
    }

    /// Everybody who wrote, and nobody of them.
    fn who(&self, request: &GuestRequestView) -> Choices {
        let choices = self.form.choices("helped_by", self.s.t("listing-close-who"));
        let choices = choices.hint(self.s.t("listing-close-who-hint"));
        let each = |choices: Choices, one: &membership::MemberCard| {
            choices.explained(one.id.to_string(), one.name.as_str(), one.town.as_str())
        };
        request.helpers.iter().fold(choices, each).option("", self.s.t("listing-close-nobody"))
    }
}

/// An invented request of somebody who waits.
pub(super) fn sample(preview: &Preview, state: State) -> Option<GuestRequestView> {
    let mut row = samples::rows(preview).into_iter().find(|row| row.direction == Direction::Request)?;
    row.state = state;
    let reason = |wanted| if state == wanted { preview.words.t("asking-sample-reason") } else { String::new() };
    Some(GuestRequestView {
        body: row.excerpt.clone(),
        row,
        sent_at: preview.ago(1),
        return_reason: reason(State::Returned),
        close_reason: reason(State::Closed),
        helpers: Vec::new(),
    })
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let rules: Rules = samples::rules(preview.words);
    let page = |name: &str, granted: bool, request: Option<GuestRequestView>, talks: Vec<Row>, form: Form| {
        let s = preview.visitor("asking-title").signed_in("Thomas");
        preview.page(name, &RequestPage::new(s, form, MyGuestRequest { granted, rules: rules.clone(), request }, talks))
    };
    let blank = || Form::blank(preview.words).with("settlements", "gift");
    let mut wrong = blank().with("title", "Un");
    wrong.fail("title", preview.words.refusal("LISTING_TITLE_TOO_SHORT"));
    let helpers = vec![preview.person("Karim Benali", "Corbigny", kernel::Role::None)];
    let open = sample(preview, State::Open).map(|request| GuestRequestView { helpers, ..request });
    let talks = || messages::samples(preview).into_iter().take(1).collect();
    vec![
        page("waiting_request_new", true, None, Vec::new(), blank()),
        page("waiting_request_wrong", true, None, Vec::new(), wrong),
        page("waiting_request_none", false, None, Vec::new(), blank()),
        page("waiting_request_checking", true, sample(preview, State::Checking), Vec::new(), blank()),
        page("waiting_request_returned", true, sample(preview, State::Returned), Vec::new(), blank()),
        page("waiting_request_open", true, open, talks(), blank()),
        page("waiting_request_closed", true, sample(preview, State::Closed), talks(), blank()),
    ]
}

/// What the reader may change, filled in.
pub(super) fn filled(visit: &Visit, request: &GuestRequestView) -> Form {
    questions::filled_with(visit.words, &request.row, &request.body)
}
