//! E-mail addresses, normalised once.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An address as we keep it: trimmed and in lower case, so that one person has one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is no address we could write to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an e-mail address")]
pub struct NotAnAddress;

impl EmailAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    /// Accepts what mail servers accept in practice (RFC 5321 lengths, dot-atom local part), no quoted local parts.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        if text.len() <= 254 && is_local_part(local) && is_domain(domain) { Ok(Self(text)) } else { Err(NotAnAddress) }
    }
}

fn is_local_part(local: &str) -> bool {
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    (1..=64).contains(&local.len())
        && local.chars().all(atom)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;
    fn try_from(text: String) -> Result<Self, NotAnAddress> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

/// `text` with `[address]` wherever something looks like an e-mail address: what other machines say goes into logs and tables,
/// people's addresses do not (bar R3). An encoded `%40` counts as well.
pub fn without_addresses(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '"' | '\'' | ',' | ';');
    text.split_inclusive(ends)
        .map(|word| {
            let bare = word.trim_end_matches(ends);
            let looks = bare.contains('@') || bare.to_ascii_lowercase().contains("%40");
            if looks { format!("[address]{}", word.get(bare.len()..).unwrap_or_default()) } else { word.to_owned() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_normalised_and_nonsense_is_refused() {
        let address: EmailAddress = " Odile.Martin@Example.Test ".parse().unwrap();
        assert_eq!(address.as_str(), "odile.martin@example.test");
        assert_eq!(address.domain(), "example.test");
        for bad in ["", "a", "@b.c", "a@b", "a b@c.d", "a@b..c", "a@-b.c", "a\r\nBcc: x@y.z", "a..b@c.d", ".a@b.c"] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn r3_what_looks_like_an_address_is_not_repeated() {
        let said = without_addresses(
            "550 <Odile.Martin@Example.test>: no such user (odile@b.test), see https://x.test/?a=o%40b.test",
        );
        assert_eq!(said, "550 <[address]>: no such user ([address]), see [address]");
        assert_eq!(without_addresses("450 4.7.1 try later"), "450 4.7.1 try later");
    }
}
