//! What can be set, each by a flag and by an environment variable. Secrets show as `***` wherever they are printed.

mod secret;

pub use secret::Secret;

use crate::ground::Failure;
use clap::Args;
use community::HostName;
use geocoder::{Dialect, Remote};
use pictures::{Remote as Store, Shelf, Studio, Workshop};
use places::Streets;
use std::{net::IpAddr, path::PathBuf, sync::Arc};
use web::tiles::{Backdrop, Tiles};
use workers::mail::dkim::Dkim;

/// Every setting of every command.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// `PostgreSQL`, as the owner of the database, for `migrate`; `serve` and `work` refuse it. A private one under the data folder
    /// when neither this nor the two working addresses are set.
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<Secret>,
    /// `PostgreSQL`, as `maillon_app`: requests and jobs.
    #[arg(long, env = "MAILLON_APP_URL", global = true, hide_env_values = true, requires = "platform_url")]
    pub app_url: Option<Secret>,
    /// `PostgreSQL`, as `maillon_platform`: the queue and the operator's figures.
    #[arg(long, env = "MAILLON_PLATFORM_URL", global = true, hide_env_values = true, requires = "app_url")]
    pub platform_url: Option<Secret>,
    /// `PostgreSQL`, as `maillon_backup`, for `backup`: sees every row and writes none. Made of the owner's address where that is set.
    #[arg(long, env = "MAILLON_BACKUP_URL", global = true, hide_env_values = true)]
    pub backup_url: Option<Secret>,
    /// Password that `migrate` gives the two working roles (letters, digits, - and _); not needed on the private socket.
    #[arg(long, env = "MAILLON_APP_PASSWORD", global = true, hide_env_values = true)]
    pub app_password: Option<Secret>,
    /// Redis; a private one when it is installed, else the process goes on alone.
    #[arg(long, env = "REDIS_URL", global = true, hide_env_values = true)]
    pub redis_url: Option<Secret>,
    /// The mail relay, `smtp://` or `smtps://`; `run` brings an inbox of its own when absent.
    #[arg(long, env = "SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<Secret>,
    /// 64 hexadecimal digits that seal links; kept in the data folder when absent and the database is private.
    #[arg(long, env = "MAILLON_SECRET", global = true, hide_env_values = true)]
    pub secret: Option<Secret>,
    /// A file with these digits, which nobody else may read.
    #[arg(long, env = "MAILLON_SECRET_FILE", global = true, conflicts_with = "secret")]
    pub secret_file: Option<PathBuf>,
    /// The address to listen on.
    #[arg(long, env = "MAILLON_BIND", global = true, default_value = "127.0.0.1")]
    pub bind: IpAddr,
    /// The port to listen on.
    #[arg(long, env = "MAILLON_PORT", global = true, default_value_t = 8080)]
    pub port: u16,
    /// The port of the inbox page that `run` brings.
    #[arg(long, env = "MAILLON_INBOX_PORT", global = true, default_value_t = 8025)]
    pub inbox_port: u16,
    /// The port for Prometheus (`GET /metrics`), on this machine only; none when absent.
    #[arg(long, env = "MAILLON_METRICS_PORT", global = true)]
    pub metrics_port: Option<u16>,
    /// How log lines are written on standard error: `text`, or `json` for machines.
    #[arg(long, env = "MAILLON_LOG_FORMAT", global = true, value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// Where everything private to this copy is kept.
    #[arg(long, env = "MAILLON_DATA", global = true, default_value = ".data")]
    pub data: PathBuf,
    /// Where pictures are kept, or wait until they were looked at: a folder; `media` in the data folder when absent.
    #[arg(long, env = "MAILLON_MEDIA", global = true)]
    pub media: Option<PathBuf>,
    /// A store that speaks S3, where pictures are kept in the folder's place: its address, like `https://s3.example.org`.
    #[arg(long, env = "MAILLON_S3_ENDPOINT", global = true, requires_all = ["s3_bucket", "s3_key", "s3_secret"])]
    pub s3_endpoint: Option<String>,
    /// The bucket in that store.
    #[arg(long, env = "MAILLON_S3_BUCKET", global = true)]
    pub s3_bucket: Option<String>,
    /// Its region.
    #[arg(long, env = "MAILLON_S3_REGION", global = true, default_value = "us-east-1")]
    pub s3_region: String,
    /// The name of the key.
    #[arg(long, env = "MAILLON_S3_KEY", global = true)]
    pub s3_key: Option<String>,
    /// The key.
    #[arg(long, env = "MAILLON_S3_SECRET", global = true, hide_env_values = true)]
    pub s3_secret: Option<Secret>,
    /// The platform's own host; a community's is `<slug>.` before it.
    #[arg(long, env = "MAILLON_HOST", global = true, default_value = "localhost")]
    pub host: HostName,
    /// The domain that letters come from; the platform's own host when absent.
    #[arg(long, env = "MAILLON_MAIL_DOMAIN", global = true)]
    pub mail_domain: Option<String>,
    /// The file of the private key that signs letters (PKCS #8, PEM); unsigned when absent.
    #[arg(long, env = "MAILLON_DKIM_KEY", global = true)]
    pub dkim_key: Option<PathBuf>,
    /// The name under which the key is published: `<selector>._domainkey.<mail domain>`.
    #[arg(long, env = "MAILLON_DKIM_SELECTOR", global = true, default_value = "maillon")]
    pub dkim_selector: String,
    /// What people type before the host and after it, when a proxy stands in front: `https` or `https:8443`.
    #[arg(long, env = "MAILLON_PUBLIC", global = true)]
    pub public: Option<Public>,
    /// The only neighbour whose word about a client's address is taken (the proxy).
    #[arg(long, env = "MAILLON_PROXY", global = true)]
    pub proxy: Option<IpAddr>,
    /// Whose pictures the map of listings shows, like `https://tiles.example/{z}/{x}/{y}.png`: browsers of members then ask that host,
    /// which learns where they look. Nobody is asked when absent.
    #[arg(long, env = "MAILLON_MAP_TILES", global = true, requires = "map_credit")]
    pub map_tiles: Option<String>,
    /// What the owner of these pictures wants to read beside them.
    #[arg(long, env = "MAILLON_MAP_CREDIT", global = true)]
    pub map_credit: Option<String>,
    /// How a geocoder outside is spoken to that knows streets: `ban` or `photon`. Then members may name the street of their home and work,
    /// and that host learns what they type. Nobody is asked when absent.
    #[arg(long, env = "MAILLON_GEOCODER", global = true, requires = "geocoder_url")]
    pub geocoder: Option<Dialect>,
    /// Its address, like `https://geocoder.example/search`.
    #[arg(long, env = "MAILLON_GEOCODER_URL", global = true, hide_env_values = true)]
    pub geocoder_url: Option<String>,
    /// Connections to the database at the most, for requests and jobs.
    #[arg(long, env = "MAILLON_CONNECTIONS", global = true, default_value_t = 20)]
    pub connections: u32,
}

/// How log lines are written.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For eyes.
    Text,
    /// One JSON object a line.
    Json,
}

/// How the installation is reached from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// `http` or `https`.
    pub scheme: String,
    /// The port, unless it is the scheme's usual one.
    pub port: Option<u16>,
}

/// The text is no scheme with or without a port.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("write http, https, or one of them with a port, like https:8443")]
pub struct NotPublic;

impl std::str::FromStr for Public {
    type Err = NotPublic;

    fn from_str(text: &str) -> Result<Self, NotPublic> {
        let (scheme, port) = match text.split_once(':') {
            Some((scheme, port)) => (scheme, Some(port.parse().map_err(|_| NotPublic)?)),
            None => (text, None),
        };
        if !["http", "https"].contains(&scheme) {
            return Err(NotPublic);
        }
        let usual = if scheme == "https" { 443 } else { 80 };
        Ok(Self { scheme: scheme.to_owned(), port: port.filter(|port| *port != usual) })
    }
}

impl Settings {
    /// How the installation is reached: as said, else straight on the port it listens on.
    pub fn public(&self) -> Public {
        let direct = || Public { scheme: "http".to_owned(), port: Some(self.port).filter(|port| *port != 80) };
        self.public.clone().unwrap_or_else(direct)
    }
}

impl Settings {
    /// The file that holds the sealing key, unless it was handed in itself.
    pub fn key_file(&self) -> Option<PathBuf> {
        let own = || (self.secret.is_none() && self.has_private_database()).then(|| self.data.join("secret"));
        self.secret_file.clone().or_else(own)
    }

    /// Whether the database is this copy's own, under the data folder.
    pub fn has_private_database(&self) -> bool {
        self.database_url.is_none() && self.app_url.is_none()
    }

    /// Whether nothing of it can be seen or felt by anybody but the person at this machine: only then may people be tried on
    /// without a letter, and made-up communities be written unasked.
    pub fn is_a_trial(&self) -> bool {
        self.bind.is_loopback() && self.has_private_database() && self.smtp_url.is_none() && self.public.is_none()
    }
}

impl Settings {
    /// The folder in which the ends of journals are kept.
    pub fn anchors(&self) -> PathBuf {
        self.data.join("anchors")
    }

    /// Where pictures are kept.
    ///
    /// # Errors
    /// Where the store's settings cannot be right.
    pub fn shelf(&self) -> Result<Shelf, Failure> {
        let folder = self.media.clone().unwrap_or_else(|| self.data.join("media"));
        // A folder that is named from here would be another for whoever is started elsewhere.
        let folder = std::path::absolute(folder)?;
        let (Some(endpoint), Some(bucket), Some(key), Some(secret)) =
            (&self.s3_endpoint, &self.s3_bucket, &self.s3_key, &self.s3_secret)
        else {
            return Ok(Shelf::on_disk(folder));
        };
        let at = Store {
            endpoint: endpoint.clone(),
            bucket: bucket.clone(),
            region: self.s3_region.clone(),
            key: key.clone(),
            secret: secret.reveal().to_owned(),
        };
        Ok(Shelf::remote(folder, &at)?)
    }

    /// What takes pictures in: children of this very program.
    ///
    /// # Errors
    /// As [`Settings::shelf`]; where the program does not know where it lies.
    pub fn studio(&self) -> Result<Studio, Failure> {
        Ok(Studio { workshop: Workshop::of(std::env::current_exe()?), shelf: self.shelf()? })
    }

    /// The domain that letters come from.
    pub fn mail_domain(&self) -> &str {
        self.mail_domain.as_deref().unwrap_or(self.host.as_str())
    }

    /// Whose pictures the map shows, if any.
    pub fn backdrop(&self) -> Result<Backdrop, Failure> {
        let Some(address) = &self.map_tiles else { return Ok(Backdrop::default()) };
        let tiles = Tiles::new(address, self.map_credit.as_deref().unwrap_or_default());
        Ok(Backdrop(Some(tiles.map_err(|error| format!("MAILLON_MAP_TILES: {error}"))?)))
    }

    /// The geocoder outside, if one was named.
    ///
    /// # Errors
    /// Where its address cannot be right.
    pub fn geocoder(&self) -> Result<Option<Remote>, Failure> {
        let Some(dialect) = self.geocoder else { return Ok(None) };
        let remote = Remote::new(dialect, self.geocoder_url.as_deref().unwrap_or_default());
        Ok(Some(remote.map_err(|error| format!("MAILLON_GEOCODER_URL: {error}"))?))
    }

    /// Where streets are looked up that members type: nowhere, unless a geocoder was named.
    ///
    /// # Errors
    /// As [`Settings::geocoder`].
    pub fn streets(&self) -> Result<Streets, Failure> {
        Ok(self.geocoder()?.map_or_else(Streets::default, |remote| Streets::asked_of(Arc::new(remote))))
    }

    /// The key that signs letters, if there is one.
    pub fn dkim(&self) -> Result<Option<Dkim>, Failure> {
        let Some(path) = &self.dkim_key else { return Ok(None) };
        let key = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Some(Dkim::new(&self.dkim_selector, self.mail_domain(), &key)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_address_leaves_out_the_usual_port() {
        assert_eq!("https".parse::<Public>().unwrap(), Public { scheme: "https".into(), port: None });
        assert_eq!("https:443".parse::<Public>().unwrap().port, None);
        assert_eq!("http:8443".parse::<Public>().unwrap().port, Some(8443));
        for bad in ["", "ftp", "https:", "https:x", "https:99999"] {
            assert!(bad.parse::<Public>().is_err(), "{bad}");
        }
    }
}
