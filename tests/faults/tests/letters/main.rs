//! The worker on a real database, as the restricted roles, with letters that really arrive.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod digests;
mod ground;
mod house;
mod kinds;
mod links;
mod messages;
mod outbox;
mod queue;
mod trouble;
mod ways;
