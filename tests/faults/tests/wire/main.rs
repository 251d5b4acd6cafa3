//! The whole platform over the wire, while clients go away and the schema changes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened, and the figures are for people"
)]

mod cancelled;
mod people;
mod schema;
