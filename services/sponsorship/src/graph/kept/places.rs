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
        self.settled(community, &place, &mut held);
        drop(held);
        Ok(Reading { graph, searches: Arc::clone(&place.searches) })
    }

    pub(super) fn place(&self, community: CommunityId) -> Arc<Place> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let place = places.entry(community).or_default();
        place.used.store(self.readings.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        Arc::clone(place)
    }

    /// Notes what the graph in this place takes, which is in our hand, and lets go of others if all together are too much; of this one,
    /// too, where there is no room for it.
    pub(super) fn settled(&self, community: CommunityId, place: &Place, held: &mut Option<Held>) {
        let bytes = held.as_ref().map_or(0, |held| held.graph().bytes(SEARCHES));
        if bytes > self.bound || !self.make_room(community, place, bytes) {
            *held = None;
        }
    }

    /// Lets go of graphs, those unused for longest first, until this much for `newest` is within the bound; whether it is. A graph that
    /// is in somebody's hand is left alone.
    ///
    /// What the newest takes is noted before the lock is given back: of two that come at once, the second counts the first.
    fn make_room(&self, newest: CommunityId, place: &Place, bytes: usize) -> bool {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let others = || places.iter().filter(|(id, _)| **id != newest).map(|(_, place)| place);
        let mut all = bytes + others().map(|place| place.bytes.load(Ordering::Relaxed)).sum::<usize>();
        let mut others: Vec<_> = others().collect();
        others.sort_by_key(|place| place.used.load(Ordering::Relaxed));
        for other in others {
            if all <= self.bound {
                break;
            }
            let Ok(mut held) = other.held.try_lock() else { continue };
            *held = None;
            all = all.saturating_sub(other.bytes.swap(0, Ordering::Relaxed));
        }
        let fits = all <= self.bound;
        place.bytes.store(if fits { bytes } else { 0 }, Ordering::Relaxed);
        fits
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

    #[test]
    fn two_million_members_with_three_sponsors_each_are_kept() {
        let grown = trust::lab::synthetic::grown(100_000, 3, &mut trust::lab::chance::Chance::new(7));
        let graph = TrustGraph::build(grown.members, grown.edges).unwrap();
        let bytes = graph.bytes(SEARCHES) * 20;
        assert!(bytes < BYTES * 4 / 5, "{} MiB of two million leave a fifth for others", bytes >> 20);
    }

    #[tokio::test]
    async fn one_graph_beyond_the_bound_is_read_and_not_kept_and_costs_nobody_else_their_place() {
        let small = graph(10).bytes(SEARCHES);
        let (kept, loads) = (Kept { bound: 2 * small, ..Kept::default() }, AtomicU32::new(0));
        let quiet = async |loads: &AtomicU32| {
            let load = move |_| async move {
                loads.fetch_add(1, Ordering::Relaxed);
                Ok(Missed::All(Held::new(1, graph(10))))
            };
            kept.reading(community(7), 1, load).await.unwrap().ask(TrustGraph::len).await.unwrap()
        };
        assert_eq!(quiet(&loads).await, 10);
        for _ in 0..2 {
            assert_eq!(read(&kept, 1, 1, &loads).await, 1_000, "it answers all the same");
            assert_eq!(taken(&kept).await, (small, small));
        }
        assert_eq!(loads.load(Ordering::Relaxed), 3, "and is loaded each time");
        assert_eq!(quiet(&loads).await, 10);
        assert_eq!(loads.load(Ordering::Relaxed), 3, "the small one never went");
    }

    /// What is noted of all graphs, and what they take in truth.
    async fn taken(kept: &Kept) -> (usize, usize) {
        let places: Vec<_> = kept.places.lock().unwrap().values().map(Arc::clone).collect();
        let (mut noted, mut true_bytes) = (0, 0);
        for place in places {
            noted += place.bytes.load(Ordering::Relaxed);
            true_bytes += place.held.lock().await.as_ref().map_or(0, |held| held.graph().bytes(SEARCHES));
        }
        (noted, true_bytes)
    }

    /// A community of so many members in a row, each carried by the one before: the answer tells communities apart.
    fn chain(members: u32) -> TrustGraph {
        let state = MemberState::Member { since: Day::new(0) };
        let rows = (0..members).map(|number| MemberRow { number, root: number == 0, state });
        let edges = (1..members).map(|member| trust::EdgeRow {
            sponsor: member - 1,
            member,
            state: trust::EdgeState::Active,
            kind: trust::EdgeKind::Admission,
            day: Day::new(0),
        });
        TrustGraph::build(rows, edges).unwrap()
    }

    #[tokio::test]
    async fn many_communities_stay_within_the_budget_and_answer_the_same_after_they_were_let_go() {
        let bound = 3 * chain(1_500).bytes(SEARCHES);
        let (kept, loads) = (Kept { bound, ..Kept::default() }, AtomicU32::new(0));
        let visit = async |n: u32| {
            let loads = &loads;
            let load = move |_| async move {
                loads.fetch_add(1, Ordering::Relaxed);
                Ok(Missed::All(Held::new(1, chain(n * 100))))
            };
            let reading = kept.reading(community(u128::from(n)), 1, load).await.unwrap();
            reading.ask(|graph| (graph.len(), graph.edge_count())).await.unwrap()
        };
        for _ in 0..2 {
            for n in 1..=20 {
                let members = n as usize * 100;
                assert_eq!(visit(n).await, (members, members - 1), "the {n}th, whether it was kept or not");
                let (noted, true_bytes) = taken(&kept).await;
                assert_eq!(noted, true_bytes, "nothing is kept that is not counted");
                assert!(noted <= bound, "{noted} of {bound} after the {n}th");
            }
        }
        assert_eq!(loads.load(Ordering::Relaxed), 40, "each had gone before its turn came again");
        visit(20).await;
        assert_eq!(loads.load(Ordering::Relaxed), 40, "the latest is here");
    }

    #[tokio::test]
    async fn what_is_in_somebodys_hand_is_counted_and_left_alone_and_the_new_one_is_not_kept() {
        let one = graph(1_000).bytes(SEARCHES);
        let (kept, loads) = (Kept { bound: one, ..Kept::default() }, AtomicU32::new(0));
        read(&kept, 1, 1, &loads).await;
        let place = kept.place(community(1));
        let hand = place.held.lock().await;
        assert_eq!(read(&kept, 2, 1, &loads).await, 1_000);
        drop(hand);
        assert_eq!(taken(&kept).await, (one, one));
        read(&kept, 1, 1, &loads).await;
        assert_eq!(loads.load(Ordering::Relaxed), 2, "the first is still here");
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
