//! Tenants apart, below everything else: what the database itself guarantees, whatever the code above does.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use chrono::DateTime;
use database::{Db, DbSettings, Job, Lane, Live, Tools};
use kernel::{CommunityId, FrozenClock, Seal, SeededEntropy};
use kit::Scratch;
use serde::{Deserialize, Serialize};
use sqlx::Executor;
use std::sync::Arc;
use uuid::Uuid;

/// Something to do, for tests of the queue.
#[derive(Debug, Serialize, Deserialize)]
pub struct Errand {
    /// Which.
    pub number: u32,
}

impl Job for Errand {
    const KIND: &'static str = "errand";
    const LANE: Lane = Lane::Prompt;
}

/// A fresh database with two communities, seen through the restricted roles.
pub struct Ground {
    /// The database behind it.
    pub scratch: Scratch,
    /// The house's view of it.
    pub db: Db,
    /// The hand of its clock.
    pub clock: FrozenClock,
    /// The communities.
    pub tenants: Vec<CommunityId>,
}

impl Ground {
    /// A ground with `tenants` communities and at most `connections` connections.
    pub async fn with(tenants: u128, connections: u32) -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(DateTime::from_timestamp(1_795_000_000, 0).unwrap());
        let settings = DbSettings {
            app_url: scratch.url("maillon_app"),
            platform_url: scratch.url("maillon_platform"),
            max_connections: connections,
        };
        let tools = Tools {
            clock: Arc::new(clock.clone()),
            entropy: Arc::new(SeededEntropy::new(7)),
            seal: Seal::new([3; 32]),
        };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        let tenants: Vec<_> = (1..=tenants).map(|n| CommunityId(Uuid::from_u128(n))).collect();
        let mut owner = scratch.owner().await;
        for tenant in &tenants {
            owner.execute(sqlx::query(
                "insert into community (id, kind, slug, name, preset, languages, timezone, brand_primary, brand_accent, policy, created_at)
                 values ($1, 'community', $2, 'Essai', 'confiance', '{fr}', 'Europe/Paris', '#1f5c47', '#dd9d2f', '{}', now())",
            ).bind(tenant.0).bind(tenant.0.simple().to_string())).await.unwrap();
        }
        Self { scratch, db, clock, tenants }
    }

    /// Closes the connections and removes the database.
    pub async fn clear(self) {
        self.db.close().await;
        self.scratch.remove().await;
    }
}
