//! What tests stand on: fresh databases, the whole site served for one test, a browser without script, letters that
//! really arrive, and a clock that moves only when told to.
//!
//! Invariants: a test never shares rows with another; nothing waits for real time; a job that a test leaves over fails
//! it ([`Stage::finish`]).
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

pub mod cluster;
pub mod device;
pub mod page;
pub mod services;
pub mod socket;
pub mod stage;
pub mod visitor;

pub use cluster::Scratch;
pub use device::Device;
pub use page::{Form, Page};
pub use socket::Socket;
pub use stage::{Somebody, Stage};
pub use visitor::Visitor;
/// The cookie that holds a session.
pub use web::cookies::SESSION;
pub use web::tiles::Tiles;
