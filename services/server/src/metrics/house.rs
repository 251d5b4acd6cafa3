//! What the house itself shows at the moment somebody asks: the queue, the letters that could not be sent, connections,
//! memory.

use super::Traffic;
use crate::memory;
use community::operator;
use database::Db;
use kernel::{Caller, CommunityId};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{family::Family, gauge::Gauge},
    registry::{Registry, Unit},
};

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Lane {
    lane: String,
}

/// Everything that is shown.
pub struct House {
    db: Db,
    registry: Registry,
    up: Gauge,
    queued: Family<Lane, Gauge>,
    leased: Family<Lane, Gauge>,
    buried: Family<Lane, Gauge>,
    waits: Family<Lane, Gauge>,
    held: Gauge,
    connections: Gauge,
    idle: Gauge,
    transactions: Gauge,
    resident: Gauge,
}

impl House {
    /// The figures of this process and of the database behind it.
    pub fn new(db: Db, traffic: &Traffic) -> Self {
        let mut registry = Registry::default();
        traffic.register(&mut registry);
        let mut house = Self {
            db,
            registry: Registry::default(),
            up: Gauge::default(),
            queued: Family::default(),
            leased: Family::default(),
            buried: Family::default(),
            waits: Family::default(),
            held: Gauge::default(),
            connections: Gauge::default(),
            idle: Gauge::default(),
            transactions: Gauge::default(),
            resident: Gauge::default(),
        };
        registry.register("maillon_database_up", "Whether the database answers: 1 or 0", house.up.clone());
        registry.register("maillon_jobs_queued", "Jobs that wait, due or not", house.queued.clone());
        registry.register("maillon_jobs_leased", "Jobs in a worker's hands", house.leased.clone());
        registry.register("maillon_jobs_buried", "Jobs that could not be done", house.buried.clone());
        let text = "Since when the oldest due job waits";
        registry.register_with_unit("maillon_jobs_oldest_due", text, Unit::Seconds, house.waits.clone());
        let text = "Communities whose letters wait because of complaints";
        registry.register("maillon_communities_letters_held", text, house.held.clone());
        registry.register("maillon_connections", "Open connections for requests and jobs", house.connections.clone());
        registry.register("maillon_connections_idle", "Those of them nobody uses", house.idle.clone());
        registry.register("maillon_transactions", "Transactions begun by this process", house.transactions.clone());
        registry.register_with_unit("maillon_resident", "Memory of this process", Unit::Bytes, house.resident.clone());
        house.registry = registry;
        house
    }

    /// The text. A database that is away is a figure, not a failure.
    pub async fn text(&self) -> String {
        let (open, idle) = self.db.connections();
        self.connections.set(i64::from(open));
        self.idle.set(i64::from(idle));
        self.transactions.set(i64::try_from(self.db.transactions_begun()).unwrap_or(i64::MAX));
        self.resident.set(i64::try_from(memory::resident_bytes()).unwrap_or(i64::MAX));
        self.up.set(i64::from(self.look_at_the_queue().await));
        let mut text = String::new();
        // Writing into a text cannot fail.
        let _written = encode(&mut text, &self.registry);
        text
    }

    async fn look_at_the_queue(&self) -> bool {
        let house = Caller::house(CommunityId::PLATFORM);
        let Ok(queue) = operator::queue(&self.db, &house).await else { return false };
        self.held.set(queue.communities_held);
        let now = self.db.clock().now();
        for lane in queue.lanes {
            let label = Lane { lane: lane.lane };
            self.queued.get_or_create(&label).set(lane.queued);
            self.leased.get_or_create(&label).set(lane.leased);
            self.buried.get_or_create(&label).set(lane.buried);
            let waits = lane.oldest_due_at.map_or(0, |since| (now - since).num_seconds().max(0));
            self.waits.get_or_create(&label).set(waits);
        }
        true
    }
}
