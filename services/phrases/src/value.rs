//! What can stand in the place of a variable.

use fluent_templates::fluent_bundle::FluentValue;
use std::borrow::Cow;

/// A value for a variable of a message. Counts choose plural forms and are grouped by thousands; a year is a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// A count.
    Count(i64),
}

impl Value {
    pub(crate) fn as_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}

/// How French writes a count: narrow no-break spaces between thousands.
pub(crate) fn french_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number_with(value, '\u{202f}')
}

/// How English writes a count: commas between thousands.
pub(crate) fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number_with(value, ',')
}

fn number_with(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(group(&number.as_string(), separator)),
        _ => None,
    }
}

/// Groups the digits of a whole number, sign kept: `-1234567` → `-1,234,567`.
pub(crate) fn group(digits: &str, separator: char) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut grouped = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

macro_rules! from_text {
    ($($kind:ty),*) => { $(impl From<$kind> for Value {
        fn from(text: $kind) -> Self { Self::Text(text.to_string()) }
    })* };
}
from_text!(&str, &&str, String, &String, &&String, Cow<'_, str>, &Cow<'_, str>);

macro_rules! from_count {
    ($($kind:ty),*) => { $(
        impl From<$kind> for Value {
            fn from(count: $kind) -> Self { Self::Count(i64::try_from(count).unwrap_or(i64::MAX)) }
        }
        impl From<&$kind> for Value {
            fn from(count: &$kind) -> Self { Self::from(*count) }
        }
    )* };
}
from_count!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

impl From<&Value> for Value {
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(group("7", ','), "7");
        assert_eq!(group("999", ','), "999");
        assert_eq!(group("1000", ','), "1,000");
        assert_eq!(group("-1234567", ','), "-1,234,567");
    }
}
