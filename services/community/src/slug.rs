//! The short name of a community inside the installation's own domain.

use crate::CommunityError;
use std::{fmt, str::FromStr};

/// 3 to 40 letters a–z, digits and inner dashes; no word the installation needs itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);

/// Words that would be mistaken for the installation, or that mail and certificate authorities treat specially
/// (RFC 2142 role names, CA/B Forum Baseline Requirements 3.2.2.4.4).
const RESERVED: &[&str] = &[
    "abuse",
    "account",
    "accounts",
    "admin",
    "administrator",
    "api",
    "app",
    "assets",
    "auth",
    "autoconfig",
    "autodiscover",
    "billing",
    "blog",
    "cdn",
    "dev",
    "dns",
    "doc",
    "docs",
    "email",
    "ftp",
    "graphql",
    "health",
    "help",
    "hostmaster",
    "imap",
    "inbox",
    "info",
    "localhost",
    "login",
    "mail",
    "mailer-daemon",
    "maillon",
    "media",
    "mta-sts",
    "news",
    "noreply",
    "ns1",
    "ns2",
    "operator",
    "owner",
    "platform",
    "pop",
    "postmaster",
    "preview",
    "public",
    "root",
    "secure",
    "security",
    "sign-in",
    "smtp",
    "ssl-admin",
    "staging",
    "static",
    "status",
    "support",
    "test",
    "usenet",
    "webmail",
    "webmaster",
    "www",
];

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug that a name suggests: lower case, without accents, dashed. Nothing when the name gives none.
    pub fn suggest(name: &str) -> Option<Self> {
        let mut text = String::new();
        for letter in name.to_lowercase().replace('œ', "oe").chars().map(plain) {
            if letter.is_ascii_alphanumeric() {
                text.push(letter);
            } else if !text.is_empty() && !text.ends_with('-') {
                text.push('-');
            }
        }
        let text: String = text.chars().take(40).collect();
        text.trim_end_matches('-').parse().ok()
    }
}

/// The letter without its accent, as far as French needs it.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ÿ' => 'y',
        other => other,
    }
}

impl FromStr for Slug {
    type Err = CommunityError;

    /// Blanks around are cut off and capitals lowered; anything else must be right.
    fn from_str(text: &str) -> Result<Self, CommunityError> {
        let text = text.trim().to_ascii_lowercase();
        let signs = text.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-');
        // Two dashes at the third place are the mark of encoded names (RFC 5890).
        let dashes = text.starts_with('-') || text.ends_with('-') || text.get(2..4) == Some("--");
        if !signs || dashes || !(3..=40).contains(&text.len()) {
            return Err(CommunityError::SlugInvalid);
        }
        if RESERVED.contains(&text.as_str()) { Err(CommunityError::SlugReserved) } else { Ok(Self(text)) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_plain_words_are_slugs() {
        assert_eq!(" Nievre-58 ".parse::<Slug>().unwrap().as_str(), "nievre-58");
        let long = "a".repeat(41);
        for bad in ["", "ab", "-abc", "abc-", "a_b", "nièvre", "a.b", "xn--abc", "a b", long.as_str()] {
            assert!(matches!(bad.parse::<Slug>(), Err(CommunityError::SlugInvalid)), "{bad:?}");
        }
        assert!("a".repeat(40).parse::<Slug>().is_ok());
    }

    #[test]
    fn the_installation_keeps_its_own_words() {
        for word in RESERVED {
            assert!(matches!(word.parse::<Slug>(), Err(CommunityError::SlugReserved)), "{word}");
        }
    }

    #[test]
    fn a_name_suggests_its_slug() {
        assert_eq!(Slug::suggest("Entraide Nièvre !").unwrap().as_str(), "entraide-nievre");
        assert_eq!(Slug::suggest("L’Été à Cœur").unwrap().as_str(), "l-ete-a-coeur");
        assert!(Slug::suggest("???").is_none());
    }
}
