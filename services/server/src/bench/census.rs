//! A rehearsal over a real web of trust: who comes in, and who is written to, on a clock that can be moved.

pub mod letters;
pub mod newcomer;

pub use letters::Mailing;
pub use newcomer::Newcomer;

use crate::{
    ground::{Failure, Ground},
    settings::Settings,
    sink::Sink,
};
use chrono::Duration;
use database::{Db, Live, Tools};
use kernel::{Caller, CommunityId, EmailAddress, FrozenClock, Me, OsEntropy, Who};
use membership::import::by_keys;
use std::{path::Path, sync::Arc};
use workers::{
    context::{Context, Mail, Outside},
    runner::{Drained, Runner},
};

/// The day of the rehearsal: its clock, its jobs, and the letters that were caught.
pub struct Day {
    db: Db,
    community: CommunityId,
    host: String,
    clock: FrozenClock,
    sink: Sink,
    runner: Runner,
}

impl Day {
    /// Begins now.
    pub async fn open(ground: &Ground, settings: &Settings, community: CommunityId) -> Result<Self, Failure> {
        let clock = FrozenClock::at(ground.db.clock().now());
        let tools =
            Tools { clock: Arc::new(clock.clone()), entropy: Arc::new(OsEntropy), seal: ground.db.seal().clone() };
        let db = Db::open(&ground.addresses, tools, Live::in_process())?;
        let sink = Sink::start("127.0.0.1:0").await?;
        let public = settings.public();
        let runner = Runner::new(Context::new(
            db.clone(),
            Mail::new(settings.mail_domain(), sink.url().parse()?, None),
            Outside { scheme: public.scheme, port: public.port, host: settings.host.to_string() },
        ));
        let host = format!("{}.{}", newcomer::SLUG, settings.host);
        Ok(Self { db, community, host, clock, sink, runner })
    }

    /// Closes the connections.
    pub async fn close(self) {
        self.db.close().await;
    }

    fn house(&self) -> Caller {
        Caller::house(self.community)
    }

    fn pass(&self, time: Duration) {
        self.clock.advance(time);
    }

    /// Does every job that is due.
    async fn work(&self) -> Result<Drained, Failure> {
        Ok(self.runner.drain().await.map_err(|trouble| trouble.to_string())?)
    }

    /// A member who was brought in, as if they had signed in.
    async fn member(&self, address: &EmailAddress) -> Result<Caller, Failure> {
        let known = by_keys(&self.db, &self.house(), &[address.as_str()]).await?;
        let id = known.into_iter().flatten().next().ok_or_else(|| format!("{address} is not here"))?;
        let found = membership::recipient::recipient(&self.db, &self.house(), id).await?;
        let found = found.ok_or_else(|| format!("{address} is not here"))?;
        let me = Me { account: found.account, member: found.member, standing: found.standing, role: found.role };
        Ok(Caller::new(self.community, Who::Member(me), found.language))
    }
}

/// Every `step`th address of a members' file.
fn some_of(members: &Path, step: usize) -> Result<Vec<EmailAddress>, Failure> {
    let mut reader = csv::Reader::from_path(members)?;
    let mut some = Vec::new();
    for row in reader.records().skip(step / 2).step_by(step) {
        some.push(row?.get(0).unwrap_or_default().parse()?);
    }
    Ok(some)
}
