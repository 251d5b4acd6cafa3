//! Which host shows which community.

use crate::{CommunityError, store};
use database::Db;
use kernel::CommunityId;
use std::fmt;

/// A host name as we keep it: ASCII, lower case, no port, no dot at the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HostName(String);

impl HostName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name in a `Host` header, without its port. Taken literally: what a browser would not send (capitals, a dot at
    /// the end, a user) is nobody's host (bar T12).
    pub fn from_header(header: &str) -> Option<Self> {
        let (name, port) = header.split_once(':').map_or((header, None), |(name, port)| (name, Some(port)));
        let port_is_one =
            port.is_none_or(|port| port.parse::<u16>().is_ok() && port.bytes().all(|sign| sign.is_ascii_digit()));
        (port_is_one && is_name(name)).then(|| Self(name.to_owned()))
    }

    /// The name an owner wrote or pasted: the scheme, blanks and slashes around it are forgiven, accents are encoded
    /// (IDNA, RFC 5891). Numbers are not names, and a single label is nobody's own.
    pub fn from_owner(text: &str) -> Result<Self, CommunityError> {
        let text = text.trim().to_lowercase();
        let bare = text
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .trim_end_matches('.');
        if bare.is_empty() || bare.contains(['/', ':', '@', '%', '\\']) {
            return Err(CommunityError::HostInvalid);
        }
        match url::Host::parse(bare) {
            Ok(url::Host::Domain(name)) if name.contains('.') && is_name(&name) => Ok(Self(name)),
            _ => Err(CommunityError::HostInvalid),
        }
    }

    /// `slug` below the installation's own domain.
    pub fn below(slug: &crate::Slug, base: &Self) -> Self {
        Self(format!("{slug}.{base}"))
    }

    /// Whether this is `base` itself or a name below it.
    pub fn is_within(&self, base: &Self) -> bool {
        self == base || self.0.strip_suffix(base.as_str()).is_some_and(|front| front.ends_with('.'))
    }
}

/// Letters-digits-hyphen labels of a name (RFC 1123), in lower case.
fn is_name(name: &str) -> bool {
    let sign = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    let label =
        |l: &str| (1..=63).contains(&l.len()) && l.bytes().all(sign) && !l.starts_with('-') && !l.ends_with('-');
    name.len() <= 253 && name.split('.').all(label)
}

impl std::str::FromStr for HostName {
    type Err = CommunityError;

    /// A name as settings hold it: like a header's, but without a port.
    fn from_str(text: &str) -> Result<Self, CommunityError> {
        Self::from_header(text).filter(|_| !text.contains(':')).ok_or(CommunityError::HostInvalid)
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The community that the `Host` header `host` leads to. Asked before anything else is known.
pub async fn by_host(db: &Db, host: &str) -> Result<Option<CommunityId>, CommunityError> {
    let Some(name) = HostName::from_header(host) else { return Ok(None) };
    let mut tx = db.begin_public().await?;
    let community = store::host::community_of(tx.conn(), name.as_str()).await?;
    tx.commit().await?;
    Ok(community)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t12_a_header_that_no_browser_sends_is_nobodys_host() {
        assert_eq!(HostName::from_header("nievre.localhost:8080").unwrap().as_str(), "nievre.localhost");
        assert_eq!(HostName::from_header("localhost").unwrap().as_str(), "localhost");
        for bad in [
            "",
            "Nievre.localhost",
            "nievre.localhost.",
            "a@b.c",
            "nievre.localhost:",
            "a.b:99999",
            "a.b:+1",
            "[::1]",
            "a..b",
            "é.fr",
            "a b",
        ] {
            assert_eq!(HostName::from_header(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn an_owner_may_paste_an_address_and_write_accents() {
        for (written, kept) in [
            (" https://Entraide.Example/ ", "entraide.example"),
            ("entraide.example.", "entraide.example"),
            ("entraide-nièvre.fr", "xn--entraide-nivre-5jb.fr"),
        ] {
            assert_eq!(HostName::from_owner(written).unwrap().as_str(), kept, "{written:?}");
        }
        for bad in ["", "localhost", "10.0.0.1", "0x7f.1", "a.b:80", "a.b/c", "a_b.c", "user@a.b", "%61.b", "[::1]"] {
            assert!(HostName::from_owner(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_within_its_base_only_at_a_dot() {
        let name = |text: &str| HostName::from_header(text).unwrap();
        assert!(name("a.maillon.test").is_within(&name("maillon.test")));
        assert!(name("maillon.test").is_within(&name("maillon.test")));
        assert!(!name("evilmaillon.test").is_within(&name("maillon.test")));
    }
}
