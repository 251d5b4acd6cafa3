//! When a weekly digest is due: on Saturday, at the member's hour, by the member's clock.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// How long after its hour a digest may still be planned: a day of standstill costs nobody their letter.
pub const GRACE_HOURS: i64 = 24;

/// The digest due at `now` for somebody whose clock runs in `zone` and who wants it at `hour`: the date of the Saturday it
/// belongs to, which is its period. Nothing when none is due.
///
/// A Saturday begins to be due when local clocks first show `hour`:00 or, where clocks jump over that hour, right after the
/// jump; an hour shown twice counts the first time.
pub fn due(now: DateTime<Utc>, zone: Tz, hour: u32) -> Option<NaiveDate> {
    let today = now.with_timezone(&zone).date_naive();
    let back = today.weekday().days_since(Weekday::Sat);
    let saturday = today.checked_sub_days(Days::new(u64::from(back)))?;
    let begins = first_shown(zone, saturday, hour)?;
    (begins <= now && now < begins + Duration::hours(GRACE_HOURS)).then_some(saturday)
}

/// How often a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Every day.
    Day,
    /// Every Saturday, like the digest.
    Week,
}

/// The next moment after `now` at which somebody's letter goes whose clock runs in `zone` and who wants it at `hour`. A time zone that
/// nobody knows counts as UTC.
pub fn next(now: DateTime<Utc>, zone: &str, hour: i32, every: Every) -> DateTime<Utc> {
    let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
    let today = now.with_timezone(&zone).date_naive();
    // Today's hour may be over, and so may Saturday's.
    let dates = (0..=8).filter_map(|days| today.checked_add_days(Days::new(days)));
    let mut moments = dates
        .filter(|date| every == Every::Day || date.weekday() == Weekday::Sat)
        .filter_map(|date| first_shown(zone, date, u32::try_from(hour).ok()?));
    moments.find(|moment| *moment > now).unwrap_or_else(|| now + Duration::days(1))
}

/// The first moment at which clocks in `zone` show `hour`:00 on `date`, or pass it.
fn first_shown(zone: Tz, date: NaiveDate, hour: u32) -> Option<DateTime<Utc>> {
    let wanted = date.and_hms_opt(hour, 0, 0)?;
    // No jump of a clock is known to be longer than a day; they come in quarters of an hour.
    (0..=96)
        .filter_map(|quarters| wanted.checked_add_signed(Duration::minutes(15 * quarters)))
        .find_map(|shown| zone.from_local_datetime(&shown).earliest())
        .map(|moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Africa, America, Asia, Europe, Pacific};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn it_is_due_from_the_hour_on_and_not_a_second_before() {
        assert_eq!(due(at("2026-11-21T06:59:59Z"), Europe::Paris, 8), None);
        assert_eq!(due(at("2026-11-21T07:00:00Z"), Europe::Paris, 8), day("2026-11-21"));
        assert_eq!(due(at("2026-11-21T22:30:00Z"), Europe::Paris, 8), day("2026-11-21"));
    }

    #[test]
    fn a_day_later_it_is_still_the_same_period_and_then_no_more() {
        assert_eq!(due(at("2026-11-22T06:59:59Z"), Europe::Paris, 8), day("2026-11-21"));
        assert_eq!(due(at("2026-11-22T07:00:00Z"), Europe::Paris, 8), None);
        assert_eq!(due(at("2026-11-25T08:00:00Z"), Europe::Paris, 8), None);
        assert_eq!(due(at("2026-11-27T23:30:00Z"), Europe::Paris, 0), day("2026-11-28"), "Paris has Saturday already");
    }

    #[test]
    fn each_time_zone_has_its_own_saturday() {
        let moment = at("2026-11-20T19:00:00Z");
        assert_eq!(due(moment, Pacific::Auckland, 8), day("2026-11-21"));
        assert_eq!(due(moment, Europe::Paris, 8), None);
        let moment = at("2026-11-22T07:30:00Z");
        assert_eq!(due(moment, Pacific::Honolulu, 8), day("2026-11-21"), "still Saturday evening there");
        assert_eq!(due(moment, Africa::Dakar, 8), day("2026-11-21"), "the last half hour of grace");
    }

    #[test]
    fn the_local_hour_stays_when_clocks_change() {
        // Paris: summer time ends on 25 October 2026, begins on 28 March 2027 (Sundays).
        assert_eq!(due(at("2026-10-24T06:00:00Z"), Europe::Paris, 8), day("2026-10-24"));
        assert_eq!(due(at("2026-10-31T06:00:00Z"), Europe::Paris, 8), None);
        assert_eq!(due(at("2026-10-31T07:00:00Z"), Europe::Paris, 8), day("2026-10-31"));
        assert_eq!(due(at("2027-03-27T07:00:00Z"), Europe::Paris, 8), day("2027-03-27"));
        assert_eq!(due(at("2027-04-03T06:00:00Z"), Europe::Paris, 8), day("2027-04-03"));
    }

    #[test]
    fn an_hour_that_clocks_jump_over_is_due_right_after_the_jump() {
        // Gaza went from 02:00 to 03:00 on Saturday 29 April 2023.
        assert_eq!(due(at("2023-04-28T23:59:59Z"), Asia::Gaza, 2), None);
        assert_eq!(due(at("2023-04-29T00:00:00Z"), Asia::Gaza, 2), day("2023-04-29"));
    }

    #[test]
    fn an_hour_shown_twice_is_due_the_first_time_and_keeps_its_period() {
        // Gaza showed 01:00 to 02:00 twice on Saturday 28 October 2023 (22:00 UTC, then 23:00 UTC).
        assert_eq!(due(at("2023-10-27T21:59:59Z"), Asia::Gaza, 1), None);
        assert_eq!(due(at("2023-10-27T22:00:00Z"), Asia::Gaza, 1), day("2023-10-28"));
        assert_eq!(due(at("2023-10-27T23:30:00Z"), Asia::Gaza, 1), day("2023-10-28"));
    }

    #[test]
    fn the_next_letter_is_after_now_at_the_hour_of_its_reader() {
        let next = |now: &str, every| next(at(now), "Europe/Paris", 8, every);
        assert_eq!(next("2026-11-20T06:59:59Z", Every::Day), at("2026-11-20T07:00:00Z"));
        assert_eq!(next("2026-11-20T07:00:00Z", Every::Day), at("2026-11-21T07:00:00Z"));
        assert_eq!(next("2026-11-20T07:00:00Z", Every::Week), at("2026-11-21T07:00:00Z"), "Friday before Saturday");
        assert_eq!(next("2026-11-21T07:00:00Z", Every::Week), at("2026-11-28T07:00:00Z"));
        assert_eq!(next("2026-10-24T12:00:00Z", Every::Day), at("2026-10-25T07:00:00Z"), "summer time has ended");
    }

    #[test]
    fn months_and_years_end_without_a_gap() {
        assert_eq!(due(at("2026-01-31T08:00:00Z"), Europe::Paris, 8), day("2026-01-31"));
        assert_eq!(due(at("2026-02-01T06:00:00Z"), Europe::Paris, 8), day("2026-01-31"), "grace reaches into February");
        assert_eq!(due(at("2022-01-01T07:00:00Z"), Europe::Paris, 8), day("2022-01-01"));
        assert_eq!(due(at("2028-02-26T14:00:00Z"), America::New_York, 8), day("2028-02-26"));
    }

    #[test]
    fn in_every_week_every_clock_and_hour_has_exactly_one_period() {
        for zone in [Europe::Paris, Asia::Gaza, Asia::Kolkata, America::Santiago, Pacific::Chatham, Pacific::Apia] {
            for hour in [0, 2, 8, 23] {
                let mut periods = std::collections::BTreeSet::new();
                let start = at("2023-01-01T00:00:00Z");
                for step in 0..(364 * 24) {
                    periods.extend(due(start + Duration::hours(step), zone, hour));
                }
                let saturdays = periods.iter().all(|period| period.weekday() == Weekday::Sat);
                assert!(saturdays && (52..=53).contains(&periods.len()), "{zone} {hour}: {}", periods.len());
            }
        }
    }

    #[test]
    fn an_hour_that_no_clock_has_is_never_due() {
        assert_eq!(due(at("2026-11-21T12:00:00Z"), Europe::Paris, 24), None);
    }
}
