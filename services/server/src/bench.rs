//! What a request costs beside what the database alone would cost: always as a ratio within one run, because machines
//! differ and are busy.

pub mod census;
mod client;
pub mod crowd;
mod door;
pub mod listeners;
pub mod listings;
mod load;
pub mod many;
pub mod matching;
mod paced;
pub mod people;
mod pgbench;
pub mod psql;
pub mod sockets;
pub mod trust;

pub use load::Figures;

use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use client::{Ask, Line};
use door::Door;
use kernel::CommunityId;
use serde_json::Value;
use std::time::Duration;

/// Connections at a time, as in the bars of `stack.md`.
const CONNECTIONS: usize = 16;

/// The newest twenty listings with author and place.
const NEWEST: &str = "{ listings(first: 20) { nodes { id title town createdAt direction kind settlements \
                      author { id name town } } pageInfo { endCursor hasNextPage } } }";

/// Requests over which statements are counted.
const COUNTED: u32 = 100;

/// The site, served to somebody who has signed in.
pub struct Served<'a> {
    ground: &'a Ground,
    community: CommunityId,
    door: Door,
    graphql: Ask,
    page: Ask,
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
    pub async fn open(ground: &'a Ground, settings: &Settings, host: &str, session: &str) -> Result<Self, Failure> {
        let community = community::by_host(&ground.db, host).await?.ok_or("there is no such community")?;
        let door = Door::open(&ground.db, settings).await?;
        let host = door.host(host);
        let (graphql, page) =
            (Ask::graphql(&host, session, NEWEST, &Value::Null), Ask::page(&host, session, "/listings"));
        Ok(Self { ground, community, door, graphql, page })
    }

    /// Measures, `lasting` each.
    pub async fn measure(&self, lasting: Duration) -> Result<Reads, Failure> {
        let pgbench = pgbench::run(&self.ground.addresses.app_url, self.community, CONNECTIONS, lasting)?;
        let graphql = load::run(self.door.address, &self.graphql, CONNECTIONS, lasting).await?;
        let page = load::run(self.door.address, &self.page, CONNECTIONS, lasting).await?;
        Ok(Reads { pgbench, graphql, page, statements: self.statements().await? })
    }

    async fn statements(&self) -> Result<f64, Failure> {
        let mut line = Line::open(self.door.address).await?;
        let before = psql::statements(self.ground.owner()?)?;
        for _ in 0..COUNTED {
            line.ask(&self.graphql).await?;
        }
        let after = psql::statements(self.ground.owner()?)?;
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        Ok((after - before) as f64 / f64::from(COUNTED))
    }
}
