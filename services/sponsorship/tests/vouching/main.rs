//! The use cases on a real database: who comes in, who may vouch, what nobody learns, and what holds when many act at once.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod admission;
mod appeals;
mod application;
mod asking;
mod events;
mod funnel;
mod going;
mod ground;
mod health;
mod hosts;
mod households;
mod invitation;
mod kept;
mod large;
mod leaving;
mod liability;
mod links;
mod policy;
mod quiet;
mod races;
mod refusals;
mod replay;
mod reservations;
mod several;
mod ties;
