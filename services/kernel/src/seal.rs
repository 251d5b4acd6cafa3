//! Tokens: the hash that is stored, and the seal that makes long-lived links.

use crate::Entropy;
use hmac::{Hmac, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
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

    /// `secret` made unreadable to whoever has the database alone (ChaCha20-Poly1305): a fresh nonce, then the ciphertext. It
    /// opens for the same purpose and `message` only, so that a row's secret is worth nothing in another row.
    ///
    /// # Errors
    /// [`NotSealed`] for more than the cipher takes, which is 256 GiB.
    pub fn close(
        &self,
        purpose: &'static str,
        message: &str,
        secret: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, NotSealed> {
        let mut nonce = [0; NONCE_LEN];
        entropy.fill(&mut nonce);
        let mut closed = secret.to_vec();
        self.closing_key(purpose)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(message), &mut closed)
            .map_err(|_| NotSealed)?;
        Ok([nonce.as_slice(), &closed].concat())
    }

    /// What [`Seal::close`] made, read again.
    ///
    /// # Errors
    /// [`NotSealed`] for another purpose, another message, another key or anything that was touched.
    pub fn open(&self, purpose: &'static str, message: &str, closed: &[u8]) -> Result<Vec<u8>, NotSealed> {
        let (nonce, text) = closed.split_at_checked(NONCE_LEN).ok_or(NotSealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| NotSealed)?;
        let mut text = text.to_vec();
        let opened = self.closing_key(purpose)?.open_in_place(nonce, Aad::from(message), &mut text);
        opened.map(|secret| secret.to_vec()).map_err(|_| NotSealed)
    }

    /// One key a purpose, none of them the one that makes marks.
    fn closing_key(&self, purpose: &'static str) -> Result<LessSafeKey, NotSealed> {
        let key = self.mac("closing-key", purpose.as_bytes()).finalize().into_bytes();
        UnboundKey::new(&CHACHA20_POLY1305, &key).map(LessSafeKey::new).map_err(|_| NotSealed)
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

/// This is not what [`Seal::close`] made here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this was not sealed here, or not for this")]
pub struct NotSealed;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededEntropy;

    #[test]
    fn a3_a_closed_secret_opens_for_its_purpose_its_row_and_its_installation_only() {
        let (seal, entropy) = (Seal::new([7; 32]), SeededEntropy::new(1));
        let close = || seal.close("totp", "row", b"twenty bytes secret!", &entropy).unwrap();
        let closed = close();
        assert_eq!(seal.open("totp", "row", &closed).as_deref(), Ok(b"twenty bytes secret!".as_slice()));
        assert!(!closed.windows(6).any(|part| part == b"twenty"));
        assert_ne!(closed, close(), "no two alike");
        assert_eq!(seal.open("totp", "other", &closed), Err(NotSealed));
        assert_eq!(seal.open("other", "row", &closed), Err(NotSealed));
        assert_eq!(Seal::new([8; 32]).open("totp", "row", &closed), Err(NotSealed));
        let mut touched = closed.clone();
        touched[15] ^= 1;
        assert_eq!(seal.open("totp", "row", &touched), Err(NotSealed));
        assert_eq!(seal.open("totp", "row", b"short"), Err(NotSealed));
    }

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
