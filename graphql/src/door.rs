//! The door as the server mounts it.

use crate::{
    http::Http,
    loaders,
    schema::{self, Schema},
    visit::{Base, Visit},
    ws::{Patience, Socket, Sockets, Watch},
};
use async_graphql::Request as Operation;
use community::{HostName, Outside};
use database::Db;
use poem::{EndpointExt as _, Response, endpoint::BoxEndpoint};
use std::sync::Arc;
use tokio::sync::watch;

/// What the server knows and this door must be told.
#[derive(Debug, Clone)]
pub struct DoorSettings {
    /// `http` or `https`: how people reach the site, whatever a proxy speaks to us.
    pub scheme: String,
    /// The cookie of the session; the server reads it, this door gives and takes it.
    pub session_cookie: String,
    /// The cookie that binds a sign-in letter to the one who asked.
    pub browser_cookie: String,
    /// The long-lived cookie that shows who has signed in with a browser before.
    pub device_cookie: String,
    /// The installation's own domain: communities live below it.
    pub base_host: HostName,
    /// The port people type, unless it is the scheme's usual one.
    pub port: Option<u16>,
    /// Where streets are looked up that members type.
    pub streets: places::Streets,
    /// Turns true when the process is about to end: sockets say goodbye then. Where nobody is left to say so, it never does.
    pub ending: watch::Receiver<bool>,
}

/// The schema with everything it needs; cheap to clone.
#[derive(Clone)]
pub struct Door {
    pub(crate) schema: Schema,
    pub(crate) db: Db,
    pub(crate) settings: Arc<DoorSettings>,
    pub(crate) sockets: Sockets,
    pub(crate) watch: Watch,
    pub(crate) patience: Patience,
}

impl Door {
    /// Builds the schema once.
    pub fn new(db: Db, settings: DoorSettings) -> Self {
        let host = settings.base_host.clone();
        let site = Outside { scheme: settings.scheme.clone(), port: settings.port, host: host.to_string() };
        let schema = schema::build(db.clone(), Base { host, site, streets: settings.streets.clone() });
        let (sockets, watch, patience) = (Sockets::default(), Watch::default(), Patience::default());
        Self { schema, db, settings: Arc::new(settings), sockets, watch, patience }
    }

    /// The endpoint of `/graphql`: queries and mutations. It looks at origins itself. Boxed, so that the resolvers are compiled
    /// here and not again in every binary that serves them.
    pub fn http(&self) -> BoxEndpoint<'static, Response> {
        Http(self.clone()).boxed()
    }

    /// The endpoint of `/graphql/ws`: subscriptions. Boxed for the same reason.
    pub fn socket(&self) -> BoxEndpoint<'static, Response> {
        Socket(self.clone()).boxed()
    }

    /// Hands an admitted operation its visitor and loaders.
    pub(crate) fn prepare(&self, operation: Operation, visit: Arc<Visit>) -> Operation {
        let loader = loaders::for_one_operation(self.db.clone(), visit.caller.clone());
        operation.data(loader).data(visit)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use database::{DbSettings, Live, Tools};
    use kernel::{CommunityId, Seal, SeededEntropy, SystemClock};

    /// Some community.
    pub(crate) const COMMUNITY: CommunityId = CommunityId(uuid::Uuid::from_u128(7));

    /// A door to a database that is not there: whatever reaches it fails.
    pub(crate) fn door() -> Door {
        let nowhere = "postgres://nobody@127.0.0.1:1/nowhere";
        let settings = DbSettings { app_url: nowhere.into(), platform_url: nowhere.into(), max_connections: 1 };
        let tools =
            Tools { clock: Arc::new(SystemClock), entropy: Arc::new(SeededEntropy::new(1)), seal: Seal::new([1; 32]) };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        let settings = DoorSettings {
            scheme: "https".into(),
            session_cookie: "__Host-maillon".into(),
            browser_cookie: "__Host-browser".into(),
            device_cookie: "__Host-device".into(),
            base_host: HostName::from_header("maillon.test").unwrap(),
            port: None,
            streets: places::Streets::default(),
            ending: watch::channel(false).1,
        };
        Door::new(db, settings)
    }
}
