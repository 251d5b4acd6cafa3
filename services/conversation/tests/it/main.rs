//! Conversations on a real database, as the role that row-level security binds.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

#[path = "../../../exchange/tests/it/ground.rs"]
mod ground;
mod letters;
mod people;
mod races;
mod reading;
mod tenants;
mod writing;
