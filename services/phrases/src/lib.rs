//! Every word people read, in every language of [`kernel::Language`].
//!
//! Sentences live in `locales/<language>/<area>.ftl`, one file per area of the product; nothing a person reads is
//! written anywhere else. A door asks for a [`Words`] in the reader's language and the community's time zone.
//!
//! Invariants, each held by a test
//! - All languages have the same messages, with the same variables.
//! - A message's name begins with its area (`home-title` is in `home.ftl`).
//! - French is set as French is: no-break spaces before `: ; ? ! »` and after `«`, the apostrophe `’`.
//! - A message that a template or a source asks for exists ([`audit`]); should one be missing all the same, its name
//!   is shown in brackets and the page still stands.

pub mod audit;
mod catalogue;
mod value;
pub mod words;

pub use value::Value;
pub use words::Words;
