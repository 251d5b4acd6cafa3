//! Days, hours and spans of time as people say them.

use super::Words;
use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

impl Words {
    /// `samedi 22 novembre`, without the year: for days of this season.
    pub fn day(&self, at: &DateTime<Utc>) -> String {
        let at = self.here(at);
        let (weekday, day, month) = (self.weekday(&at), self.day_number(&at), self.month(&at));
        self.tn("common-date-day", &[("weekday", weekday.into()), ("day", day.into()), ("month", month.into())])
    }

    /// `22 novembre 2026`.
    pub fn date(&self, at: &DateTime<Utc>) -> String {
        let at = self.here(at);
        let (day, month, year) = (self.day_number(&at), self.month(&at), at.year().to_string());
        self.tn("common-date-full", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// `novembre 2026`.
    pub fn month_year(&self, at: &DateTime<Utc>) -> String {
        let at = self.here(at);
        self.t2("common-date-month-year", "month", self.month(&at), "year", at.year().to_string())
    }

    /// `10 h 30`, `8 h`; `10:30`, `08:00` in English.
    pub fn time(&self, at: &DateTime<Utc>) -> String {
        let at = self.here(at);
        let (hour, minute) = (at.hour(), at.minute());
        match (self.language, minute) {
            (kernel::Language::Fr, 0) => format!("{hour}\u{a0}h"),
            (kernel::Language::Fr, _) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
            (kernel::Language::En, _) => format!("{hour:02}:{minute:02}"),
        }
    }

    /// `samedi 22 novembre à 10 h 30`.
    pub fn day_time(&self, at: &DateTime<Utc>) -> String {
        self.t2("common-date-day-time", "day", self.day(at), "time", self.time(at))
    }

    /// The value of a `datetime` attribute: RFC 3339 in the reader's zone.
    pub fn machine(&self, at: &DateTime<Utc>) -> String {
        self.here(at).to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// How long ago: `à l’instant`, `il y a 5 minutes`, `hier`, `il y a 3 jours`, `il y a 2 mois`.
    pub fn ago(&self, at: &DateTime<Utc>, now: &DateTime<Utc>) -> String {
        let elapsed = *now - *at;
        let days = (self.here(now).date_naive() - self.here(at).date_naive()).num_days();
        if elapsed < TimeDelta::minutes(1) {
            return self.t("common-ago-now");
        }
        if elapsed < TimeDelta::hours(1) {
            return self.t1("common-ago-minutes", "n", elapsed.num_minutes());
        }
        match days {
            0 => self.t1("common-ago-hours", "n", elapsed.num_hours()),
            1 => self.t("common-ago-yesterday"),
            2..14 => self.t1("common-ago-days", "n", days),
            14..60 => self.t1("common-ago-weeks", "n", days / 7),
            60..730 => self.t1("common-ago-months", "n", days / 30),
            _ => self.t1("common-ago-years", "n", days / 365),
        }
    }

    /// How long until: `dans quelques minutes`, `dans 3 heures`, `demain`, `dans 3 jours`, `dans 5 semaines`.
    pub fn until(&self, at: &DateTime<Utc>, now: &DateTime<Utc>) -> String {
        let left = *at - *now;
        let days = (self.here(at).date_naive() - self.here(now).date_naive()).num_days();
        if left < TimeDelta::hours(1) {
            return self.t("common-until-soon");
        }
        match days {
            ..=0 => self.t1("common-until-hours", "n", left.num_hours()),
            1 => self.t("common-until-tomorrow"),
            2..14 => self.t1("common-until-days", "n", days),
            14..60 => self.t1("common-until-weeks", "n", days / 7),
            _ => self.t1("common-until-months", "n", days / 30),
        }
    }

    fn here(self, at: &DateTime<Utc>) -> DateTime<Tz> {
        at.with_timezone(&self.zone)
    }

    fn weekday(self, at: &DateTime<Tz>) -> String {
        self.t(match at.weekday().number_from_monday() {
            1 => "common-weekday-1",
            2 => "common-weekday-2",
            3 => "common-weekday-3",
            4 => "common-weekday-4",
            5 => "common-weekday-5",
            6 => "common-weekday-6",
            _ => "common-weekday-7",
        })
    }

    fn month(self, at: &DateTime<Tz>) -> String {
        self.t(match at.month() {
            1 => "common-month-1",
            2 => "common-month-2",
            3 => "common-month-3",
            4 => "common-month-4",
            5 => "common-month-5",
            6 => "common-month-6",
            7 => "common-month-7",
            8 => "common-month-8",
            9 => "common-month-9",
            10 => "common-month-10",
            11 => "common-month-11",
            _ => "common-month-12",
        })
    }

    /// French says `1er`, then plain numbers.
    fn day_number(self, at: &DateTime<Tz>) -> String {
        match (self.language, at.day()) {
            (kernel::Language::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn words(language: Language) -> Words {
        Words::new(language, Tz::Europe__Paris)
    }

    #[test]
    fn a_day_is_said_in_the_reader_s_language_and_zone() {
        // 23:30 in London on the 21st is already the 22nd in Paris.
        let late = at("2026-11-21T23:30:00Z");
        assert_eq!(words(Language::Fr).day(&late), "dimanche 22 novembre");
        assert_eq!(words(Language::En).day(&late), "Sunday 22 November");
        assert_eq!(words(Language::Fr).date(&at("2026-05-01T10:00:00Z")), "1er mai 2026");
        assert_eq!(words(Language::Fr).time(&late), "0\u{a0}h\u{a0}30");
        assert_eq!(words(Language::En).time(&at("2026-05-01T06:00:00Z")), "08:00");
    }

    #[test]
    fn elapsed_time_is_said_roughly() {
        let now = at("2026-11-22T12:00:00Z");
        let french = words(Language::Fr);
        assert_eq!(french.ago(&at("2026-11-22T11:59:40Z"), &now), "à l’instant");
        assert_eq!(french.ago(&at("2026-11-22T11:59:00Z"), &now), "il y a 1\u{a0}minute");
        assert_eq!(french.ago(&at("2026-11-22T09:00:00Z"), &now), "il y a 3\u{a0}heures");
        assert_eq!(french.ago(&at("2026-11-21T09:00:00Z"), &now), "hier");
        assert_eq!(french.ago(&at("2026-11-19T09:00:00Z"), &now), "il y a 3\u{a0}jours");
        assert_eq!(words(Language::En).ago(&at("2024-11-19T09:00:00Z"), &now), "2\u{a0}years ago");
    }

    #[test]
    fn time_to_come_is_said_roughly() {
        let now = at("2026-11-22T12:00:00Z");
        let french = words(Language::Fr);
        assert_eq!(french.until(&at("2026-11-29T12:00:00Z"), &now), "dans 7\u{a0}jours");
        assert_eq!(french.until(&at("2026-11-23T12:00:00Z"), &now), "demain");
        assert_eq!(french.until(&at("2026-11-22T12:05:00Z"), &now), "dans quelques minutes");
    }
}
