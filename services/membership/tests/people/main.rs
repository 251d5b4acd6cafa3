//! People on a real PostgreSQL, through the restricted role: what only a database can prove.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

mod account;
mod applying;
mod factor;
mod factor_reset;
mod flooded;
mod ground;
mod importing;
mod launching;
mod letters;
mod owners;
mod passkey;
mod seeing;
mod sessions;
mod settings;
mod signing_in;
mod standing;
mod tokens;
