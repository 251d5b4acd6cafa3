//! The table against the house: complete, and every cell tried.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod audit;
mod coverage;
mod discreet;
mod graphql;
mod guards;
mod jobs;
mod leaks;
mod panics;
mod rest;
mod step_up;
mod traces;
mod web;
