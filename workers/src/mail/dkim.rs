//! DKIM (RFC 6376): signing what leaves, and verifying it in tests and by `doctor`.

mod verify;

pub use verify::{Verified, verify};

use data_encoding::BASE64;
use lettre::message::{
    Message,
    dkim::{DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey},
    header::HeaderName,
};
use ring::signature::{Ed25519KeyPair, KeyPair, RsaKeyPair};
use rustls::pki_types::{PrivatePkcs1KeyDer, pem::PemObject};

/// What the signature covers. A name that a letter lacks is covered as absent, so that nobody can add it on the way
/// (RFC 6376 section 5.4.2). Content-Type is missing because lettre adds it after signing; the body hash holds the parts.
pub const SIGNED: [&str; 13] = [
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
    "MIME-Version",
];

/// The key letters are signed with.
pub struct Dkim {
    config: DkimConfig,
    public: PublicKey,
    domain: String,
}

/// The half of the key that is published in DNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// 32 bytes (RFC 8463).
    Ed25519(Vec<u8>),
    /// `RSAPublicKey` in DER (RFC 8017).
    Rsa(Vec<u8>),
}

/// Why a key is refused at start.
#[derive(Debug, thiserror::Error)]
pub enum DkimError {
    /// Neither form we read.
    #[error("the DKIM key is neither a PEM of an RSA key (PKCS#1) nor 32 base64 bytes of an Ed25519 seed")]
    UnknownForm,
    /// lettre cannot use it.
    #[error("the DKIM key cannot be used: {0}")]
    Unusable(String),
}

impl Dkim {
    /// A key published at `<selector>._domainkey.<domain>`; `private` is a PEM (RSA, PKCS#1) or a base64 Ed25519 seed.
    pub fn new(selector: &str, domain: &str, private: &str) -> Result<Self, DkimError> {
        let (algorithm, public) = public_half(private.trim())?;
        let key = DkimSigningKey::new(private.trim(), algorithm).map_err(|e| DkimError::Unusable(e.to_string()))?;
        let relaxed = DkimCanonicalizationType::Relaxed;
        let config = DkimConfig::new(
            selector.to_owned(),
            domain.to_owned(),
            key,
            SIGNED.iter().map(|name| HeaderName::new_from_ascii_str(name)).collect(),
            DkimCanonicalization { header: relaxed, body: relaxed },
        );
        Ok(Self { config, public, domain: domain.to_owned() })
    }

    /// The domain that answers for the letters; `From` must be in it or below it.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The published half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    pub(super) fn sign(&self, message: &mut Message) {
        message.sign(&self.config);
    }
}

impl PublicKey {
    /// The text of the DNS record.
    pub fn record(&self) -> String {
        match self {
            Self::Ed25519(key) => format!("v=DKIM1; k=ed25519; p={}", BASE64.encode(key)),
            Self::Rsa(key) => format!("v=DKIM1; k=rsa; p={}", BASE64.encode(key)),
        }
    }
}

fn public_half(private: &str) -> Result<(DkimSigningAlgorithm, PublicKey), DkimError> {
    if let Ok(seed) = BASE64.decode(private.as_bytes()) {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| DkimError::UnknownForm)?;
        return Ok((DkimSigningAlgorithm::Ed25519, PublicKey::Ed25519(pair.public_key().as_ref().to_vec())));
    }
    let der = PrivatePkcs1KeyDer::from_pem_slice(private.as_bytes()).map_err(|_| DkimError::UnknownForm)?;
    let pair = RsaKeyPair::from_der(der.secret_pkcs1_der()).map_err(|e| DkimError::Unusable(e.to_string()))?;
    Ok((DkimSigningAlgorithm::Rsa, PublicKey::Rsa(pair.public().as_ref().to_vec())))
}
