//! Who listens in this process: an announcement reaches the open pages of the member it concerns, and wakes nobody else's (bar C3).

use super::LiveEvent;
use crate::shelf::Shelf;
use kernel::{CommunityId, MemberId};
use std::{
    any::Any,
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// Announcements that may wait for one listener before it misses the oldest.
const BACKLOG: usize = 256;

/// Places that an empty backlog keeps.
const SPARE: usize = 8;

type Whose = (CommunityId, MemberId);

/// The listeners of one process; clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Here(Arc<Mutex<HashMap<Whose, Vec<Arc<Backlog>>>>>);

impl Here {
    /// Puts it before each listener whom it concerns.
    pub(super) fn tell(&self, event: LiveEvent) {
        let all = self.all();
        let Some(listeners) = all.get(&(event.community, event.member)) else { return };
        let announced = Arc::new(Announced { event, shelf: Shelf::default() });
        for listener in listeners {
            listener.put(Arc::clone(&announced));
        }
    }

    pub(super) fn listen(&self, community: CommunityId, member: MemberId) -> Hearing {
        let (whose, backlog) = ((community, member), Arc::<Backlog>::default());
        self.all().entry(whose).or_default().push(Arc::clone(&backlog));
        Hearing { here: self.clone(), whose, backlog }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Whose, Vec<Arc<Backlog>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Something new, as all listeners of one member hear it.
pub struct Announced {
    /// What.
    pub event: LiveEvent,
    shelf: Shelf,
}

impl Announced {
    /// What one listener found out about it, for the others: one of each type, kept until the last of them has gone on.
    pub fn kept<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        self.shelf.of()
    }
}

impl std::fmt::Debug for Announced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.event.fmt(f)
    }
}

/// What one listener has not heard yet.
#[derive(Debug, Default)]
struct Backlog {
    waiting: Mutex<VecDeque<Arc<Announced>>>,
    news: Notify,
}

impl Backlog {
    fn put(&self, announced: Arc<Announced>) {
        let mut waiting = self.waiting();
        if waiting.len() == BACKLOG {
            waiting.pop_front();
        }
        waiting.push_back(announced);
        drop(waiting);
        self.news.notify_one();
    }

    fn take(&self) -> Option<Arc<Announced>> {
        let mut waiting = self.waiting();
        let next = waiting.pop_front();
        if waiting.is_empty() {
            waiting.shrink_to(SPARE);
        }
        next
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Arc<Announced>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One listener, until it is dropped.
#[derive(Debug)]
pub struct Hearing {
    here: Here,
    whose: Whose,
    backlog: Arc<Backlog>,
}

impl Hearing {
    /// What is new next. Whoever is too slow misses the oldest.
    pub async fn next(&mut self) -> Arc<Announced> {
        loop {
            if let Some(next) = self.backlog.take() {
                return next;
            }
            self.backlog.news.notified().await;
        }
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        let mut all = self.here.all();
        let Some(listeners) = all.get_mut(&self.whose) else { return };
        listeners.retain(|listener| !Arc::ptr_eq(listener, &self.backlog));
        if listeners.is_empty() {
            all.remove(&self.whose);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Topic;
    use std::{sync::atomic::AtomicU32, time::Duration};
    use tokio::time::timeout;
    use uuid::Uuid;

    const HERE: CommunityId = CommunityId(Uuid::from_u128(1));
    const THERE: CommunityId = CommunityId(Uuid::from_u128(2));

    fn event(community: CommunityId, member: u128, notification: u128) -> LiveEvent {
        let topic = Topic::Notification { notification: Uuid::from_u128(notification).into() };
        LiveEvent { community, member: MemberId(Uuid::from_u128(member)), topic }
    }

    #[tokio::test]
    async fn t11_a_listener_is_woken_by_what_is_its_own_and_by_nothing_else() {
        let here = Here::default();
        let mut mine = here.listen(HERE, MemberId(Uuid::from_u128(7)));
        let mut also_mine = here.listen(HERE, MemberId(Uuid::from_u128(7)));
        for other in [event(HERE, 8, 1), event(THERE, 7, 2)] {
            here.tell(other);
        }
        assert!(timeout(Duration::from_millis(20), mine.next()).await.is_err());
        here.tell(event(HERE, 7, 3));
        let (first, second) = (mine.next().await, also_mine.next().await);
        assert_eq!((first.event, second.event), (event(HERE, 7, 3), event(HERE, 7, 3)));
        let counted = first.kept::<AtomicU32>();
        assert!(Arc::ptr_eq(&counted, &second.kept::<AtomicU32>()), "what one found out, the other has");
        drop(mine);
        assert_eq!(here.all().len(), 1);
        drop(also_mine);
        assert!(here.all().is_empty(), "nothing is remembered of who is gone");
    }

    #[tokio::test]
    async fn whoever_is_too_slow_misses_the_oldest() {
        let here = Here::default();
        let mut slow = here.listen(HERE, MemberId(Uuid::from_u128(7)));
        let all = BACKLOG as u128 + 1;
        for number in 1..=all {
            here.tell(event(HERE, 7, number));
        }
        for number in 2..=all {
            assert_eq!(slow.next().await.event, event(HERE, 7, number));
        }
        assert!(slow.backlog.waiting().capacity() <= 2 * SPARE, "and keeps no room for so much");
    }
}
