//! Listings that their authors have begun and keep for later: filled in as far as they are, checked when they are published.
//!
//! Invariants
//! - A draft is its author's alone; to everybody else, the team too, it is absent.
//! - It has the id of the listing that it becomes. Its photos are meant for that id already; publishing with it takes the draft away in the
//!   same transaction ([`crate::publish`]), and there is never a draft beside a listing of its id.
//! - What is typed is kept as it is, however incomplete; only its length has bounds, those of a listing.
//! - Nobody's consent is kept: whether somebody else agreed is said when it is published.
//! - A member keeps [`limits::DRAFTS_KEPT`] at the most, counted under the lock under which they publish. A draft goes
//!   [`limits::draft_kept`] after it was kept last, and its photos with it ([`crate::photos::sweep`]).

pub mod delete;
pub mod save;
mod tidy;
pub mod views;

pub use delete::{DeleteDraft, delete_draft};
pub use save::{SaveDraft, save_draft};

use crate::{Direction, Draft, limits, mandate::Relation};
use kernel::{ListingId, MemberId, Timestamp};

/// In whose name a request is to be, as far as that was said; nobody's but the author's where all of it is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Behalf {
    /// Another member.
    pub member: Option<MemberId>,
    /// The first name of somebody who is none, at most 40 characters; may be empty.
    pub name: String,
    /// What they are to the author.
    pub relation: Option<Relation>,
    /// Whether it was to be in the name of a member who is not here any more; nobody may mistake it for a request of the author's own.
    pub gone: bool,
}

/// A draft of the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedDraft {
    /// The id of the listing that it becomes.
    pub id: ListingId,
    /// Offer or request.
    pub direction: Direction,
    /// What was typed and chosen.
    pub draft: Draft,
    /// In whose name it is to be.
    pub behalf: Behalf,
    /// When it was kept first.
    pub begun_at: Timestamp,
    /// When it was kept last.
    pub kept_at: Timestamp,
}

impl SavedDraft {
    /// When it goes, unless it is kept again or published before.
    pub fn goes_at(&self) -> Timestamp {
        self.kept_at + limits::draft_kept()
    }
}
