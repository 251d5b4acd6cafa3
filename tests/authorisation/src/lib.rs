//! The authorisation table: who may try what, declared once and held against every door.
//!
//! `table.txt` is written by hand and knows nothing of the code; [`rules`] says what its words mean. Neither asks
//! `kernel::act`: a mistake there shows as a difference here.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod begun;
pub mod cast;
pub mod discreet;
pub mod hanging;
pub mod life;
pub mod rules;
pub mod table;

pub use cast::{Actor, Cast};
pub use rules::Rule;
pub use table::{Row, rows};
