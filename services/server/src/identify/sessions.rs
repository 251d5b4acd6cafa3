//! Whom a session belongs to, remembered for less than a second, for requests that only read.
//!
//! Whatever writes asks the database: every method but `GET` and `HEAD` here, and a mutation in the GraphQL door
//! ([`Presented::for_a_write`]). With a session that was revoked one can therefore go on *reading* until the memory is over
//! (bar A6), and write nothing. After a write its own session is forgotten, so that the page it leads to shows what was done.

use super::moment::Moment;
use database::Db;
use kernel::{CommunityId, Language};
use membership::{
    MembershipError,
    session::{self, Known, Presented},
};
use poem::{Request, http::Method};
use std::time::{Duration, Instant};

/// Where operations are posted: reads and writes, which only the door can tell apart.
const GRAPHQL: &str = "/graphql";

/// The sessions seen lately.
pub(super) struct Sessions(Moment<(CommunityId, String), Known>);

/// A session that a request came with.
pub(super) struct Visiting {
    community: CommunityId,
    presented: Presented,
    writes: bool,
}

impl Sessions {
    /// Sessions are asked for again after `last`; never remembered when it is zero.
    pub(super) fn new(last: Duration) -> Self {
        Self(Moment::new(last))
    }

    /// Who the session of `request` belongs to, if it is good.
    pub(super) async fn of(
        &self,
        db: &Db,
        request: &Request,
        community: CommunityId,
        hint: Language,
    ) -> Result<Option<(Known, Visiting)>, MembershipError> {
        let Some(token) = web::cookies::read(request, web::cookies::SESSION) else { return Ok(None) };
        let (asked, key, writes) = (Instant::now(), (community, token), surely_writes(request));
        let remembered = if writes { None } else { self.0.at(asked, &key) };
        let from_memory = remembered.is_some();
        let known = match remembered {
            Some(known) => Some(known),
            None => session::identify(db, community, &key.1, hint).await?,
        };
        let Some(known) = known else { return Ok(None) };
        let presented = Presented::new(key.1.clone(), from_memory);
        if !writes && !from_memory {
            self.0.keep(asked, key, known.clone());
        }
        Ok(Some((known, Visiting { community, presented, writes })))
    }

    /// Forgets the session of a request that wrote.
    pub(super) fn after(&self, visiting: Visiting) {
        if visiting.writes || visiting.presented.wrote() {
            self.0.forget(&(visiting.community, visiting.presented.into_token()));
        }
    }
}

impl Visiting {
    /// For the doors that find out later what a request does.
    pub(super) fn presented(&self) -> Presented {
        self.presented.clone()
    }
}

fn surely_writes(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    !reads && request.uri().path() != GRAPHQL
}
