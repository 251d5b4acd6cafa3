//! What a letter with a link and a code carries. Neither is stored: both are sealed marks of their row and are made again when
//! the letter is written (decision 0003). What is kept is a hash of the link, and of the code a keyed mark, because a plain hash
//! of six digits would be read back from a stolen table in a moment.

use data_encoding::BASE32_NOPAD;
use kernel::{Seal, TokenHash};

/// What secrets of one kind are good for: nothing else (bar A8).
pub(crate) struct Purposes {
    /// Two marks of 128 bits make the 256 that bar A2 asks for.
    pub link: [&'static str; 2],
    pub link_kept: &'static str,
    pub code: &'static str,
    pub code_kept: &'static str,
}

/// The token of a link, and six digits.
pub(crate) struct Secrets {
    pub link_token: String,
    pub code: String,
}

impl Secrets {
    /// The secrets of one row. `row` says everything that tells it apart, so that an id used again (after its row was swept away,
    /// by somebody else, in another community) makes other secrets.
    pub fn of(purposes: &Purposes, seal: &Seal, row: &str) -> Self {
        Self { link_token: token(purposes.link, seal, row), code: six_digits(&seal.mark(purposes.code, row)) }
    }
}

/// 256 bits as 52 base32 letters.
pub(crate) fn token([first, second]: [&'static str; 2], seal: &Seal, row: &str) -> String {
    format!("{}{}", seal.mark(first, row), seal.mark(second, row))
}

/// What is kept of a link.
pub(crate) fn link_hash(purposes: &Purposes, token: &str) -> TokenHash {
    TokenHash::of(purposes.link_kept, token)
}

/// What is kept of a code; `whose` is what it is tried against.
pub(crate) fn code_mark(purposes: &Purposes, seal: &Seal, whose: &str, code: &str) -> String {
    seal.mark(purposes.code_kept, &format!("{whose}:{code}"))
}

/// Six digits out of 128 bits; the bias towards low codes is below 2⁻¹⁰⁸.
fn six_digits(mark: &str) -> String {
    let bytes = BASE32_NOPAD.decode(mark.to_uppercase().as_bytes()).unwrap_or_default();
    let number = bytes.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
    format!("{:06}", number % 1_000_000)
}
