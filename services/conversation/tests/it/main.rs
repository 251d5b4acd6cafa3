//! Conversations on a real database, as the role that row-level security binds.
#![expect(missing_docs, reason = "helpers of tests, read by nobody else")]

#[path = "../../../exchange/tests/it/ground.rs"]
mod ground;
mod letters;
mod people;
mod races;
mod reading;
mod tenants;
mod writing;
