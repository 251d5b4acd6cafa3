//! `GET /` of a member: the two doors first, then who waits for an answer, then what is new.

use super::{bulletins, listings, matches, messages, notifications};
use crate::error_page::No;
use crate::kit;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::{Direction, ListingRow};
use futures_util::TryFutureExt as _;
use kernel::{PageRequest, RefusalKind, Role, Timestamp};
use phrases::Words;
use poem::Response;
use sponsorship::RequestView;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home {
    s: Shell,
    first_name: String,
    /// The town, when the reader has said one, and the day.
    subtitle: String,
    waiting: Vec<Waiting>,
    /// Lists that hold more than is shown here.
    more: Vec<(&'static str, String)>,
    /// What goes with the reader's own listings.
    pairs: Vec<matches::Pair>,
    requests: Vec<listings::Card>,
    offers: Vec<listings::Card>,
    news: Vec<notifications::Line>,
    bulletins: Vec<bulletins::Line>,
}

/// Somebody who waits for an answer of the reader's.
struct Waiting {
    name: String,
    about: String,
    said: String,
    /// Whether that is what they wrote.
    quoted: bool,
    href: String,
    action: String,
}

/// How many of each are shown.
const WAITING: usize = 3;
const NEWEST: u32 = 4;
const PAIRS: u32 = 2;

/// The page, for [`super::front`].
pub async fn home(visit: Visit) -> Result<Response, No> {
    let (db, caller, title) = (&visit.db, &visit.caller, visit.words.t("home-title"));
    let unread = PageRequest::new(30, None);
    let (newest, talks, (asked, open), told, s) = tokio::try_join!(
        exchange::views::newest(db, caller, NEWEST, PAIRS).map_err(No::from),
        conversation::views::inbox(db, caller, &unread).map_err(No::from),
        asked(&visit),
        notice::notifications(db, caller, PageRequest::new(5, None)).map_err(No::from),
        visit.shell(&title, Place::Home),
    )?;
    let (words, now) = (visit.words, s.now);
    let unread: Vec<messages::Row> =
        messages::Row::all(&talks.items, words, &now).into_iter().filter(|row| row.unread > 0).collect();
    let news = told.items.iter().filter(|view| view.read_at.is_none());
    Ok(page(&Home {
        first_name: kit::first_name(&visit.person.name).to_owned(),
        subtitle: subtitle(&visit.person.town, words, &now),
        more: more(unread.len(), open, words),
        waiting: waiting(&unread, &asked, words),
        pairs: matches::Pair::all(&newest.matches, words, &now),
        requests: listings::Card::all(&newest.requests, words, &now),
        offers: listings::Card::all(&newest.offers, words, &now),
        news: news.map(|view| notifications::Line::of(view, words, &now)).take(4).collect(),
        bulletins: bulletins::Line::all(&newest.bulletins, words, &now),
        s,
    }))
}

/// The requests for sponsorship that wait for the reader, and how many there are; none for whoever may not vouch.
async fn asked(visit: &Visit) -> Result<(Vec<RequestView>, usize), No> {
    let found = sponsorship::asked_of_me(&visit.db, &visit.caller, PageRequest::new(3, None)).await;
    match found.map_err(No::from) {
        // Counting is for what is not on this page.
        Ok(found) if found.next.is_none() => {
            let open = found.items.len();
            Ok((found.items, open))
        }
        Ok(found) => {
            let open = sponsorship::open_requests(&visit.db, &visit.caller).await?;
            Ok((found.items, usize::try_from(open).unwrap_or(0)))
        }
        Err(No(refusal)) if refusal.kind == RefusalKind::Forbidden => Ok((Vec::new(), 0)),
        Err(no) => Err(no),
    }
}

fn subtitle(town: &str, words: Words, now: &Timestamp) -> String {
    match town {
        "" => words.t1("home-day", "day", words.day(now)),
        town => words.t2("home-town-day", "town", town, "day", words.day(now)),
    }
}

fn waiting(unread: &[messages::Row], asked: &[RequestView], words: Words) -> Vec<Waiting> {
    let wrote = unread.iter().take(WAITING).map(|row| Waiting {
        name: row.name.clone(),
        about: words.t1("home-wrote-about", "title", row.about.as_str()),
        said: words.t1("home-said", "words", row.preview.as_str()),
        quoted: true,
        href: row.href.clone(),
        action: words.t1("home-answer", "name", kit::first_name(&row.name)),
    });
    let asks = asked.iter().take(WAITING).map(|request| {
        let note = if request.note.is_empty() { request.about.as_str() } else { request.note.as_str() };
        let (said, quoted) = match kit::beginning(note, 110).as_str() {
            "" => (words.t("home-asks-silently"), false),
            note => (words.t1("home-said", "words", note), true),
        };
        Waiting {
            name: request.applicant.name.clone(),
            about: words.t("home-asks"),
            said,
            quoted,
            href: format!("/requests/{}", request.id),
            action: words.t("home-read-request"),
        }
    });
    wrote.chain(asks).collect()
}

fn more(unread: usize, open: usize, words: Words) -> Vec<(&'static str, String)> {
    let messages = (unread > WAITING).then(|| ("/messages", words.t1("home-all-messages", "n", unread)));
    let requests = (open > WAITING).then(|| ("/requests", words.t1("home-all-requests", "n", open)));
    messages.into_iter().chain(requests).collect()
}

/// The page in all its states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let words = preview.words;
    let rows = listings::samples::rows(preview);
    let of = |direction: Direction| {
        let some: Vec<ListingRow> = rows.iter().filter(|row| row.direction == direction).cloned().collect();
        listings::Card::all(&some, words, &preview.now)
    };
    let unread = messages::samples(preview);
    let asked = [RequestView {
        id: Uuid::from_u128(5).into(),
        applicant: preview.person("Léa Morel", "Pazy", Role::None),
        about: String::new(),
        note: words.t("home-sample-note"),
        requested_at: preview.ago(1),
        expires_at: preview.ahead(13),
        state: sponsorship::State::Requested,
        open: true,
        namesake: false,
    }];
    let full = Home {
        s: preview.member("home-title", Place::Home),
        first_name: "Odile".to_owned(),
        subtitle: subtitle("Corbigny", words, &preview.now),
        waiting: waiting(unread.get(..2).unwrap_or_default(), &asked, words),
        more: more(4, 5, words),
        pairs: matches::samples(preview),
        requests: of(Direction::Request),
        offers: of(Direction::Offer),
        news: notifications::samples(preview),
        bulletins: bulletins::Line::all(&bulletins::samples(preview), words, &preview.now),
    };
    let empty = Home {
        s: preview.member("home-title", Place::Home),
        first_name: "Odile".to_owned(),
        subtitle: subtitle("", words, &preview.now),
        waiting: Vec::new(),
        more: Vec::new(),
        pairs: Vec::new(),
        requests: Vec::new(),
        offers: Vec::new(),
        news: Vec::new(),
        bulletins: Vec::new(),
    };
    vec![preview.page("member-home", &full), preview.page("member-home-empty", &empty)]
}
