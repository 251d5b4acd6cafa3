//! The GraphQL door: everything the pages can do, for programs.
//!
//! A resolver turns its arguments into a key or a command, calls one view or use case of the house, and gives the answer
//! its outer shape; it decides nothing. `POST /graphql` carries queries and mutations ([`Door::http`]), `/graphql/ws`
//! subscriptions ([`Door::socket`]).
//!
//! Invariants
//! - No document is executed that [`guard`] has not admitted; every limit stands in [`limits`].
//! - Our own pages send the name of a document that is kept here (`documents/`), and none that they wrote.
//! - Ids are opaque and typed ([`ids`]); a wrong one asks for what does not exist.
//! - A mutation answers with its results or with a refusal; a failure of ours says its number in the log and nothing else.
//! - `schema.graphql` is the schema; a test compares. Fields without a permission are in `public_fields.toml`; a test
//!   asks all others as a visitor.

#![expect(clippy::unused_async, reason = "the schema's macros take async resolvers only, whether they wait or not")]

mod answer;
#[doc(hidden)]
pub mod documents;
mod door;
pub mod guard;
pub mod http;
pub mod ids;
mod kept;
pub mod limits;
mod loaders;
mod mutations;
mod objects;
mod page;
mod queries;
mod refusal;
mod schema;
mod subscriptions;
pub mod visit;
mod words;
pub mod ws;

pub use door::{Door, DoorSettings};
pub use schema::{elements, public_fields, sdl};
