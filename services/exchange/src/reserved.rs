//! What is promised to somebody: a mark that its author sets on an open listing, and takes off again (decision 55).
//!
//! Invariants
//! - It is a mark and no state: the listing stays in lists and on its page, is answered, renewed, expires and is closed like any other.
//!   Renewing keeps the mark; what has ended keeps it too, and it means nothing there ([`ListingRow::reserved`]).
//! - While it is set, nobody is told of the listing: no match is looked for or shown, no search tells of it, no letter names it, and the team
//!   does not read of it among the requests that nobody has answered. Each of these statements asks for it by itself.
//! - Released, it is looked for as if it were new; nobody is told a second time of what they were told before. What is not open is not released:
//!   renewing what has expired opens it, with its mark.
//! - An outing has seats, and no mark: the database holds to that as well. What becomes an outing loses it.
//! - To whom it is promised is written nowhere.

pub mod release;
pub mod reserve;

use crate::{Kind, ListingRow, ListingView, State};
use kernel::Timestamp;

impl ListingRow {
    /// Since when it is promised to somebody; nothing of what is not, or is not open.
    pub fn reserved(&self) -> Option<Timestamp> {
        self.reserved_at.filter(|_| self.state == State::Open)
    }

    /// Whether its author may say that it is promised.
    pub fn may_be_reserved(&self) -> bool {
        self.state == State::Open && self.kind != Kind::Outing && self.reserved_at.is_none()
    }
}

impl ListingView {
    /// Whether the caller may say that it is promised: of their own alone.
    pub fn may_reserve(&self) -> bool {
        self.mine && self.row.may_be_reserved()
    }

    /// Whether the caller may say that it is promised to nobody any more.
    pub fn may_release(&self) -> bool {
        self.mine && self.row.reserved().is_some()
    }
}
