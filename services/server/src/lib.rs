//! The one binary's library: settings, private servers, and the doors put together under one roof.
//!
//! Invariants
//! - Host and session alone say who asks, in which community ([`identify`]); an unknown host reaches no door.
//! - Whatever a command starts, it stops ([`ground`], [`embedded`]).
//! - Requests and jobs never hold the rights of the database's owner.

pub mod backup;
pub mod bench;
pub mod commands;
pub mod descriptors;
pub mod embedded;
pub mod ground;
pub mod guests;
pub mod identify;
pub mod memory;
pub mod metrics;
pub mod preview;
pub mod say;
pub mod seed;
pub mod settings;
pub mod shutdown;
pub mod sink;
pub mod site;
