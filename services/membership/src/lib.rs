//! People: accounts, signing in, sessions, and what somebody is inside one community.
//!
//! Invariants
//! - Nobody learns from an answer whether an address is known here: every ask does the same work (bar A1).
//! - No stranger can use up the letters with which the rightful owner of an address signs in ([`allowance`]).
//! - Tokens and codes are never stored; links and sessions are kept as hashes, codes as a keyed mark.
//! - [`standing::change_tx`] is the only place that changes a standing: by the table of [`standing::transition`], with a
//!   journal entry, keeping the community's count of members right.
//! - A community that has an owner keeps one: owners' rows are locked, in id order, before one of them can go (bar M8).
//! - Member numbers are dense: 0, 1, 2, … without a hole, given once, under the lock of the community's row.
//! - Locks are taken in this order: trust head, owners, members in id order, the community's row.

pub mod account;
pub mod account_change;
pub mod address_change;
pub mod allowance;
pub mod apply;
pub mod card;
pub mod complaints;
mod device;
pub mod error;
pub mod factor;
pub mod factor_reset;
mod gone;
pub mod hold;
pub mod housekeeping;
pub mod import;
pub mod jobs;
pub mod launch;
pub mod leave;
pub mod letters;
pub mod limits;
pub mod memberships;
pub mod naming;
pub mod office;
pub mod operator;
pub mod passkey;
pub mod profile;
pub mod recipient;
pub mod redeem;
pub mod reinstate;
pub mod role;
mod secrets;
pub mod session;
pub mod sign_in;
pub mod standing;
pub mod stop;
mod store;
pub mod suppression;
pub mod suspend;
pub mod trust_log;
pub mod views;

/// The community's journal.
pub use community::journal;

pub use apply::{Applicant, NewMember, apply_tx, may_announce_tx};
pub use card::{CardColumns, MemberCard};
pub use error::MembershipError;
pub use launch::{Founder, Launch, Launched, launch, launch_for};
pub use memberships::{Membership, my_communities};
pub use office::still_must_tx;
pub use recipient::Recipient;
pub use standing::{Changed, admit_tx, change_tx};
pub use views::{MemberFilter, MemberView, OwnProfile};
