//! Outings as a file that calendar programs read (RFC 5545). Times are UTC, so that no program has to know the community's zone.

use chrono::Utc;
use community::CommunityFace;
use exchange::calendar::CalendarEntry;
use exchange::outing::Attendance;
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use phrases::Words;
use poem::Response;
use poem::http::{StatusCode, header};

/// The file, as an answer; kept by nobody on the way, because it is somebody's own.
pub(crate) fn answer(entries: &[CalendarEntry], face: &CommunityFace, home: &str, words: Words) -> Response {
    Response::builder()
        .status(StatusCode::OK)
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "inline; filename=\"maillon.ics\"")
        .header(header::CACHE_CONTROL, "private, no-store")
        .header("x-robots-tag", "noindex")
        .body(written(entries, &face.name, home, words))
}

/// The same as a text. `home` is the community's address without a slash at the end.
pub(super) fn written(entries: &[CalendarEntry], name: &str, home: &str, words: Words) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Maillon//Outings//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(&words.t1("outing-calendar-name", "community", plain(name)));
    // How often programs ask again.
    calendar.append_property(Property::new("REFRESH-INTERVAL", "PT4H").add_parameter("VALUE", "DURATION").done());
    calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT4H"));
    for entry in entries {
        calendar.push(event(entry, home));
    }
    calendar.done().to_string()
}

fn event(entry: &CalendarEntry, home: &str) -> Event {
    let link = format!("{home}/listings/{}", entry.listing);
    let host = home.split_once("://").map_or(home, |(_, host)| host);
    let status = match (entry.called_off, entry.mine) {
        (true, _) => EventStatus::Cancelled,
        (false, Some(Attendance::InLine)) => EventStatus::Tentative,
        (false, _) => EventStatus::Confirmed,
    };
    let mut event = Event::new();
    event
        // The same for ever: a program knows by it which event of its own it replaces.
        .uid(&format!("{}@{host}", entry.listing))
        .timestamp(entry.changed_at.with_timezone(&Utc))
        .starts(entry.starts_at.with_timezone(&Utc))
        .ends(entry.ends_at.with_timezone(&Utc))
        .sequence(u32::try_from(entry.revision).unwrap_or(0))
        .status(status)
        .summary(&plain(&entry.title))
        .description(&format!("{}\n\n{link}", plain(&entry.body)))
        .url(&link);
    if !entry.town.is_empty() {
        event.location(&plain(&entry.town));
    }
    event.done()
}

/// Without what no line of such a file may hold: control signs, but for the ends of lines, of which the crate makes `\\n`.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|sign| !sign.is_control() || *sign == '\n').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;
    use uuid::Uuid;

    fn entry() -> CalendarEntry {
        CalendarEntry {
            listing: Uuid::from_u128(7).into(),
            title: "Club de lecture, du premier mardi; \\o/".to_owned(),
            body: "Ligne un\r\nBEGIN:VALARM\r\nÀ la bibliothèque".to_owned(),
            town: "Lormes".to_owned(),
            starts_at: "2026-12-05T13:30:00Z".parse().unwrap(),
            ends_at: "2026-12-05T15:00:00Z".parse().unwrap(),
            called_off: false,
            mine: Some(Attendance::Coming),
            revision: 3,
            changed_at: "2026-11-23T09:00:00Z".parse().unwrap(),
        }
    }

    fn file(entry: CalendarEntry) -> String {
        written(&[entry], "Entraide", "https://nievre.example", sample_words())
    }

    /// Lines that were folded, whole again (RFC 5545, 3.1).
    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "").replace("\r\n\t", "")
    }

    #[test]
    fn an_outing_is_a_valid_event_in_universal_time() {
        let text = unfolded(&file(entry()));
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "UID:00000000-0000-0000-0000-000000000007@nievre.example",
            "DTSTAMP:20261123T090000Z",
            "DTSTART:20261205T133000Z",
            "DTEND:20261205T150000Z",
            "SEQUENCE:3",
            "STATUS:CONFIRMED",
            "LOCATION:Lormes",
            "URL:https://nievre.example/listings/00000000-0000-0000-0000-000000000007",
            "END:VCALENDAR",
        ] {
            assert!(text.lines().any(|one| one == line), "{line}:\n{text}");
        }
        for once in ["VERSION", "PRODID", "METHOD", "UID", "DTSTAMP", "STATUS"] {
            let found = text.lines().filter(|line| line.split(':').next() == Some(once)).count();
            assert_eq!(found, 1, "{once}:\n{text}");
        }
    }

    #[test]
    fn what_people_wrote_stays_in_its_line() {
        let file = file(entry());
        assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{file}");
        let text = unfolded(&file);
        assert!(text.contains("SUMMARY:Club de lecture\\, du premier mardi\\; \\\\o/\r\n"), "{text}");
        assert!(text.contains("DESCRIPTION:Ligne un\\nBEGIN:VALARM\\nÀ la bibliothèque\\n\\nhttps://"), "{text}");
        assert!(!text.lines().any(|line| line == "BEGIN:VALARM"), "{text}");
        let long = CalendarEntry { title: "é".repeat(120), ..entry() };
        let file = super::written(&[long], "Entraide", "https://nievre.example", sample_words());
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "folded by octets, between letters: {file}");
        assert!(unfolded(&file).contains(&"é".repeat(120)));
    }

    #[test]
    fn a_line_and_a_call_off_are_told_by_the_status() {
        let waits = CalendarEntry { mine: Some(Attendance::InLine), ..entry() };
        assert!(file(waits).contains("STATUS:TENTATIVE\r\n"));
        let off = CalendarEntry { called_off: true, ..entry() };
        assert!(file(off).contains("STATUS:CANCELLED\r\n"));
    }
}
