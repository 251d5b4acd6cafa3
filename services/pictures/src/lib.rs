//! Pictures: from the bytes somebody sent to two small JPEG files that hold nothing but pixels, and where those are kept.
//!
//! Invariants
//! - What was sent is decoded in a child process only ([`child`]), which has limits and no files, one picture a process.
//! - What is kept was drawn anew by us ([`draw`]): no metadata comes along, and the parent looks at every segment before it believes
//!   its child ([`segments`]).
//! - A negative ([`Negative`]) has no name on the disk: it is gone when nobody holds it, however the process ends.
//! - Every kept file lies under its community ([`Shelf`], bar T10).

pub mod child;
mod disk;
mod draw;
mod error;
pub mod jobs;
pub mod limits;
mod negative;
mod print;
pub mod segments;
mod shelf;
mod sniff;
mod turns;
mod workshop;

pub use draw::{Drawn, Unfit, draw};
pub use error::PictureError;
pub use negative::Negative;
pub use print::{Print, Side, Size};
pub use shelf::{Remote, Shelf};
pub use sniff::Format;
pub use workshop::{Studio, Workshop};
