//! Which offers and requests would help each other.
//!
//! Purpose: say of two listings how well they go together and why ([`weigh`]), out of what they are about ([`Meaning`]) and what
//! else is known of them ([`Circumstances`]).
//!
//! Pure: no clock, no database. [`crate::find_matches`] brings the listings.
//!
//! How it is done: words are cut and folded, those that the table `concepts.txt` knows stand for a concept in either language, and a pair
//! is alike as far as their concepts are. No model, nothing learned from members' texts: everybody can read why, and correct the table.

mod concepts;
pub mod labelled;
mod meaning;
mod weigh;
mod words;

pub use concepts::VERSION;
pub use meaning::Meaning;
pub use weigh::{Circumstances, Reader, Reason, WORTH_TELLING, Weighed, weigh};

/// Matches told for one listing at the most.
pub const MOST: usize = 10;
