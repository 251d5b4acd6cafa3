//! What people do here, from the first page to the last letter: each story once by web and once by GraphQL.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod account;
mod application;
mod asking;
mod asking_for;
mod audience;
mod bulletins;
mod calendar;
mod clock;
mod complaints;
mod cost;
mod daily;
mod departement;
mod digest;
mod drafts;
mod fairness;
mod going;
mod graphql;
mod groups;
mod guests;
mod health;
mod help;
mod hosts;
mod households;
mod letters;
mod liability;
mod limits;
mod linked;
mod map;
mod matching;
mod mine;
mod names;
mod near;
mod outings;
mod owner;
mod passkeys;
mod policy;
mod remembered;
mod reservations;
mod reserved;
mod searches;
mod second_factor;
mod sign_in;
mod streets;
mod sure;
mod towns;
mod trusted;
mod unanswered;
mod urgent;
mod watched;
mod web;

use kit::{Somebody, Stage};

/// Six founders of a community: enough for three independent sponsors.
pub const FOUNDERS: [Somebody; 6] = [
    Somebody::new("Hélène Garnier", "helene@example.test"),
    Somebody::new("Anne Petit", "anne@example.test"),
    Somebody::new("Guy Morel", "guy@example.test"),
    Somebody::new("Claire Roux", "claire@example.test"),
    Somebody::new("Bruno Faure", "bruno@example.test"),
    Somebody::new("Nadia Benali", "nadia@example.test"),
];

/// Who wants to come in.
pub const THOMAS: &str = "thomas@example.test";

/// A community of six founders that is a few days old, its welcome letters read.
pub async fn village(stage: &Stage) -> kernel::CommunityId {
    let id = stage.community("village", "confiance", &FOUNDERS).await;
    stage.advance(chrono::Duration::days(3)).await;
    stage.sink.clear();
    id
}
