//! Keyset paging: a page and the place where the next one begins.

use crate::Timestamp;
use chrono::{DateTime, Datelike as _};
use data_encoding::BASE64URL_NOPAD;
use std::ops::RangeInclusive;
use uuid::Uuid;

/// How many rows a page may hold at the most.
pub const MAX_PAGE: u32 = 100;

/// Years of a row's time. A forged cursor may name others, which PostgreSQL refuses.
const YEARS: RangeInclusive<i32> = 0..=9_999;

/// Which page is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    first: u32,
    /// Rows after this place; from the beginning when absent.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// `first` is clamped into 1..=[`MAX_PAGE`].
    pub fn new(first: u32, after: Option<Cursor>) -> Self {
        Self { first: first.clamp(1, MAX_PAGE), after }
    }

    /// Rows wanted, 1..=[`MAX_PAGE`].
    pub fn first(&self) -> u32 {
        self.first
    }

    /// The place before which rows are read, newest first: that of the cursor, or one beyond every row.
    pub fn beginning(&self) -> Cursor {
        self.after.unwrap_or(Cursor { at: Timestamp::MAX_UTC, id: Uuid::max() })
    }

    /// Rows to read: one more than wanted tells whether there is a next page.
    pub fn limit(&self) -> i64 {
        i64::from(self.first) + 1
    }
}

/// A place in a list ordered by time and id. Opaque outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The row's time, microseconds matter.
    pub at: Timestamp,
    /// The row's id breaks ties.
    pub id: Uuid,
}

impl Cursor {
    /// The text handed out.
    pub fn encode(&self) -> String {
        let mut bytes = self.at.timestamp_micros().to_be_bytes().to_vec();
        bytes.extend_from_slice(self.id.as_bytes());
        BASE64URL_NOPAD.encode(&bytes)
    }

    /// The cursor of a text that [`Cursor::encode`] wrote, else nothing.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (at, id) = bytes.split_first_chunk::<8>()?;
        let at = DateTime::from_timestamp_micros(i64::from_be_bytes(*at)).filter(|at| YEARS.contains(&at.year()))?;
        Some(Self { at, id: Uuid::from_slice(id).ok()? })
    }
}

/// One page of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, at most as many as were wanted.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// The place of each row, as many as there are rows.
    places: Vec<Cursor>,
}

impl<T> Page<T> {
    /// Cuts the surplus row off what was read with [`PageRequest::limit`].
    pub fn cut(mut rows: Vec<T>, request: &PageRequest, place: impl Fn(&T) -> Cursor) -> Self {
        let wanted = request.first as usize;
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let places: Vec<Cursor> = rows.iter().map(place).collect();
        let next = if more { places.last().copied() } else { None };
        Self { items: rows, next, places }
    }

    /// A list that was never cut: nothing comes before these rows or after, so all stand at the beginning of time.
    pub fn whole(rows: Vec<T>) -> Self {
        let places = vec![Cursor { at: Timestamp::UNIX_EPOCH, id: Uuid::nil() }; rows.len()];
        Self { items: rows, next: None, places }
    }

    /// The same page with every row changed, unless one cannot be.
    ///
    /// # Errors
    /// The first of them.
    pub fn try_map<U, E>(self, change: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        let items = self.items.into_iter().map(change).collect::<Result<_, E>>()?;
        Ok(Page { items, next: self.next, places: self.places })
    }

    /// The rows, each with its place.
    pub fn placed(self) -> impl Iterator<Item = (Cursor, T)> {
        self.places.into_iter().zip(self.items)
    }

    /// The same page with every row changed.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next, places: self.places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went() {
        let cursor =
            Cursor { at: DateTime::from_timestamp_micros(1_795_322_596_123_456).unwrap(), id: Uuid::from_u128(7) };
        assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        assert_eq!(Cursor::decode("nonsense"), None);
        assert_eq!(Cursor::decode(""), None);
    }

    #[test]
    fn the_surplus_row_only_says_that_there_is_more() {
        let at = DateTime::from_timestamp_micros(0).unwrap();
        let page =
            Page::cut(vec![1_u128, 2, 3], &PageRequest::new(2, None), |n| Cursor { at, id: Uuid::from_u128(*n) });
        assert_eq!(page.items, [1, 2]);
        assert_eq!(page.next.map(|c| c.id), Some(Uuid::from_u128(2)));
        let placed: Vec<_> = page.map(|n| n * 10).placed().map(|(place, n)| (place.id.as_u128(), n)).collect();
        assert_eq!(placed, [(1, 10), (2, 20)]);
    }
}
