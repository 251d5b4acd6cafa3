//! What a listing says besides its words: read from a form, filled into one, and told in a line.

use crate::form::{Form, TICKED};
use chrono::{NaiveDate, NaiveTime, TimeZone as _};
use exchange::{Extent, Outing, TypedExtent};
use kernel::Timestamp;
use phrases::Words;

/// The fields of an outing, and those of anything else, in the order of the page.
pub(super) const OUTING: [&str; 4] = ["starts_at", "ends_at", "seats", "for_guests"];
pub(super) const THINGS: [&str; 4] = ["quantity", "loan_days", "available_from", "available_until"];

/// As it was typed; the house says what cannot stay.
pub(super) fn typed(form: &Form) -> TypedExtent {
    let text = |name: &str| form.text(name).to_owned();
    TypedExtent {
        quantity: text("quantity"),
        available_from: text("available_from"),
        available_until: text("available_until"),
        loan_days: text("loan_days"),
        starts_at: text("starts_at"),
        ends_at: text("ends_at"),
        seats: text("seats"),
        for_guests: form.ticked("for_guests"),
    }
}

/// The form with what a listing says.
pub(super) fn filled(form: Form, extent: &Extent, words: Words) -> Form {
    let number = |number: Option<i16>| number.map_or_else(String::new, |number| number.to_string());
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    // As browsers show it in a field of date and time: to the minute, in the community's time.
    let moment = |at: Timestamp| words.machine(&at).chars().take(16).collect::<String>();
    let outing = extent.outing.as_ref();
    let form = form
        .with("quantity", number(extent.quantity))
        .with("loan_days", number(extent.loan_days))
        .with("available_from", day(extent.available_from))
        .with("available_until", day(extent.available_until))
        .with("starts_at", outing.map(|outing| moment(outing.starts_at)).unwrap_or_default())
        .with("ends_at", outing.and_then(|outing| outing.ends_at).map(moment).unwrap_or_default())
        .with("seats", number(outing.and_then(|outing| outing.seats)));
    if outing.is_some_and(|outing| outing.for_guests) { form.with("for_guests", TICKED) } else { form }
}

/// Whether any of these fields holds something or is to be corrected: then they are shown at once.
pub(super) fn in_use(form: &Form, fields: &[&str]) -> bool {
    fields.iter().any(|field| !form.text(field).is_empty() || form.is_wrong(field))
}

/// What it says, a phrase each: when, how many, how long.
pub(crate) fn facts(extent: &Extent, words: Words) -> Vec<String> {
    let outing = extent.outing.as_ref().map(|outing| when(outing, words));
    let seats = extent.outing.and_then(|outing| outing.seats).map(|n| words.t1("outing-seats", "n", n));
    let quantity = extent.quantity.map(|n| words.t1("outing-quantity", "n", n));
    let lent = extent.loan_days.map(|n| words.t1("outing-loan-days", "n", n));
    [outing, seats, quantity, lent, available(extent, words)].into_iter().flatten().collect()
}

/// `samedi 5 décembre à 14 h, jusqu’à 16 h`.
pub(crate) fn when(outing: &Outing, words: Words) -> String {
    span(outing.starts_at, outing.ends_at, words)
}

/// The same from its two ends.
pub(crate) fn span(starts_at: Timestamp, ends_at: Option<Timestamp>, words: Words) -> String {
    let start = words.day_time(&starts_at);
    let day = |at: &Timestamp| at.with_timezone(&words.zone).date_naive();
    match ends_at {
        None => start,
        Some(end) if day(&end) == day(&starts_at) => {
            words.t2("outing-until-hour", "start", start, "end", words.time(&end))
        }
        Some(end) => words.t2("outing-until-day", "start", start, "end", words.day_time(&end)),
    }
}

fn available(extent: &Extent, words: Words) -> Option<String> {
    // Noon there, so that it is that day.
    let say = |day: NaiveDate| {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let noon = words.zone.from_local_datetime(&day.and_time(noon)).earliest();
        noon.map_or_else(|| day.to_string(), |noon| words.date(&noon.to_utc()))
    };
    match (extent.available_from, extent.available_until) {
        (None, None) => None,
        (Some(from), None) => Some(words.t1("outing-available-from", "from", say(from))),
        (None, Some(until)) => Some(words.t1("outing-available-until", "until", say(until))),
        (Some(from), Some(until)) => Some(words.t2("outing-available", "from", say(from), "until", say(until))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn what_a_listing_says_reads_back_as_it_was() {
        let outing = Outing {
            starts_at: "2026-12-05T13:30:00Z".parse().unwrap(),
            ends_at: Some("2026-12-05T15:00:00Z".parse().unwrap()),
            seats: Some(12),
            for_guests: true,
        };
        let extent = Extent {
            quantity: Some(3),
            available_from: "2026-12-01".parse().ok(),
            available_until: "2026-12-31".parse().ok(),
            loan_days: Some(7),
            outing: Some(outing),
        };
        let words = Words { zone: chrono_tz::Tz::Europe__Paris, ..sample_words() };
        let typed = typed(&filled(Form::blank(words), &extent, words));
        let said = [&typed.quantity, &typed.available_from, &typed.available_until, &typed.loan_days, &typed.seats];
        assert_eq!(said, ["3", "2026-12-01", "2026-12-31", "7", "12"]);
        assert_eq!((typed.starts_at.as_str(), typed.ends_at.as_str()), ("2026-12-05T14:30", "2026-12-05T16:00"));
        assert!(typed.for_guests);
        assert_eq!(when(&outing, words), "samedi 5 décembre à 14\u{a0}h\u{a0}30, jusqu’à 16\u{a0}h");
    }
}
