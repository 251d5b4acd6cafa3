//! Graphs kept in this process, one a community, for pages and previews; never for a decision.
//!
//! Invariants
//! - What is given out shows at least the version that was asked for: the version moves with every change the graph shows
//!   (migration 0011), in the transaction of the change.
//! - One reader loads a community's graph, the others wait for it; no database connection is held while anybody searches.
//! - Searches run beside the server's own threads, few at a time in each community: one community cannot take them all.
//! - All graphs together stay within a bound; those unused for longest go first.

use crate::{SponsorshipError, graph, store};
use database::{DatabaseError, Db};
use kernel::CommunityId;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};
use tokio::sync::Semaphore;
use trust::TrustGraph;

/// Bytes of all graphs together. The one just loaded stays in any case.
const BYTES: usize = 256 * 1024 * 1024;

/// Searches at once in one community.
const SEARCHES: usize = 2;

/// A community's graph, to be asked.
#[derive(Debug)]
pub(crate) struct Reading {
    graph: Arc<TrustGraph>,
    searches: Arc<Semaphore>,
}

impl Reading {
    /// Asks the graph, beside the server's own threads. A question that nobody waits for any more still counts until it ends.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&TrustGraph) -> T + Send + 'static,
    ) -> Result<T, SponsorshipError> {
        let turn = Arc::clone(&self.searches).acquire_owned().await.map_err(DatabaseError::damaged)?;
        let graph = Arc::clone(&self.graph);
        aside(move || {
            let _turn = turn;
            question(&graph)
        })
        .await
    }
}

/// The community's graph of at least this version ([`store::graph::version`]). To be called outside any transaction.
pub(crate) async fn reading(db: &Db, community: CommunityId, version: i64) -> Result<Reading, SponsorshipError> {
    db.kept::<Kept>().reading(community, version, || load(db, community)).await
}

async fn load(db: &Db, community: CommunityId) -> Result<Held, SponsorshipError> {
    let mut tx = db.begin(community).await?;
    // Read first: what changes meanwhile makes the rows newer than the version says, and the next reader loads again.
    let version = store::graph::version(&mut tx).await?;
    let (members, edges) = graph::rows(&mut tx, graph::Extent::Whole).await?;
    tx.commit().await?;
    let built = aside(move || graph::build(members, edges)).await??;
    Ok(Held { version, graph: Arc::new(built) })
}

/// Work for a processor, not for a thread that serves.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, SponsorshipError> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(DatabaseError::damaged)?)
}

/// A graph, and the version it shows at least.
#[derive(Debug)]
struct Held {
    version: i64,
    graph: Arc<TrustGraph>,
}

/// The place of one community.
#[derive(Debug)]
struct Place {
    /// Locked while the graph is loaded: whoever comes meanwhile waits here.
    held: tokio::sync::Mutex<Option<Held>>,
    searches: Arc<Semaphore>,
    bytes: AtomicUsize,
    /// When it was last asked for, counted in readings.
    used: AtomicU64,
}

impl Default for Place {
    fn default() -> Self {
        let searches = Arc::new(Semaphore::new(SEARCHES));
        Self { held: tokio::sync::Mutex::default(), searches, bytes: AtomicUsize::new(0), used: AtomicU64::new(0) }
    }
}

/// All graphs of this process.
#[derive(Debug)]
struct Kept {
    places: Mutex<HashMap<CommunityId, Arc<Place>>>,
    readings: AtomicU64,
    bound: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { places: Mutex::default(), readings: AtomicU64::new(0), bound: BYTES }
    }
}

impl Kept {
    async fn reading(
        &self,
        community: CommunityId,
        version: i64,
        load: impl AsyncFnOnce() -> Result<Held, SponsorshipError>,
    ) -> Result<Reading, SponsorshipError> {
        let place = self.place(community);
        let mut held = place.held.lock().await;
        let graph = match &*held {
            Some(held) if held.version >= version => Arc::clone(&held.graph),
            _ => {
                let fresh = load().await?;
                place.bytes.store(fresh.graph.bytes(SEARCHES), Ordering::Relaxed);
                Arc::clone(&held.insert(fresh).graph)
            }
        };
        drop(held);
        self.make_room(community);
        Ok(Reading { graph, searches: Arc::clone(&place.searches) })
    }

    fn place(&self, community: CommunityId) -> Arc<Place> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let place = places.entry(community).or_default();
        place.used.store(self.readings.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        Arc::clone(place)
    }

    /// Lets go of graphs until the rest is within the bound. A graph that is being loaded is left alone; so is the one of
    /// `newest`.
    fn make_room(&self, newest: CommunityId) {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all: usize = places.values().map(|place| place.bytes.load(Ordering::Relaxed)).sum();
        if all <= self.bound {
            return;
        }
        let mut others: Vec<_> = places.iter().filter(|(id, _)| **id != newest).map(|(_, place)| place).collect();
        others.sort_by_key(|place| place.used.load(Ordering::Relaxed));
        for place in others {
            if all <= self.bound {
                return;
            }
            let Ok(mut held) = place.held.try_lock() else { continue };
            *held = None;
            all = all.saturating_sub(place.bytes.swap(0, Ordering::Relaxed));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicU32;
    use trust::{Day, MemberRow, MemberState};
    use uuid::Uuid;

    fn graph(members: u32) -> Arc<TrustGraph> {
        let state = MemberState::Member { since: Day::new(0) };
        let rows = (0..members).map(|number| MemberRow { number, root: false, state });
        Arc::new(TrustGraph::build(rows, []).unwrap())
    }

    fn community(n: u128) -> CommunityId {
        CommunityId(Uuid::from_u128(n))
    }

    /// Reads, and says how often it had to load.
    async fn read(kept: &Kept, n: u128, version: i64, loads: &AtomicU32) -> usize {
        let load = async || {
            loads.fetch_add(1, Ordering::Relaxed);
            tokio::task::yield_now().await;
            Ok(Held { version, graph: graph(1_000) })
        };
        let reading = kept.reading(community(n), version, load).await.unwrap();
        reading.ask(TrustGraph::len).await.unwrap()
    }

    #[tokio::test]
    async fn one_loads_while_the_others_wait_and_a_newer_version_is_loaded_again() {
        let (kept, loads) = (Kept::default(), AtomicU32::new(0));
        let all = futures_util::future::join_all((0..20).map(|_| read(&kept, 1, 5, &loads))).await;
        assert_eq!((all, loads.load(Ordering::Relaxed)), (vec![1_000; 20], 1));
        read(&kept, 1, 4, &loads).await;
        assert_eq!(loads.load(Ordering::Relaxed), 1, "what is kept is newer than what was asked for");
        read(&kept, 1, 6, &loads).await;
        assert_eq!(loads.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn a_reading_that_fails_or_is_given_up_leaves_the_place_to_the_next() {
        let (kept, loads) = (Kept::default(), AtomicU32::new(0));
        let failed = kept.reading(community(1), 1, async || Err(SponsorshipError::NotFound)).await;
        assert!(matches!(failed, Err(SponsorshipError::NotFound)));
        let given_up = kept.reading(community(1), 1, async || futures_util::future::pending().await);
        assert!(futures_util::FutureExt::now_or_never(given_up).is_none());
        assert_eq!(read(&kept, 1, 1, &loads).await, 1_000);
    }

    #[tokio::test]
    async fn what_was_not_used_for_longest_goes_when_room_is_needed() {
        let one = graph(1_000).bytes(SEARCHES);
        let (kept, loads) = (Kept { bound: 2 * one, ..Kept::default() }, AtomicU32::new(0));
        for n in [1, 2, 1, 3] {
            read(&kept, n, 1, &loads).await;
        }
        assert_eq!(loads.load(Ordering::Relaxed), 3);
        read(&kept, 1, 1, &loads).await;
        read(&kept, 3, 1, &loads).await;
        assert_eq!(loads.load(Ordering::Relaxed), 3, "the first and the third are still here");
        read(&kept, 2, 1, &loads).await;
        assert_eq!(loads.load(Ordering::Relaxed), 4, "the second had gone");
        let bytes: usize = kept.places.lock().unwrap().values().map(|place| place.bytes.load(Ordering::Relaxed)).sum();
        assert_eq!(bytes, 2 * one);
    }

    #[tokio::test]
    async fn one_graph_beyond_the_bound_is_kept_alone() {
        let (kept, loads) = (Kept { bound: 1, ..Kept::default() }, AtomicU32::new(0));
        for n in [1, 1, 2, 2] {
            read(&kept, n, 1, &loads).await;
        }
        assert_eq!(loads.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn few_search_at_once_in_a_community() {
        let (kept, now, most) = (Kept::default(), Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        let searches = (0..12).map(async |_| {
            let load = async || Ok(Held { version: 1, graph: graph(10) });
            let reading = kept.reading(community(1), 1, load).await.unwrap();
            let (now, most) = (Arc::clone(&now), Arc::clone(&most));
            let question = move |_: &TrustGraph| {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::yield_now();
                now.fetch_sub(1, Ordering::SeqCst);
            };
            reading.ask(question).await.unwrap();
        });
        futures_util::future::join_all(searches).await;
        let most = most.load(Ordering::SeqCst) as usize;
        assert!((1..=SEARCHES).contains(&most), "{most}");
    }
}
