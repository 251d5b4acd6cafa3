//! Numbers, shares and distances as the reader's language writes them.

use super::Words;
use crate::value::group;
use kernel::Language;

impl Words {
    /// A whole number, grouped: `77 151` or `77,151`.
    pub fn number(&self, number: impl Into<i64>) -> String {
        let separator = match self.language {
            Language::Fr => '\u{202f}',
            Language::En => ',',
        };
        group(&number.into().to_string(), separator)
    }

    /// A number with one decimal when it has one: `7,3`, `2`.
    pub fn decimal(&self, number: f64) -> String {
        let text = format!("{number:.1}");
        let text = text.strip_suffix(".0").unwrap_or(&text);
        match self.language {
            Language::Fr => text.replace('.', ","),
            Language::En => text.to_owned(),
        }
    }

    /// A share of one: `0.84` → `84 %` or `84%`.
    pub fn percent(&self, share: f64) -> String {
        match self.language {
            Language::Fr => format!("{:.0}\u{a0}%", share * 100.0),
            Language::En => format!("{:.0}%", share * 100.0),
        }
    }

    /// A distance in metres, rounded as one speaks: `600 m`, `1,2 km`, `14 km`.
    pub fn distance(&self, metres: f64) -> String {
        if metres < 950.0 {
            let hundreds = (metres / 100.0).round().max(1.0) * 100.0;
            return format!("{hundreds:.0}\u{a0}m");
        }
        let kilometres = metres / 1000.0;
        let shown = if kilometres < 10.0 { self.decimal(kilometres) } else { format!("{kilometres:.0}") };
        format!("{shown}\u{a0}km")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;

    #[test]
    fn numbers_follow_the_language() {
        let french = Words::new(Language::Fr, Tz::Europe__Paris);
        let english = Words::new(Language::En, Tz::Europe__Paris);
        assert_eq!(french.number(77_151), "77\u{202f}151");
        assert_eq!(english.number(77_151), "77,151");
        assert_eq!(french.decimal(7.32), "7,3");
        assert_eq!(english.decimal(2.0), "2");
        assert_eq!(french.percent(0.84), "84\u{a0}%");
    }

    #[test]
    fn distances_are_rounded_as_one_speaks() {
        let french = Words::new(Language::Fr, Tz::Europe__Paris);
        assert_eq!(french.distance(12.0), "100\u{a0}m");
        assert_eq!(french.distance(610.0), "600\u{a0}m");
        assert_eq!(french.distance(1_234.0), "1,2\u{a0}km");
        assert_eq!(french.distance(14_200.0), "14\u{a0}km");
    }
}
