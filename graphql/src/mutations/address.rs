//! An e-mail address among what a mutation is given.

use kernel::{EmailAddress, Refusal, Refuse};

/// The text is no e-mail address.
#[derive(Debug, thiserror::Error)]
#[error("this is not an e-mail address")]
pub(super) struct NoAddress;

impl Refuse for NoAddress {
    fn refusal(&self) -> Refusal {
        Refusal::of_field("ADDRESS_INVALID", "email")
    }
}

/// The address that somebody typed.
pub(super) fn address(text: &str) -> std::result::Result<EmailAddress, NoAddress> {
    text.parse().map_err(|_| NoAddress)
}
