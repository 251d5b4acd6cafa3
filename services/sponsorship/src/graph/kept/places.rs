//! The places of a process's graphs, one a community, and the bound on all together.

use super::{BYTES, Missed, Reading, SEARCHES};
use crate::{SponsorshipError, graph::held::Held};
use kernel::CommunityId;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};
use tokio::sync::Semaphore;

/// The place of one community.
#[derive(Debug)]
pub(super) struct Place {
    /// Locked while the graph is loaded or moved on: whoever comes meanwhile waits here.
    pub(super) held: tokio::sync::Mutex<Option<Held>>,
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
pub(super) struct Kept {
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
    /// The graph of at least this version. `fetch` brings what is missing after a version, or everything.
    pub(super) async fn reading<F: Future<Output = Result<Missed, SponsorshipError>>>(
        &self,
        community: CommunityId,
        version: i64,
        fetch: impl Fn(Option<i64>) -> F,
    ) -> Result<Reading, SponsorshipError> {
        let place = self.place(community);
        let mut held = place.held.lock().await;
        let mut known = held.as_ref().map(|held| held.version);
        let graph = loop {
            if let Some(held) = held.as_ref().filter(|held| held.version >= version) {
                break Arc::clone(held.graph());
            }
            match fetch(known).await? {
                Missed::All(fresh) => break Arc::clone(held.insert(fresh).graph()),
                Missed::Changes(missed) => {
                    if held.as_mut().is_none_or(|held| held.catch_up(&missed).is_err()) {
                        *held = None;
                    }
                    // Whatever did not get any further is loaded.
                    known = held.as_ref().map(|held| held.version).filter(|now| Some(*now) > known);
                }
            }
        };
        drop(held);
        self.settled(community, &place, &graph);
        Ok(Reading { graph, searches: Arc::clone(&place.searches) })
    }

    pub(super) fn place(&self, community: CommunityId) -> Arc<Place> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let place = places.entry(community).or_default();
        place.used.store(self.readings.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        Arc::clone(place)
    }

    /// Notes what a graph takes now, and lets go of others if that is too much.
    pub(super) fn settled(&self, community: CommunityId, place: &Place, graph: &trust::TrustGraph) {
        place.bytes.store(graph.bytes(SEARCHES), Ordering::Relaxed);
        self.make_room(community);
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
    use crate::graph::Recorded;
    use std::sync::atomic::AtomicU32;
    use trust::{Day, MemberRow, MemberState, TrustGraph};
    use uuid::Uuid;

    fn graph(members: u32) -> TrustGraph {
        let state = MemberState::Member { since: Day::new(0) };
        let rows = (0..members).map(|number| MemberRow { number, root: false, state });
        TrustGraph::build(rows, []).unwrap()
    }

    fn community(n: u128) -> CommunityId {
        CommunityId(Uuid::from_u128(n))
    }

    /// Reads, and says how often it had to load.
    async fn read(kept: &Kept, n: u128, version: i64, loads: &AtomicU32) -> usize {
        let load = move |_| async move {
            loads.fetch_add(1, Ordering::Relaxed);
            tokio::task::yield_now().await;
            Ok(Missed::All(Held::new(version, graph(1_000))))
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
    async fn what_was_missed_is_applied_and_what_cannot_be_applied_makes_the_graph_load_again() {
        let (kept, loads) = (Kept::default(), AtomicU32::new(0));
        read(&kept, 1, 5, &loads).await;
        for (version, change, most) in [
            (6, r#"{"members": [[1200, false, "suspended", null, null]]}"#, 1_201),
            (7, r#"{"members": [[99999, false, "suspended", null, null]]}"#, 1_500),
        ] {
            let event = move || Recorded { version, mine: false, change: serde_json::from_str(change).unwrap() };
            let fetch = move |known: Option<i64>| async move {
                Ok(if known.is_some() {
                    Missed::Changes(vec![event()])
                } else {
                    Missed::All(Held::new(version, graph(1_500)))
                })
            };
            let reading = kept.reading(community(1), version, fetch).await.unwrap();
            assert_eq!(reading.ask(TrustGraph::len).await.unwrap(), most);
        }
        assert_eq!(loads.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn a_reading_that_fails_or_is_given_up_leaves_the_place_to_the_next() {
        let (kept, loads) = (Kept::default(), AtomicU32::new(0));
        let failed = kept.reading(community(1), 1, async |_| Err(SponsorshipError::NotFound)).await;
        assert!(matches!(failed, Err(SponsorshipError::NotFound)));
        let given_up = kept.reading(community(1), 1, async |_| futures_util::future::pending().await);
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
            let load = async |_| Ok(Missed::All(Held::new(1, graph(10))));
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
