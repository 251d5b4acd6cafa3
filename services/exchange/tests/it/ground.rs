//! Communities with members, put straight into a fresh database: what these tests stand on, not what they are about.

use database::{Db, DbSettings, Live, Tools};
use kernel::{
    AccountId, Assurance, Caller, CommunityId, FrozenClock, Language, Me, MemberId, Role, Seal, SeededEntropy,
    Standing, Timestamp, Who,
};
use kit::Scratch;
use std::sync::Arc;
use uuid::Uuid;

/// A fresh database and a clock that stands still.
pub struct Ground {
    pub db: Db,
    pub clock: FrozenClock,
    pub scratch: Scratch,
}

impl Ground {
    pub async fn open() -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at("2026-03-03T09:00:00Z".parse().unwrap());
        let settings = DbSettings {
            app_url: scratch.url("maillon_app"),
            platform_url: scratch.url("maillon_platform"),
            max_connections: 8,
        };
        let tools = Tools {
            clock: Arc::new(clock.clone()),
            entropy: Arc::new(SeededEntropy::new(1)),
            seal: Seal::new([7; 32]),
        };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        Self { db, clock, scratch }
    }

    pub fn now(&self) -> Timestamp {
        kernel::Clock::now(&self.clock)
    }

    pub fn id(&self) -> Uuid {
        self.db.entropy().id()
    }

    /// A community that allows gifts and swaps, with two categories and listings of 60 days.
    pub async fn community(&self, slug: &str) -> CommunityId {
        let id = self.id();
        sqlx::query(
            "insert into community (id, kind, slug, name, preset, languages, timezone, brand_primary, brand_accent, policy,
                 categories, created_at)
             values ($1, 'community', $2, $2, 'confiance', '{fr,en}', 'Europe/Paris', '#1f5c47', '#c9622f',
                 '{\"settlements\": [\"gift\", \"barter\"]}', '{Bricolage,Trajets}', $3)",
        )
        .bind(id)
        .bind(slug)
        .bind(self.now())
        .execute(&mut self.scratch.owner().await)
        .await
        .unwrap();
        CommunityId(id)
    }

    /// A full member, as the one who asks.
    pub async fn member(&self, community: CommunityId, name: &str) -> Caller {
        self.somebody(community, name, Role::None).await
    }

    pub async fn steward(&self, community: CommunityId, name: &str) -> Caller {
        self.somebody(community, name, Role::Steward).await
    }

    async fn somebody(&self, community: CommunityId, name: &str, role: Role) -> Caller {
        let (account, member) = (self.id(), self.id());
        let mut owner = self.scratch.owner().await;
        sqlx::query(
            "insert into account (id, email, language, created_at) values ($1, $1::text || '@example.test', 'fr', $2)",
        )
        .bind(account)
        .bind(self.now())
        .execute(&mut owner)
        .await
        .unwrap();
        sqlx::query(
            "insert into member (community_id, id, account_id, number, name, town, standing, role, language, timezone, applied_at,
                 joined_at)
             select $1, $2, $3, count(*), $4, 'Corbigny', 'member', $5, 'fr', 'Europe/Paris', $6, $6
             from member where community_id = $1",
        )
        .bind(community.0)
        .bind(member)
        .bind(account)
        .bind(name)
        .bind(role.as_str())
        .bind(self.now())
        .execute(&mut owner)
        .await
        .unwrap();
        let me = Me { account: AccountId(account), member: MemberId(member), standing: Standing::Member, role };
        Caller::new(community, Who::Member(me), Language::Fr).assured(Assurance::SecondFactor)
    }

    /// Changes a member's standing behind the house's back; the caller that comes back knows.
    pub async fn stands(&self, caller: &Caller, standing: Standing) -> Caller {
        let me = Me { standing, ..caller.me().unwrap() };
        sqlx::query("update member set standing = $3 where community_id = $1 and id = $2")
            .bind(caller.community.0)
            .bind(me.member.0)
            .bind(standing.as_str())
            .execute(&mut self.scratch.owner().await)
            .await
            .unwrap();
        Caller { who: Who::Member(me), ..caller.clone() }
    }

    /// The unfinished jobs of a kind, by when they are due.
    pub async fn jobs(&self, kind: &str) -> Vec<(Timestamp, serde_json::Value)> {
        sqlx::query_as("select run_at, payload from job where kind = $1 order by run_at, id")
            .bind(kind)
            .fetch_all(&mut self.scratch.owner().await)
            .await
            .unwrap()
    }

    /// The kinds of what this member was told, oldest first.
    pub async fn told(&self, caller: &Caller) -> Vec<String> {
        sqlx::query_scalar(
            "select kind from notification where community_id = $1 and member_id = $2 order by created_at, id",
        )
        .bind(caller.community.0)
        .bind(caller.me().unwrap().member.0)
        .fetch_all(&mut self.scratch.owner().await)
        .await
        .unwrap()
    }

    pub async fn close(self) {
        self.db.close().await;
        self.scratch.remove().await;
    }
}

pub fn member_of(caller: &Caller) -> MemberId {
    caller.me().unwrap().member
}
