//! Pictures through the whole house (bars U1 to U5 and U7), with children of the real program.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened, and the figures are for people"
)]

mod bombs;
mod child;
mod drafts;
mod gone;
mod ground;
mod limits;
mod lost;
mod made;
mod metadata;
mod room;
mod serving;
mod store;
mod story;
