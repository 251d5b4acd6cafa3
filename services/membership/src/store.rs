//! All SQL of this noun. Nothing outside this crate sees it.

pub(crate) mod account;
pub(crate) mod account_change;
pub(crate) mod address_change;
pub(crate) mod allowance;
pub(crate) mod complaints;
pub(crate) mod factor;
pub(crate) mod import;
pub(crate) mod letters;
pub(crate) mod member;
pub(crate) mod memberships;
pub(crate) mod office;
pub(crate) mod passkey;
pub(crate) mod recipient;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod suppression;
pub(crate) mod trust_log;
pub(crate) mod views;
