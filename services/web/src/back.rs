//! Addresses to go back to, taken from outside: only ever a path on this very host.

pub use kernel::path::local;
