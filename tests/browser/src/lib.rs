//! A real Chromium for the tests: starts its driver, resizes, goes without script, asks axe what is wrong.
//!
//! Needs `chromium`, `chromedriver` and axe-core (`npm ci` in this folder); `infra/test` installs them. Without them the
//! tests fail: a page that nobody looked at counts as broken.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod axe;
mod driver;
mod exhibition;
mod window;

pub use axe::{axe, axe_colours};
pub use driver::Chromium;
pub use exhibition::{Exhibit, Exhibition};
pub use window::{Scheme, Window};
