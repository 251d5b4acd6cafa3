//! The house on another clock: what the demo communities are performed on.

use super::Cast;
use crate::ground::{Failure, Ground};
use chrono::Duration;
use database::{Db, Live, Tools};
use kernel::{Assurance, Caller, Clock, CommunityId, FrozenClock, Me, MemberId, SeededEntropy, Timestamp, Who};
use std::sync::Arc;
use uuid::Uuid;

pub(super) struct Stage {
    /// The database, seen at the moment the clock stands at.
    pub(super) db: Db,
    /// The community of the cast.
    pub(super) community: CommunityId,
    /// Today, for counting back.
    pub(super) today: Timestamp,
    clock: FrozenClock,
}

impl Stage {
    pub(super) fn open(ground: &Ground, cast: &Cast) -> Result<Self, Failure> {
        let community = CommunityId(Uuid::new_v5(&Uuid::NAMESPACE_DNS, format!("demo:{}", cast.slug).as_bytes()));
        let today = ground.db.clock().now();
        let clock = FrozenClock::at(today);
        let tools = Tools {
            clock: Arc::new(clock.clone()),
            // Ids, and nothing secret: whoever waits at the door is signed out again.
            entropy: Arc::new(SeededEntropy::new(community.0.as_u64_pair().0)),
            seal: ground.db.seal().clone(),
        };
        let db = Db::open(&ground.addresses, tools, Live::in_process())?;
        Ok(Self { db, community, today, clock })
    }

    /// Moves the clock to `before` before today.
    pub(super) fn stand(&self, before: Duration) {
        self.clock.advance(self.today - before - self.clock.now());
    }

    /// Lets time pass.
    pub(super) fn wait(&self, time: Duration) {
        self.clock.advance(time);
    }

    /// The house itself, in this community.
    pub(super) fn house(&self) -> Caller {
        Caller::house(self.community)
    }

    /// A member, as if they had signed in and shown a second factor.
    pub(super) async fn member(&self, name: &str) -> Result<Caller, Failure> {
        let (house, id) = (self.house(), self.id_of(name).await?);
        let found = membership::recipient::recipient(&self.db, &house, id).await?;
        let found = found.ok_or_else(|| format!("{name} is not here"))?;
        let me = Me { account: found.account, member: found.member, standing: found.standing, role: found.role };
        Ok(Caller::new(self.community, Who::Member(me), found.language).assured(Assurance::SecondFactor))
    }

    /// The id somebody of the cast has; they are known by their address.
    pub(super) async fn id_of(&self, name: &str) -> Result<MemberId, Failure> {
        let address = super::cast::address_of(name)?;
        let found = membership::import::by_keys(&self.db, &self.house(), &[address.as_str()]).await?;
        Ok(found.into_iter().flatten().next().ok_or_else(|| format!("{name} is not here"))?)
    }

    /// A fresh id.
    pub(super) fn id(&self) -> Uuid {
        self.db.entropy().id()
    }

    pub(super) async fn close(self) {
        self.db.close().await;
    }
}
