//! The whole site on a port of its own, for those who measure it.

use crate::{
    ground::Failure,
    guests::Guests,
    identify::Memory,
    metrics::Traffic,
    settings::{Public, Settings},
    site::{SiteOptions, site, turns},
};
use database::{Db, Rates};
use poem::{
    Server,
    listener::{Acceptor, Listener, TcpListener},
};
use std::net::SocketAddr;
use tokio::task::JoinHandle;

/// Serves until it is dropped.
pub(super) struct Door {
    pub(super) address: SocketAddr,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Door {
    /// Opens a port of this machine alone.
    pub(super) async fn open(db: &Db, settings: &Settings) -> Result<Self, Failure> {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
        let address =
            acceptor.local_addr().first().and_then(|local| local.as_socket_addr().copied()).ok_or("no port")?;
        // A few clients ask as fast as they can: what they may ask in a minute is not what is measured.
        let db = db.clone().counting_in(Rates::off());
        let options = SiteOptions {
            public: Public { scheme: "http".to_owned(), port: Some(address.port()) },
            host: settings.host.clone(),
            guests: Guests::default(),
            proxy: None,
            studio: settings.studio()?,
            backdrop: web::tiles::Backdrop::default(),
            streets: places::Streets::default(),
            traffic: Traffic::default(),
            memory: Memory::SERVED,
            at_once: turns::at_once(settings.connections),
            ending: tokio::sync::watch::channel(false).1,
        };
        let whole = site(&db, &options);
        let serving = tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(whole).await });
        Ok(Self { address, serving })
    }

    /// A host as requests name it here.
    pub(super) fn host(&self, host: &str) -> String {
        format!("{host}:{}", self.address.port())
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
