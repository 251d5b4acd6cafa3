//! The HTML door: pages rendered on the server, working without script, by keyboard, at 320 px.
//!
//! Invariants
//! - A page parses what was sent, calls one use case or view, and renders or redirects; it decides nothing.
//! - Every page is drawn inside [`shell::Shell`]: one `h1`, landmarks, skip link, title, language.
//! - No inline style and no inline script anywhere: the policy of [`headers`] would drop them.
//! - Components with any logic are values of [`kit`], escaped by their own templates; the rest are classes of the one
//!   stylesheet. All of them are on the component page ([`gallery()`]).
//!
//! [`headers`], [`origin`] and [`spawned`] guard the whole site; the server puts them around all doors.

pub mod assets;
pub mod back;
pub mod brand;
pub mod cookies;
pub mod doors;
pub mod dress;
pub mod error_page;
pub mod form;
mod gallery;
pub mod headers;
pub mod kit;
pub mod origin;
pub mod pages;
pub mod preview;
mod rgaa;
pub mod routes;
mod sent;
pub mod shell;
pub mod spawned;
pub mod tiles;
pub mod visit;
mod wait;

pub use gallery::gallery;
pub use preview::Preview;
pub use routes::routes;
pub use visit::Visit;
