//! All SQL of this noun. Nothing outside this crate sees it.

pub(crate) mod copy;
pub(crate) mod erase;
pub(crate) mod groups;
pub(crate) mod idle;
pub(crate) mod photos;
pub(crate) mod removal;
pub(crate) mod retention;
