//! What a request costs beside what the database alone would cost: always as a ratio within one run, because machines
//! differ and are busy.

pub mod census;
mod client;
mod load;
mod pgbench;

pub use load::Figures;

use crate::{ground::Failure, site::SiteOptions, site::site};
use client::Ask;
use database::Db;
use poem::{
    Server,
    listener::{Acceptor, Listener, TcpListener},
};
use std::time::Duration;

/// Connections at a time, as in the bars of `stack.md`.
const CONNECTIONS: usize = 16;

/// The newest twenty listings with author and place.
const NEWEST: &str = "{ listings(first: 20) { nodes { id title town createdAt direction kind settlements \
                      author { id name town } } pageInfo { endCursor hasNextPage } } }";

/// One line of the table.
#[derive(Debug)]
pub struct Line {
    /// What was asked.
    pub what: &'static str,
    /// How it went.
    pub figures: Figures,
}

/// Measures pgbench, GraphQL and the page one after the other, `lasting` each, on `host`'s community.
pub async fn measure(
    db: &Db,
    options: SiteOptions,
    host: &str,
    session: &str,
    database_url: &str,
    lasting: Duration,
) -> Result<Vec<Line>, Failure> {
    let community = community::by_host(db, host).await?.ok_or("there is no such community")?;
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
    let address = acceptor.local_addr().first().and_then(|local| local.as_socket_addr().copied()).ok_or("no port")?;
    let public = crate::settings::Public { scheme: "http".to_owned(), port: Some(address.port()) };
    let whole = site(db, &SiteOptions { public, ..options });
    let serving = tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(whole).await });
    let host = format!("{host}:{}", address.port());
    let mut lines = vec![Line {
        what: "pgbench, the same statement",
        figures: pgbench::run(database_url, community, CONNECTIONS, lasting)?,
    }];
    for (what, ask) in
        [("GraphQL", Ask::graphql(&host, session, NEWEST)), ("page", Ask::page(&host, session, "/listings"))]
    {
        lines.push(Line { what, figures: load::run(address, &ask, CONNECTIONS, lasting).await? });
    }
    serving.abort();
    Ok(lines)
}
