//! The worker on a real database, as the restricted roles, with letters that really arrive.

mod digests;
mod ground;
mod kinds;
mod links;
mod messages;
mod outbox;
mod queue;
mod trouble;
