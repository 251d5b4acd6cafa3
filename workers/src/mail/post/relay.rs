//! Which relay, by which road: read once from `SMTP_URL`.

use lettre::transport::smtp::{authentication::Credentials, extension::ClientId};
use std::time::Duration;
use url::{Host, Url};

/// A relay's address and how to reach it.
///
/// `smtp://localhost:2525` in clear, loopback only · `smtp+starttls://user:secret@mail.example:587` ·
/// `smtps://user:secret@mail.example:465`. Optional `?connections=4`, `?hello=our.host.name`, `?ca=/path/to/root.pem`
/// for a relay with its own authority.
#[derive(Clone)]
pub struct Relay {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) road: Road,
    pub(super) credentials: Option<Credentials>,
    pub(super) hello: ClientId,
    pub(super) authority: Option<Vec<u8>>,
    /// How many letters may be under way at once.
    pub connections: usize,
    /// Longest time one letter may take, from connecting to the last answer (bar E5: at most 30 s).
    pub patience: Duration,
}

/// How bytes travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Road {
    /// In clear, to a loopback address.
    Loopback,
    /// In clear until STARTTLS, which is demanded.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// Why a relay's address is refused at start.
#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    /// No address at all, or nonsense.
    #[error("SMTP_URL is no address: {0}")]
    NotAnAddress(#[from] url::ParseError),
    /// A scheme we do not speak.
    #[error("SMTP_URL must start with smtp://, smtp+starttls:// or smtps://, not {0}://")]
    UnknownScheme(String),
    /// Letters would travel in clear.
    #[error("smtp:// sends letters in clear and is for this machine only; use smtp+starttls:// or smtps:// for {0}")]
    ClearToTheWorld(String),
    /// No host.
    #[error("SMTP_URL names no host")]
    NoHost,
    /// An option that cannot be read.
    #[error("SMTP_URL: {0}")]
    BadOption(String),
}

impl std::str::FromStr for Relay {
    type Err = RelayError;

    fn from_str(text: &str) -> Result<Self, RelayError> {
        let url = Url::parse(text)?;
        let (road, usual_port) = match url.scheme() {
            "smtp" => (Road::Loopback, 25),
            "smtp+starttls" => (Road::StartTls, 587),
            "smtps" => (Road::Tls, 465),
            other => return Err(RelayError::UnknownScheme(other.to_owned())),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(RelayError::NoHost)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        if road == Road::Loopback && !is_loopback(&host) {
            return Err(RelayError::ClearToTheWorld(host));
        }
        let mut relay = Self {
            port: url.port().unwrap_or(usual_port),
            credentials: credentials(&url)?,
            hello: ClientId::default(),
            authority: None,
            connections: 4,
            patience: Duration::from_secs(30),
            host,
            road,
        };
        for (name, value) in url.query_pairs() {
            relay.option(&name, &value)?;
        }
        Ok(relay)
    }
}

impl Relay {
    fn option(&mut self, name: &str, value: &str) -> Result<(), RelayError> {
        match name {
            "connections" => {
                let wanted = value.parse().ok().filter(|n| (1..=64).contains(n));
                self.connections = wanted.ok_or_else(|| RelayError::BadOption("connections is 1 to 64".to_owned()))?;
            }
            "hello" => self.hello = ClientId::Domain(value.to_owned()),
            "ca" => {
                let pem = std::fs::read(value).map_err(|e| RelayError::BadOption(format!("ca {value}: {e}")))?;
                self.authority = Some(pem);
            }
            other => return Err(RelayError::BadOption(format!("unknown option {other}"))),
        }
        Ok(())
    }
}

/// Only names that cannot leave the machine; what `localhost` resolves to is checked again when connecting.
fn is_loopback(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Domain(name)) => name == "localhost",
        Ok(Host::Ipv4(ip)) => ip.is_loopback(),
        Ok(Host::Ipv6(ip)) => ip.is_loopback(),
        Err(_) => host == "::1",
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, RelayError> {
    if url.username().is_empty() {
        return Ok(None);
    }
    let plain = |text: &str| {
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
        decoded.map(String::from).map_err(|_| RelayError::BadOption("user and password must be UTF-8".to_owned()))
    };
    Ok(Some(Credentials::new(plain(url.username())?, plain(url.password().unwrap_or(""))?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e08_clear_text_is_for_loopback_only() {
        for good in ["smtp://localhost:2525", "smtp://127.0.0.1", "smtp://[::1]:25", "smtps://mail.example"] {
            assert!(good.parse::<Relay>().is_ok(), "{good}");
        }
        for bad in
            ["smtp://mail.example", "smtp://10.0.0.1", "smtp://localhost.example", "http://localhost", "smtp:", ""]
        {
            assert!(bad.parse::<Relay>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_relay_is_read_whole_from_its_address() {
        let relay: Relay = "smtp+starttls://us%40er:p%2Fw@mail.example?connections=7&hello=us.example".parse().unwrap();
        assert_eq!(
            (relay.host.as_str(), relay.port, relay.road, relay.connections),
            ("mail.example", 587, Road::StartTls, 7)
        );
        assert_eq!(relay.credentials, Some(Credentials::new("us@er".to_owned(), "p/w".to_owned())));
        assert!("smtp://localhost?connections=0".parse::<Relay>().is_err());
        assert!("smtp://localhost?colour=red".parse::<Relay>().is_err());
    }
}
