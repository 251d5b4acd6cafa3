//! The statements of conversations.

pub(crate) mod guest;
pub(crate) mod inbox;
pub(crate) mod letter;
pub(crate) mod message;
pub(crate) mod one;
pub(crate) mod pair;
pub(crate) mod today;

pub(crate) use pair::Pair;
