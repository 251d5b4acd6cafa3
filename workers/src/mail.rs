//! Letters: composed ([`letter`]), sealed into one message ([`seal`]), handed to the relay ([`post`]), checked ([`lint`]).

pub mod dkim;
pub mod header;
pub mod letter;
pub mod lint;
pub mod post;
pub mod seal;
