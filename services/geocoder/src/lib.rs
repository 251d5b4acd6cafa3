//! Asks a geocoder over HTTP where a street is, where an installation named one (decision 48). By default there is none, and nobody
//! outside is asked for anything.
//!
//! What it must hold:
//! - one host, the one that the owner of the installation wrote down: what members type goes into a value of the query and nowhere else,
//!   no answer sends us on, no proxy of the environment stands between;
//! - bounded: seconds, bytes, questions at once; and a host that fails is left alone for a while;
//! - what was typed stands in no line of the log.

mod answer;
mod breaker;
mod dialect;
mod remote;

pub use dialect::{Dialect, NotADialect};
pub use remote::{Bounds, NotAGeocoder, Remote};
