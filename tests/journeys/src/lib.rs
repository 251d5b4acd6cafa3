//! The stories live in `tests/story`; this crate has nothing of its own.
