//! Conversations on a real database, as the role that row-level security binds.

#[path = "../../../exchange/tests/it/ground.rs"]
mod ground;
mod letters;
mod people;
mod races;
mod reading;
mod tenants;
mod writing;
