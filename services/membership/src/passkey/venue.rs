//! Where a passkey is asked for, and to which domain it is bound.

use crate::{MembershipError, limits};
use community::{HostName, Outside};
use std::time::Duration;
use webauthn_rs::{Webauthn, WebauthnBuilder, prelude::Url};

/// The host that was addressed, on this installation.
#[derive(Debug, Clone)]
pub struct Venue {
    site: Outside,
    host: String,
}

impl Venue {
    /// `host` is what the `Host` header says, with its port or without.
    pub fn new(site: &Outside, host: &str) -> Self {
        let host = HostName::from_header(host).map_or_else(String::new, |host| host.to_string());
        Self { site: site.clone(), host }
    }

    /// The domain that passkeys made here are bound to: the installation's own for every host below it, so that one passkey opens
    /// all of somebody's communities there; else the community's own host. A single label (`localhost`) is a domain that browsers
    /// do not share among hosts.
    pub fn domain(&self) -> &str {
        let base = self.site.host.as_str();
        let is_below = self.host.strip_suffix(base).is_some_and(|rest| rest.ends_with('.'));
        if is_below && base.contains('.') { base } else { &self.host }
    }

    /// What checks devices' answers for this host and no other.
    pub(super) fn relying_party(&self) -> Result<Webauthn, MembershipError> {
        let origin = Url::parse(&self.site.at(&self.host)).map_err(|_| MembershipError::PasskeyNotHere)?;
        let patience = Duration::from_secs(limits::CHALLENGE_LIFE.num_seconds().unsigned_abs());
        let built = WebauthnBuilder::new(self.domain(), &origin).and_then(|builder| builder.timeout(patience).build());
        built.map_err(|_| MembershipError::PasskeyNotHere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn venue(base: &str, host: &str) -> Venue {
        let site = Outside { scheme: "https".to_owned(), port: None, host: base.to_owned() };
        Venue::new(&site, host)
    }

    #[test]
    fn a3_one_passkey_opens_all_hosts_below_the_installation_and_a_host_of_its_own_only_itself() {
        for (base, host, domain) in [
            ("maillon.example", "maillon.example", "maillon.example"),
            ("maillon.example", "nievre.maillon.example:8443", "maillon.example"),
            ("maillon.example", "entraide-nievre.example", "entraide-nievre.example"),
            ("maillon.example", "evilmaillon.example", "evilmaillon.example"),
            ("localhost", "nievre.localhost", "nievre.localhost"),
        ] {
            assert_eq!(venue(base, host).domain(), domain, "{host} on {base}");
            assert!(venue(base, host).relying_party().is_ok(), "{host}");
        }
    }

    #[test]
    fn numbers_and_nonsense_know_no_passkeys() {
        for host in ["127.0.0.1", "", "a..b", "NIEVRE.example"] {
            let refused = venue("maillon.example", host).relying_party();
            assert!(matches!(refused, Err(MembershipError::PasskeyNotHere)), "{host}");
        }
    }
}
