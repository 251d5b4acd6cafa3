//! What is kept of whom, for how long, and what happens to it when they ask.
//!
//! Invariants
//! - Every column of every table stands in the [`map`]; a test holds it against the catalogue.
//! - A [`copy`] holds what the map says is its person's, and nothing that anybody else wrote.
//! - An [`erase`]d member keeps their place and their number, so that what others wrote stays readable and the web of trust
//!   whole; nothing that says who they were is left. It can be repeated at any time, after a backup was restored for one.
//! - What has a time goes when that is over ([`retention`]); so does whoever never comes back ([`idle`]).
//! - A [`removal`] of a community is announced and waited for; then nothing of it is left but what `infra/decisions/0017` names.

pub mod copy;
pub mod erase;
mod error;
pub mod idle;
pub mod jobs;
pub mod limits;
pub mod map;
pub mod removal;
pub mod retention;
mod store;

pub use copy::{CopyView, ask_copy};
pub use erase::{AskErasure, ask_erasure};
pub use error::PrivacyError;
