//! What a request costs beside what the database alone would cost: always as a ratio within one run, because machines
//! differ and are busy.

pub mod census;
mod client;
mod load;
pub mod people;
mod pgbench;
pub mod psql;
pub mod trust;

pub use load::Figures;

use crate::{
    ground::{Failure, Ground},
    site::{SiteOptions, site},
};
use client::{Ask, Line};
use database::Rates;
use kernel::CommunityId;
use poem::{
    Server,
    listener::{Acceptor, Listener, TcpListener},
};
use std::{net::SocketAddr, time::Duration};
use tokio::task::JoinHandle;

/// Connections at a time, as in the bars of `stack.md`.
const CONNECTIONS: usize = 16;

/// The newest twenty listings with author and place.
const NEWEST: &str = "{ listings(first: 20) { nodes { id title town createdAt direction kind settlements \
                      author { id name town } } pageInfo { endCursor hasNextPage } } }";

/// Requests over which statements are counted.
const COUNTED: u32 = 100;

/// The site, served on a port of its own to somebody who has signed in.
pub struct Served<'a> {
    ground: &'a Ground,
    community: CommunityId,
    address: SocketAddr,
    graphql: Ask,
    page: Ask,
    serving: JoinHandle<std::io::Result<()>>,
}

/// What was measured, each for the same time, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reads {
    /// The same statement by pgbench.
    pub pgbench: Figures,
    /// The newest listings by GraphQL.
    pub graphql: Figures,
    /// The page of the newest listings.
    pub page: Figures,
    /// Statements of one GraphQL read, those that begin and end its transactions included.
    pub statements: f64,
}

impl<'a> Served<'a> {
    /// Serves `host` to the owner of `session`.
    pub async fn open(ground: &'a Ground, options: SiteOptions, host: &str, session: &str) -> Result<Self, Failure> {
        let community = community::by_host(&ground.db, host).await?.ok_or("there is no such community")?;
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
        let address =
            acceptor.local_addr().first().and_then(|local| local.as_socket_addr().copied()).ok_or("no port")?;
        let public = crate::settings::Public { scheme: "http".to_owned(), port: Some(address.port()) };
        // One client asks as fast as it can: what it may ask in a minute is not what is measured.
        let db = ground.db.clone().counting_in(Rates::off());
        let whole = site(&db, &SiteOptions { public, ..options });
        let serving = tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(whole).await });
        let host = format!("{host}:{}", address.port());
        let (graphql, page) = (Ask::graphql(&host, session, NEWEST), Ask::page(&host, session, "/listings"));
        Ok(Self { ground, community, address, graphql, page, serving })
    }

    /// Measures, `lasting` each.
    pub async fn measure(&self, lasting: Duration) -> Result<Reads, Failure> {
        let pgbench = pgbench::run(&self.ground.addresses.app_url, self.community, CONNECTIONS, lasting)?;
        let graphql = load::run(self.address, &self.graphql, CONNECTIONS, lasting).await?;
        let page = load::run(self.address, &self.page, CONNECTIONS, lasting).await?;
        Ok(Reads { pgbench, graphql, page, statements: self.statements().await? })
    }

    async fn statements(&self) -> Result<f64, Failure> {
        let mut line = Line::open(self.address).await?;
        let before = psql::statements(self.ground.owner()?)?;
        for _ in 0..COUNTED {
            line.ask(&self.graphql).await?;
        }
        let after = psql::statements(self.ground.owner()?)?;
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        Ok((after - before) as f64 / f64::from(COUNTED))
    }
}

impl Drop for Served<'_> {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
