//! The database, seen through tenants.
//!
//! Purpose: the only door to PostgreSQL. Nothing reaches a tenant's table without a [`CommunityTx`]; the pools are
//! private to this crate.
//!
//! Invariants
//! - A [`CommunityTx`] sets `app.community` for its transaction only, as a role that row-level security binds; likewise `app.reader`, so
//!   that a listing that is not for the [`Reader`] is absent, whichever statement asks.
//! - Time stands still inside a transaction: [`CommunityTx::now`].
//! - Side effects are jobs written in the same transaction ([`CommunityTx::enqueue`]); live announcements leave only
//!   after the commit and may be lost without harm.
//! - No cancelled request leaves a connection in the middle of a transaction ([`opening`]).
//! - What a transaction records stands in the community's journal exactly when it is committed ([`audit`]).

pub mod audit;
pub mod backup;
pub mod error;
pub mod job;
pub mod lint;
pub mod live;
pub mod migrate;
mod opening;
pub mod pool;
pub mod queue;
pub mod rates;
pub mod reader;
pub mod removal;
mod shelf;
pub mod tx;

pub use error::DatabaseError;
pub use job::{Job, Lane, Schedule};
pub use live::{Announced, Live, LiveEvent, Topic};
pub use pool::{Db, DbSettings, Tools};
pub use rates::Rates;
pub use reader::Reader;
pub use tx::{AccountTx, CommunityTx, PlatformTx, PublicTx};
