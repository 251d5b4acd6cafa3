//! Tokens: the hash that is stored, and the seal that makes long-lived links.

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of a token; the token itself is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// The hash of `token` for one purpose; a token of another purpose has another hash.
    pub fn of(purpose: &'static str, token: &str) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(purpose.as_bytes());
        hasher.update([0]);
        hasher.update(token.as_bytes());
        Self(hasher.finalize().into())
    }

    /// As stored in a `bytea` column.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The installation's sealing key (HMAC-SHA-256): makes links that need no row, such as one-click unsubscribe.
#[derive(Clone)]
pub struct Seal([u8; 32]);

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal(secret)")
    }
}

impl Seal {
    /// A seal from the installation's secret.
    pub fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// Another key, made of this one for one purpose: whoever holds it learns nothing of this one.
    #[must_use]
    pub fn derived(&self, purpose: &'static str) -> Self {
        Self(self.whole_mark("derived-key", purpose.as_bytes()))
    }

    /// `message` sealed for one purpose, all 256 bits.
    pub fn whole_mark(&self, purpose: &'static str, message: &[u8]) -> [u8; 32] {
        self.mac(purpose, message).finalize().into_bytes().into()
    }

    /// `message` sealed for one purpose: 26 base32 letters (128 bits).
    pub fn mark(&self, purpose: &'static str, message: &str) -> String {
        let whole = self.mac(purpose, message.as_bytes()).finalize().into_bytes();
        let half = whole.get(..16).unwrap_or_default();
        data_encoding::BASE32_NOPAD.encode(half).to_lowercase()
    }

    /// Whether `mark` is the seal of `message` for this purpose; constant time.
    pub fn verify(&self, purpose: &'static str, message: &str, mark: &str) -> bool {
        let Ok(bytes) = data_encoding::BASE32_NOPAD.decode(mark.to_uppercase().as_bytes()) else {
            return false;
        };
        bytes.len() == 16 && self.mac(purpose, message.as_bytes()).verify_truncated_left(&bytes).is_ok()
    }

    fn mac(&self, purpose: &'static str, message: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length; the error cannot occur")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any key length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_holds_for_its_message_and_purpose_only() {
        let seal = Seal::new([7; 32]);
        let mark = seal.mark("stop", "a");
        assert!(seal.verify("stop", "a", &mark));
        assert!(!seal.verify("stop", "b", &mark));
        assert!(!seal.verify("link", "a", &mark));
        assert!(!seal.verify("stop", "a", ""));
        assert!(!Seal::new([8; 32]).verify("stop", "a", &mark));
    }
}
