//! How the installation is reached from outside: where links begin, in pages and in letters.

use crate::{CommunityFace, HostName};

/// The installation's own address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// `http` or `https`.
    pub scheme: String,
    /// The port people type, unless it is the scheme's usual one.
    pub port: Option<u16>,
    /// The platform's own host; a community without a host of its own is `<slug>.` before it.
    pub host: String,
}

impl Outside {
    /// An address on `host`, without a slash at the end.
    pub fn at(&self, host: &str) -> String {
        match self.port {
            Some(port) => format!("{}://{host}:{port}", self.scheme),
            None => format!("{}://{host}", self.scheme),
        }
    }

    /// Where `community` lives, without a slash at the end.
    pub fn home(&self, community: &CommunityFace) -> String {
        self.home_of(&community.slug, community.primary_host.as_deref())
    }

    /// Where the community of this short name and main host lives; the platform's short name is empty.
    pub fn home_of(&self, slug: &str, primary_host: Option<&str>) -> String {
        match (primary_host, slug) {
            (Some(host), _) => self.at(host),
            (None, "") => self.platform(),
            (None, slug) => self.at(&format!("{slug}.{}", self.host)),
        }
    }

    /// Where the platform itself lives, without a slash at the end.
    pub fn platform(&self) -> String {
        self.at(&self.host)
    }

    /// The platform's host as the use cases take it: communities' own addresses are made below it. Nothing when the
    /// installation was given a host that is none.
    pub fn base(&self) -> Option<HostName> {
        // As a `Host` header would name it: `localhost` is a host of ours, though nobody's own.
        HostName::from_header(&self.host)
    }
}

impl CommunityFace {
    /// Who runs it and where they are, on one line, for the foot of pages and letters: the organisation, or the community
    /// itself where none is named, and the postal address as far as it is known.
    pub fn imprint(&self) -> String {
        let who = if self.organisation.is_empty() { &self.name } else { &self.organisation };
        if self.postal_address.is_empty() { who.clone() } else { format!("{who}, {}", self.postal_address) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_port_only_where_people_would_type_it() {
        let mut outside = Outside { scheme: "http".to_owned(), port: Some(8080), host: "localhost".to_owned() };
        assert_eq!(outside.at("village.localhost"), "http://village.localhost:8080");
        assert_eq!(outside.base().unwrap().as_str(), "localhost");
        (outside.scheme, outside.port) = ("https".to_owned(), None);
        assert_eq!(outside.at("entraide.example"), "https://entraide.example");
        outside.host = "not a host".to_owned();
        assert!(outside.base().is_none());
    }
}
