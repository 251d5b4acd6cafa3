//! The door of time: whatever happens while nobody waits.
//!
//! Purpose: does the jobs that the house wrote in its transactions, most of them letters.
//!
//! Invariants
//! - A job holds ids; its handler loads fresh state and finds out by itself whether it is still needed.
//! - No transaction is open while a letter travels.
//! - Doing a job twice is harmless: a letter keeps its Message-ID and body over all attempts.
//! - No SQL, no rule and no permission check here: the house decides, this door carries out.

pub mod anchors;
pub mod context;
pub mod erasures;
pub mod letters;
pub mod mail;
pub mod outcome;
pub mod paths;
pub mod preview;
pub mod registry;
pub mod removals;
pub mod runner;
pub mod schedule;

mod jobs;

pub use context::{Context, Mail, Outside};
pub use outcome::Outcome;
pub use registry::kinds;
pub use runner::{Drained, Runner};
