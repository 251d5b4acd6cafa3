//! What to tell whom: notifications inside the application, and the plan of the weekly digest.
//!
//! A notification is one event told to one member. It is a row with a kind and a few ids; its sentence is made in the
//! reader's language, under the Fluent key [`Kind::phrase`]. The nouns that cause events write it with [`tell_tx`] in their
//! own transaction; letters about the same events are jobs and none of this crate's business.
//!
//! Invariants
//! - One row a meaning: telling the same thing twice writes nothing the second time.
//! - What was declined in private names nobody: [`Kind::SponsorshipDeclined`] never carries an actor.
//! - One digest a member and period, written before the letter is composed ([`plan_digests`]); a crash between the two costs
//!   a retry, never a second letter.
//! - When a member is due is a pure function of the moment, the member's time zone and hour ([`period`]).

pub mod digest;
pub mod error;
pub mod jobs;
pub mod kind;
pub mod letter;
pub mod mark_read;
pub mod period;
pub mod plan_digests;
mod store;
pub mod tell;
pub mod views;

pub use digest::{PlannedDigest, Settlement, planned_tx, settle, settle_tx};
pub use error::NoticeError;
pub use jobs::{DigestLetter, PlanDigests};
pub use kind::Kind;
pub use letter::{LetterFate, SentLetter, record_letter};
pub use mark_read::{MarkRead, mark_read};
pub use plan_digests::{Planned, Whom, plan_digests, schedule};
pub use tell::{Tell, tell_tx};
pub use views::{NotificationView, notifications, unread, unread_tx};
