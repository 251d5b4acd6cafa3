//! What faults are made of: the way between two programs, which a test can spoil ([`proxy`]). The letters' own faults are in `tests`.

pub mod proxy;

pub use proxy::{Proxy, Target, Weather};
