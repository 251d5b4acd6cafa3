//! The REST door: health, launching and importing by an integrator's token, one-click stop, bounces, operator's figures.
//!
//! Invariants
//! - Nothing here believes a cookie: an integrator shows a bearer token, a letter's stop link carries its own seal.
//! - Every path is in the document at `/api/openapi.json`, and the document has no other.
//! - A refusal becomes a status in exactly one file ([`status`]).
//!
//! There is no page of documentation to click in: the usual ones need inline script, which our content policy forbids.

#![expect(clippy::unused_async, reason = "poem-openapi takes async operations only, whether they wait or not")]

mod bounces;
mod door;
mod figures;
mod health;
mod import;
mod launch;
mod status;
mod stop;
mod token;

pub use door::{Api, ApiSettings, Mount};
