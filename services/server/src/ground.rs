//! What every command stands on: the database with its tools, and the private servers if there are any.

use crate::{
    embedded::{Durability, Servers},
    settings::Settings,
};
use community::{HostName, platform::Platform};
use database::{Db, DbSettings, Live, Rates, Tools};
use kernel::{Caller, CommunityId, Entropy, OsEntropy, Seal, SystemClock};
use std::{io::Write, os::unix::fs::OpenOptionsExt, path::Path, sync::Arc};

/// A command failed; the text is for whoever typed it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The opened database and where it came from.
pub struct Ground {
    /// The database as the restricted roles see it.
    pub db: Db,
    /// The owner's address, where it was given: migrations only.
    pub owner_url: Option<String>,
    /// The addresses of the two working roles.
    pub addresses: DbSettings,
    servers: Option<Servers>,
}

impl Ground {
    /// Connects to what is named in the settings, or to private servers under the data folder.
    pub async fn prepare(settings: &Settings) -> Result<Self, Failure> {
        let servers = private_servers(settings).await?;
        let owner_url = match (&settings.database_url, &servers) {
            (Some(url), _) => Some(url.reveal().to_owned()),
            (None, Some(servers)) => Some(servers.postgres.url("postgres", "maillon")),
            (None, None) => None,
        };
        let redis = settings.redis_url.as_ref().map(|url| url.reveal().to_owned());
        let redis = redis.or_else(|| servers.as_ref()?.redis.as_ref().map(crate::embedded::Redis::url));
        let tools = Tools {
            clock: Arc::new(SystemClock),
            entropy: Arc::new(OsEntropy),
            seal: Seal::new(sealing_key(settings, servers.is_some())?),
        };
        let addresses = addresses(owner_url.as_deref(), settings)?;
        let db = Db::open(&addresses, tools, live(redis.as_deref())?)?.counting_in(rates(redis.as_deref())?);
        Ok(Self { db, owner_url, addresses, servers })
    }

    /// Brings the schema up to date, and the roles' password where one is set.
    pub async fn migrate(&self, settings: &Settings) -> Result<(), Failure> {
        let owner = self.owner()?;
        database::migrate::migrate(owner).await?;
        if let Some(password) = &settings.app_password {
            database::migrate::set_role_passwords(owner, password.reveal()).await?;
        }
        Ok(())
    }

    /// The owner's address.
    ///
    /// # Errors
    /// Where it was not given.
    pub fn owner(&self) -> Result<&str, Failure> {
        let owner = self.owner_url.as_deref();
        owner.ok_or_else(|| "DATABASE_URL is not set: this is done by the owner of the database only".into())
    }

    /// The address of the role that backs up: as set, else the owner's with that role in the owner's place.
    ///
    /// # Errors
    /// Where neither was given.
    pub fn backup_url(&self, settings: &Settings) -> Result<String, Failure> {
        if let Some(url) = &settings.backup_url {
            return Ok(url.reveal().to_owned());
        }
        let owner = self.owner_url.as_deref().ok_or("MAILLON_BACKUP_URL is not set")?;
        let mut url = url::Url::parse(owner).map_err(|_| "DATABASE_URL is no address")?;
        url.set_username("maillon_backup").map_err(|()| "DATABASE_URL names no host")?;
        Ok(url.into())
    }

    /// Like [`Ground::migrate`] where the owner's address is at hand; elsewhere the schema is left as `maillon migrate` made it.
    pub async fn keep_up(&self, settings: &Settings) -> Result<(), Failure> {
        if self.owner_url.is_some() { self.migrate(settings).await } else { Ok(()) }
    }

    /// Writes the installation's own tenant, if it is missing.
    pub async fn open_platform(&self, settings: &Settings) -> Result<(), Failure> {
        open_platform(&self.db, &settings.host).await
    }

    /// Closes the connections and, if nobody else uses them, the private servers.
    pub async fn leave(self) -> Result<(), Failure> {
        self.db.close().await;
        if let Some(servers) = self.servers {
            tokio::task::spawn_blocking(move || servers.leave()).await??;
        }
        Ok(())
    }
}

/// The installation is a tenant too: without its row nobody could sign in on its host.
pub async fn open_platform(db: &Db, host: &HostName) -> Result<(), Failure> {
    let platform = Platform {
        name: "Maillon".to_owned(),
        organisation: String::new(),
        postal_address: String::new(),
        contact_email: String::new(),
        hosts: vec![host.clone()],
    };
    Ok(community::platform::ensure(db, &Caller::house(CommunityId::PLATFORM), &platform).await?)
}

async fn private_servers(settings: &Settings) -> Result<Option<Servers>, Failure> {
    if !settings.has_private_database() {
        return Ok(None);
    }
    let home = settings.data.clone();
    let servers = tokio::task::spawn_blocking(move || {
        let servers = Servers::enter(&home, Durability::Kept)?;
        servers.postgres.ensure_database("maillon")?;
        Ok::<_, crate::embedded::EmbeddedError>(servers)
    });
    Ok(Some(servers.await??))
}

/// The working roles' addresses: as set, else the owner's with the two roles in the owner's place. Requests never hold the
/// owner's rights.
fn addresses(owner_url: Option<&str>, settings: &Settings) -> Result<DbSettings, Failure> {
    if let (Some(app), Some(platform)) = (&settings.app_url, &settings.platform_url) {
        return Ok(DbSettings {
            app_url: app.reveal().to_owned(),
            platform_url: platform.reveal().to_owned(),
            max_connections: settings.connections,
        });
    }
    let owner_url = owner_url.ok_or("no database: set MAILLON_APP_URL and MAILLON_PLATFORM_URL")?;
    let as_role = |role: &str| -> Result<String, Failure> {
        let mut url = url::Url::parse(owner_url).map_err(|_| "DATABASE_URL is no address")?;
        let password = settings.app_password.as_ref().map(crate::settings::Secret::reveal);
        url.set_username(role).and_then(|()| url.set_password(password)).map_err(|()| "DATABASE_URL names no host")?;
        Ok(url.into())
    };
    Ok(DbSettings {
        app_url: as_role("maillon_app")?,
        platform_url: as_role("maillon_platform")?,
        max_connections: settings.connections,
    })
}

fn live(redis: Option<&str>) -> Result<Live, Failure> {
    Ok(match redis {
        Some(url) => Live::through_redis(redis::Client::open(url)?, OsEntropy.id()),
        None => Live::in_process(),
    })
}

fn rates(redis: Option<&str>) -> Result<Rates, Failure> {
    Ok(match redis {
        Some(url) => Rates::through_redis(redis::Client::open(url)?),
        None => Rates::in_process(),
    })
}

/// The key that seals links: as set, else a file that only we may read, made at the first start of a private copy.
fn sealing_key(settings: &Settings, private: bool) -> Result<[u8; 32], Failure> {
    if let Some(secret) = &settings.secret {
        return from_hex(secret.reveal()).ok_or_else(|| "MAILLON_SECRET must be 64 hexadecimal digits".into());
    }
    if let Some(path) = &settings.secret_file {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        return from_hex(text.trim())
            .ok_or_else(|| format!("{} must hold 64 hexadecimal digits", path.display()).into());
    }
    if !private {
        return Err("neither MAILLON_SECRET_FILE nor MAILLON_SECRET is set; make one with: openssl rand -hex 32".into());
    }
    let path = settings.data.join("secret");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return from_hex(text.trim()).ok_or_else(|| format!("{} is damaged", path.display()).into());
    }
    let mut key = [0; 32];
    OsEntropy.fill(&mut key);
    write_private(&path, &to_hex(&key))?;
    Ok(key)
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
    let bytes: Vec<u8> = digits?.chunks_exact(2).filter_map(|pair| Some(pair.first()? << 4 | pair.last()?)).collect();
    (text.len() == 64).then_some(())?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_way_through_the_file() {
        let mut key = [0; 32];
        key[0] = 0xfe;
        key[31] = 7;
        assert_eq!(from_hex(&to_hex(&key)), Some(key));
        for bad in ["", "zz", &"0".repeat(63), &"0".repeat(65), &"é".repeat(32)] {
            assert_eq!(from_hex(bad), None, "{bad}");
        }
    }
}
