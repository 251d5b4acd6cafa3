//! All SQL of this noun. Nothing outside this crate sees it.

pub(crate) mod bulletin;
pub(crate) mod community;
pub(crate) mod denial;
pub(crate) mod figures;
pub(crate) mod host;
pub(crate) mod host_wish;
pub(crate) mod journal;
pub(crate) mod launch;
pub(crate) mod platform;
pub(crate) mod platform_token;
pub(crate) mod settings;
