//! The statements of listings.

pub(crate) mod calendar;
pub(crate) mod extent;
pub(crate) mod fairness;
pub(crate) mod fresh;
pub(crate) mod guest_request;
pub(crate) mod helpers;
pub(crate) mod list;
pub(crate) mod mandate;
pub(crate) mod map;
pub(crate) mod matches;
pub(crate) mod meaning;
pub(crate) mod near;
pub(crate) mod one;
pub(crate) mod outing;
pub(crate) mod photos;
pub(crate) mod places;
pub(crate) mod rules;
pub(crate) mod saved_search;
pub(crate) mod search_hits;
pub(crate) mod seen;
mod terms;
pub(crate) mod trusted;
pub(crate) mod unanswered;
pub(crate) mod vocabulary;
pub(crate) mod write;
