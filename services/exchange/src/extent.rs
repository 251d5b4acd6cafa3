//! What a listing says besides its words: how many there are, on which days, for how long it is lent, and of an outing when it is,
//! for how many, and for whom.
//!
//! A field that is typed for a kind of listing that has none of it is a fault at that field, and not quietly left out.

use crate::{Direction, FieldProblem, Kind, Rules, limits};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _};
use chrono_tz::Tz;
use kernel::Timestamp;
use std::ops::RangeInclusive;

/// The same as its author typed it; what is empty is not said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedExtent {
    /// How many there are, 1 to 999; goods and loans only.
    pub quantity: String,
    /// From which day, `2026-12-05`; not of outings.
    pub available_from: String,
    /// Until which day; with it the listing ends. Not of outings.
    pub available_until: String,
    /// For how many days it is lent at the most, 1 to 365; loans only.
    pub loan_days: String,
    /// When an outing begins: `2026-12-05T14:30` in the community's time, or with an offset (RFC 3339). An offered outing has it.
    pub starts_at: String,
    /// When it ends, likewise.
    pub ends_at: String,
    /// For how many, 1 to 999; empty: for everybody.
    pub seats: String,
    /// Whether those who wait to come in may come along.
    pub for_guests: bool,
}

/// What a listing says besides its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many there are.
    pub quantity: Option<i16>,
    /// From which day of the community's calendar.
    pub available_from: Option<NaiveDate>,
    /// Until which day, and that day too.
    pub available_until: Option<NaiveDate>,
    /// For how many days it is lent at the most.
    pub loan_days: Option<i16>,
    /// When it is, if it is an outing with a date.
    pub outing: Option<Outing>,
}

/// When an outing is, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outing {
    /// When it begins: nobody signs up any more.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Option<Timestamp>,
    /// For how many; nothing: for everybody.
    pub seats: Option<i16>,
    /// Whether those who wait to come in may come along.
    pub for_guests: bool,
}

impl Outing {
    /// When it is over: without an end of its own, some hours after it began ([`limits::outing_without_end`]).
    pub fn over_at(&self) -> Timestamp {
        self.ends_at.unwrap_or_else(|| self.starts_at + limits::outing_without_end())
    }
}

impl Extent {
    /// Whether the listing ends by a date of its own, so that it cannot be given more time.
    pub fn has_end(&self) -> bool {
        self.outing.is_some() || self.available_until.is_some()
    }

    /// When a listing published now ends: an outing when it is over, anything else after the community's days or with the last day
    /// on which it is available.
    pub(crate) fn end(&self, rules: &Rules) -> Timestamp {
        let usual = rules.now + Duration::days(i64::from(rules.listing_days));
        match (&self.outing, self.available_until) {
            (Some(outing), _) => outing.over_at(),
            (None, Some(until)) => usual.min(end_of_day(until, rules.zone)),
            (None, None) => usual,
        }
    }
}

/// The first moment of the next day there.
pub(crate) fn end_of_day(day: NaiveDate, zone: Tz) -> Timestamp {
    let next = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    // Where a day begins at one o'clock, that hour is it.
    let begins = (0..3).find_map(|hours| zone.from_local_datetime(&(next + Duration::hours(hours))).earliest());
    begins.map_or_else(|| next.and_utc(), |begins| begins.to_utc())
}

/// Reads what was typed for a listing of this kind, and notes every field that cannot stay, in the order of the form. `before` is
/// what stood there: a date that has passed meanwhile may stay.
pub(crate) fn check(
    typed: &TypedExtent,
    kind: (Option<Direction>, Option<Kind>),
    rules: &Rules,
    before: Option<&Extent>,
) -> (Extent, Vec<FieldProblem>) {
    let (direction, kind) = kind;
    let is = |kinds: &[Kind]| kind.is_none_or(|kind| kinds.contains(&kind));
    let mut reader = Reader { rules, problems: Vec::new() };
    let outing = reader.outing(typed, direction, kind, before);
    let dated = kind != Some(Kind::Outing);
    let (from, until) = reader.days(typed, dated, before);
    let extent = Extent {
        quantity: reader.number("quantity", &typed.quantity, is(&[Kind::Good, Kind::Loan]), limits::QUANTITY),
        available_from: from,
        available_until: until,
        loan_days: reader.number("loan_days", &typed.loan_days, is(&[Kind::Loan]), limits::LOAN_DAYS),
        outing,
    };
    (extent, reader.problems)
}

struct Reader<'a> {
    rules: &'a Rules,
    problems: Vec<FieldProblem>,
}

impl Reader<'_> {
    fn note<T>(&mut self, field: &'static str, code: &'static str) -> Option<T> {
        self.problems.push(FieldProblem::new(field, code));
        None
    }

    /// A whole number of this range; a fault where the kind has none, or it is none.
    fn number(&mut self, field: &'static str, typed: &str, fits: bool, range: RangeInclusive<i16>) -> Option<i16> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        if !fits {
            return self.note(field, "LISTING_NOT_OF_THIS_KIND");
        }
        match typed.parse() {
            Ok(number) if range.contains(&number) => Some(number),
            _ => self.note(field, out_of_range(field)),
        }
    }

    fn day(&mut self, field: &'static str, typed: &str, fits: bool) -> Option<NaiveDate> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        if !fits {
            return self.note(field, "LISTING_NOT_OF_THIS_KIND");
        }
        let today = self.today();
        match typed.parse::<NaiveDate>() {
            Ok(day) if (day - today).num_days().abs() <= limits::DAYS_AHEAD => Some(day),
            Ok(_) => self.note(field, "LISTING_DAY_FAR"),
            Err(_) => self.note(field, "LISTING_DAY_UNREADABLE"),
        }
    }

    fn days(
        &mut self,
        typed: &TypedExtent,
        fits: bool,
        before: Option<&Extent>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let from = self.day("available_from", &typed.available_from, fits);
        let until = self.day("available_until", &typed.available_until, fits);
        let stays = before.is_some_and(|before| before.available_until == until);
        if until.is_some_and(|until| until < self.today()) && !stays {
            return (from, self.note("available_until", "LISTING_UNTIL_PAST"));
        }
        if until.is_some_and(|until| from.is_some_and(|from| until < from)) {
            return (from, self.note("available_until", "LISTING_UNTIL_BEFORE_FROM"));
        }
        (from, until)
    }

    fn outing(
        &mut self,
        typed: &TypedExtent,
        direction: Option<Direction>,
        kind: Option<Kind>,
        before: Option<&Extent>,
    ) -> Option<Outing> {
        let said = [("starts_at", &typed.starts_at), ("ends_at", &typed.ends_at), ("seats", &typed.seats)];
        let said = said.into_iter().filter(|(_, typed)| !typed.trim().is_empty()).map(|(field, _)| field);
        let said: Vec<&'static str> = said.chain(typed.for_guests.then_some("for_guests")).collect();
        if kind.is_some_and(|kind| kind != Kind::Outing) {
            self.problems.extend(said.into_iter().map(|field| FieldProblem::new(field, "LISTING_NOT_OF_THIS_KIND")));
            return None;
        }
        if said.is_empty() && (kind.is_none() || direction == Some(Direction::Request)) {
            return None;
        }
        let starts_at = self.beginning(&typed.starts_at, before);
        let ends_at = self.ending(&typed.ends_at, starts_at);
        let seats = self.number("seats", &typed.seats, true, limits::SEATS);
        Some(Outing { starts_at: starts_at?, ends_at, seats, for_guests: typed.for_guests })
    }

    fn beginning(&mut self, typed: &str, before: Option<&Extent>) -> Option<Timestamp> {
        if typed.trim().is_empty() {
            return self.note("starts_at", "OUTING_START_MISSING");
        }
        let Some(starts_at) = moment(typed.trim(), self.rules.zone) else {
            return self.note("starts_at", "OUTING_TIME_UNREADABLE");
        };
        let stays = before.and_then(|before| before.outing).is_some_and(|outing| outing.starts_at == starts_at);
        if starts_at <= self.rules.now && !stays {
            return self.note("starts_at", "OUTING_START_PAST");
        }
        if starts_at > self.rules.now + Duration::days(limits::DAYS_AHEAD) {
            return self.note("starts_at", "LISTING_DAY_FAR");
        }
        Some(starts_at)
    }

    fn ending(&mut self, typed: &str, starts_at: Option<Timestamp>) -> Option<Timestamp> {
        if typed.trim().is_empty() {
            return None;
        }
        let Some(ends_at) = moment(typed.trim(), self.rules.zone) else {
            return self.note("ends_at", "OUTING_TIME_UNREADABLE");
        };
        match starts_at {
            Some(starts_at) if ends_at <= starts_at => self.note("ends_at", "OUTING_END_BEFORE_START"),
            Some(starts_at) if ends_at > starts_at + limits::longest_outing() => {
                self.note("ends_at", "OUTING_TOO_LONG")
            }
            _ => Some(ends_at),
        }
    }

    fn today(&self) -> NaiveDate {
        self.rules.now.with_timezone(&self.rules.zone).date_naive()
    }
}

fn out_of_range(field: &str) -> &'static str {
    match field {
        "quantity" => "LISTING_QUANTITY_RANGE",
        "loan_days" => "LISTING_LOAN_DAYS_RANGE",
        _ => "OUTING_SEATS_RANGE",
    }
}

/// A moment as browsers send it (local, to the minute), or with an offset. An hour that the clock jumps over is none; of one that
/// comes twice, the first.
fn moment(typed: &str, zone: Tz) -> Option<Timestamp> {
    if let Ok(at) = DateTime::parse_from_rfc3339(typed) {
        return Some(at.to_utc());
    }
    let read = |format| NaiveDateTime::parse_from_str(typed, format).ok();
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"].into_iter().find_map(read)?;
    Some(zone.from_local_datetime(&local).earliest()?.to_utc())
}

#[cfg(test)]
#[path = "extent/tests.rs"]
mod tests;
