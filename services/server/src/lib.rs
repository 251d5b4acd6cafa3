//! The one binary's library: settings, private servers, and (below) the doors put together under one roof.

pub mod embedded;
