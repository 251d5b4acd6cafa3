//! What every handler is handed.

use crate::mail::{dkim::Dkim, letter::LetterKind, post::Post, post::Relay, seal::Sender};
use community::CommunityFace;
use database::{Db, Lane};

/// The tools of this door.
pub struct Context {
    /// The database.
    pub db: Db,
    /// How letters leave.
    pub mail: Mail,
    /// How the installation is reached from outside.
    pub outside: Outside,
}

/// How letters leave.
pub struct Mail {
    domain: String,
    dkim: Option<Dkim>,
    urgent: Post,
    bulk: Post,
}

/// How links begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// `http` or `https`.
    pub scheme: String,
    /// The port, unless it is the scheme's usual one.
    pub port: Option<u16>,
    /// The platform's own host; a community without a host of its own is `<slug>.` before it.
    pub host: String,
}

impl Mail {
    /// Letters from addresses in `domain`, over `relay`, signed when there is a key.
    ///
    /// What somebody waits for has connections of its own, so that it never stands behind a hundred thousand digests.
    pub fn new(domain: &str, relay: Relay, dkim: Option<Dkim>) -> Self {
        Self { domain: domain.to_owned(), dkim, urgent: Post::new(relay.clone()), bulk: Post::new(relay) }
    }

    /// The way out for letters of this kind.
    pub fn post(&self, kind: LetterKind) -> &Post {
        if kind == LetterKind::Digest { &self.bulk } else { &self.urgent }
    }

    /// The key letters are signed with.
    pub fn dkim(&self) -> Option<&Dkim> {
        self.dkim.as_ref()
    }

    /// Who `community`'s letters come from.
    pub fn sender(&self, community: &CommunityFace) -> Sender {
        let local_part = if community.is_platform() { "maillon".to_owned() } else { community.slug.clone() };
        Sender { name: community.name.clone(), local_part, domain: self.domain.clone() }
    }

    /// Letters under way at once in a lane.
    pub(crate) fn width(&self, lane: Lane) -> usize {
        match lane {
            Lane::Security | Lane::Prompt => self.urgent.connections(),
            Lane::Bulk => self.bulk.connections(),
        }
    }

    /// Says goodbye to the relay.
    pub(crate) async fn close(&self) {
        tokio::join!(self.urgent.close(), self.bulk.close());
    }
}

impl Outside {
    /// Where `community` lives, without a slash at the end.
    pub fn home(&self, community: &CommunityFace) -> String {
        let host = match (&community.primary_host, community.is_platform()) {
            (Some(host), _) => host.clone(),
            (None, true) => self.host.clone(),
            (None, false) => format!("{}.{}", community.slug, self.host),
        };
        self.at(&host)
    }

    /// An address on this host, without a slash at the end.
    pub(crate) fn at(&self, host: &str) -> String {
        match self.port {
            Some(port) => format!("{}://{host}:{port}", self.scheme),
            None => format!("{}://{host}", self.scheme),
        }
    }
}
