//! A member's outings: a page, an address for calendar programs that is made, changed and deleted, and what is read there.

pub(crate) mod ics;

use crate::doors::Doors;
use crate::error_page::No;
use crate::pages::listings::extent;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::calendar::{self, CalendarEntry};
use exchange::outing::Attendance;
use kernel::Timestamp;
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// The page, its button, and the calendar itself, which needs no session: the token is enough.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/calendar", show)
        .post("/calendar/renew", renew)
        .post("/calendar/delete", delete)
        .get("/calendar/feed/:token", feed)
}

#[derive(Template)]
#[template(path = "calendar/calendar.html")]
struct CalendarPage {
    s: Shell,
    lines: Vec<Line>,
    /// Where calendar programs read it, and since when.
    address: Option<(String, String)>,
}

/// An outing to come.
struct Line {
    href: String,
    title: String,
    when: String,
    town: String,
    called_off: bool,
    waits: bool,
    own: bool,
}

impl Line {
    fn of(entry: &CalendarEntry, words: Words) -> Self {
        Self {
            href: format!("/listings/{}", entry.listing),
            title: entry.title.clone(),
            when: extent::span(entry.starts_at, Some(entry.ends_at), words),
            town: entry.town.clone(),
            called_off: entry.called_off,
            waits: entry.mine == Some(Attendance::InLine),
            own: entry.mine.is_none(),
        }
    }
}

fn ahead(entries: &[CalendarEntry], words: Words, now: Timestamp) -> Vec<Line> {
    entries.iter().filter(|entry| entry.ends_at > now).map(|entry| Line::of(entry, words)).collect()
}

#[handler]
async fn show(visit: Visit) -> Result<Response, No> {
    let entries = calendar::my_outings(&visit.db, &visit.caller).await?;
    let address = calendar::feed_address(&visit.db, &visit.caller).await?;
    let home = visit.site.home(&visit.face);
    let address = address
        .map(|address| (format!("{home}/calendar/feed/{}.ics", address.token), visit.words.date(&address.made_at)));
    let s = visit.shell(&visit.words.t("outing-calendar-title"), Place::Listings).await?;
    Ok(page(&CalendarPage { lines: ahead(&entries, visit.words, visit.now()), s, address }))
}

#[handler]
async fn renew(visit: Visit) -> Result<Response, No> {
    calendar::renew_feed(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/calendar", "outing-calendar-renewed"))
}

#[handler]
async fn delete(visit: Visit) -> Result<Response, No> {
    calendar::delete_feed(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/calendar", "outing-calendar-deleted"))
}

#[handler]
async fn feed(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let token = token.strip_suffix(".ics").unwrap_or(&token);
    let entries = calendar::feed(&visit.db, visit.caller.community, token).await?;
    // A calendar program has no language of its own.
    let words = Words::new(visit.face.languages.first().copied().unwrap_or(visit.words.language), visit.words.zone);
    Ok(ics::answer(&entries, &visit.face, &visit.site.home(&visit.face), words))
}

pub(crate) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, entries: &[CalendarEntry], address: Option<(String, String)>| {
        let s = preview.member("outing-calendar-title", Place::Listings);
        preview.page(name, &CalendarPage { s, lines: ahead(entries, preview.words, preview.now), address })
    };
    let made = preview.words.date(&preview.ago(3));
    let address = ("https://foyer.example/calendar/feed/k3v8mzq1t6w4p9r2s5x7y2a4b6.ics".to_owned(), made);
    vec![page("member-calendar", &samples(preview), Some(address)), page("member-calendar-empty", &[], None)]
}

fn samples(preview: &Preview) -> Vec<CalendarEntry> {
    let one = |n: u8, called_off: bool, mine: Option<Attendance>| CalendarEntry {
        listing: Uuid::from_u128(u128::from(n)).into(),
        title: preview.words.t("outing-sample"),
        body: preview.words.t("outing-sample-text"),
        town: "Lormes".to_owned(),
        starts_at: preview.now + chrono::Duration::days(i64::from(n)),
        ends_at: preview.now + chrono::Duration::days(i64::from(n)) + chrono::Duration::hours(2),
        called_off,
        mine,
        revision: 0,
        changed_at: preview.now,
    };
    vec![
        one(2, false, Some(Attendance::Coming)),
        one(5, true, Some(Attendance::Coming)),
        one(9, false, Some(Attendance::InLine)),
        one(12, false, None),
    ]
}
