//! One look for all open sockets of a community, instead of one for each (bars A6 and C3).
//!
//! What a look asks costs one statement, whether one socket is open here or ten thousand. A community of which no socket is open is
//! not looked after. A database that does not answer ends nothing.

use database::Db;
use kernel::CommunityId;
use membership::hold::{Held, still_hold};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::oneshot,
    time::{Instant, MissedTickBehavior, interval_at},
};

/// Looks after the open sockets of this process; clones share it.
#[derive(Clone, Default)]
pub(crate) struct Watch(Arc<Mutex<Open>>);

/// The open sockets, each under a number that no other ever has. Somebody looks after a community as long as it stands here.
#[derive(Default)]
struct Open {
    next: u64,
    communities: HashMap<CommunityId, HashMap<u64, (Held, oneshot::Sender<()>)>>,
}

impl Watch {
    /// Looks after one more socket, until what is returned is dropped.
    pub(super) fn over(&self, db: &Db, community: CommunityId, held: Held, every: Duration) -> Watched {
        let (end, ended) = oneshot::channel();
        let mut all = self.all();
        let (number, is_first) = (all.next, !all.communities.contains_key(&community));
        all.next += 1;
        all.communities.entry(community).or_default().insert(number, (held, end));
        drop(all);
        if is_first {
            let looking = Looking { watch: self.clone(), community, is_over: false };
            tokio::spawn(looking.look(db.clone(), every));
        }
        Watched { watch: self.clone(), community, number, ended }
    }

    /// What is held by whom; nothing more, and no look after it, when no socket is open.
    fn held(&self, community: CommunityId) -> Option<(Vec<u64>, Vec<Held>)> {
        let mut all = self.all();
        let sockets = all.communities.get(&community)?;
        if sockets.is_empty() {
            all.communities.remove(&community);
            return None;
        }
        Some(sockets.iter().map(|(number, (held, _))| (*number, *held)).unzip())
    }

    fn end(&self, community: CommunityId, over: impl Iterator<Item = u64>) {
        let mut all = self.all();
        let Some(sockets) = all.communities.get_mut(&community) else { return };
        for number in over {
            if let Some((_, end)) = sockets.remove(&number) {
                let _gone_meanwhile = end.send(());
            }
        }
    }

    fn all(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever looks after the sockets of one community.
struct Looking {
    watch: Watch,
    community: CommunityId,
    is_over: bool,
}

impl Looking {
    /// Looks again and again, until no socket of the community is open.
    async fn look(mut self, db: Db, every: Duration) {
        let (watch, community) = (self.watch.clone(), self.community);
        let mut round = interval_at(Instant::now() + every, every);
        round.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            round.tick().await;
            let Some((numbers, held)) = watch.held(community) else {
                self.is_over = true;
                return;
            };
            match still_hold(&db, community, &held).await {
                Ok(answers) => {
                    let over = numbers.into_iter().zip(answers).filter(|(_, holds)| !holds);
                    watch.end(community, over.map(|(number, _)| number));
                }
                Err(error) => tracing::warn!(%error, %community, "nobody knows whether open sockets still may listen"),
            }
        }
    }
}

impl Drop for Looking {
    /// Whoever goes before the sockets have (a panic) leaves none of them open behind their back.
    fn drop(&mut self) {
        if !self.is_over {
            self.watch.all().communities.remove(&self.community);
        }
    }
}

/// One socket that is looked after.
pub(super) struct Watched {
    watch: Watch,
    community: CommunityId,
    number: u64,
    ended: oneshot::Receiver<()>,
}

impl Watched {
    /// Ready once what the socket was opened with holds no more, or nobody looks after it any more. Not to be asked again then.
    pub(super) async fn is_over(&mut self) {
        let _either = (&mut self.ended).await;
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(sockets) = self.watch.all().communities.get_mut(&self.community) {
            sockets.remove(&self.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::door::tests::{COMMUNITY, door};
    use kernel::SessionId;
    use tokio::time::{sleep, timeout};
    use uuid::Uuid;

    const EVERY: Duration = Duration::from_secs(3);

    fn held(session: u128) -> Held {
        Held { session: SessionId(Uuid::from_u128(session)), me: None }
    }

    #[tokio::test]
    async fn nobody_looks_after_a_community_once_its_last_socket_is_gone() {
        let (watch, db, every) = (Watch::default(), door().db, Duration::from_millis(1));
        // Nothing else runs before the next await: the first look comes after both have gone.
        drop([1, 2].map(|session| watch.over(&db, COMMUNITY, held(session), every)));
        let forgotten = async {
            while !watch.all().communities.is_empty() {
                sleep(every).await;
            }
        };
        timeout(Duration::from_secs(30), forgotten).await.expect("somebody looks after nobody");
        assert_eq!(db.transactions_begun(), 0, "nothing was asked of the database");
        let _again = watch.over(&db, COMMUNITY, held(3), EVERY);
        assert_eq!(watch.held(COMMUNITY).map(|(numbers, _)| numbers.len()), Some(1));
    }

    #[tokio::test]
    async fn a6_sockets_that_nobody_looks_after_any_more_end() {
        let (watch, db) = (Watch::default(), door().db);
        let mut open = watch.over(&db, COMMUNITY, held(1), EVERY);
        drop(Looking { watch: watch.clone(), community: COMMUNITY, is_over: false });
        timeout(EVERY, open.is_over()).await.expect("nobody would ever end it");
    }

    #[tokio::test]
    async fn exactly_those_end_that_hold_no_more() {
        let (watch, db) = (Watch::default(), door().db);
        let [mut first, mut second] = [1, 2].map(|session| watch.over(&db, COMMUNITY, held(session), EVERY));
        watch.end(COMMUNITY, std::iter::once(second.number));
        timeout(EVERY, second.is_over()).await.expect("it holds no more");
        assert!(timeout(Duration::from_millis(20), first.is_over()).await.is_err());
    }

    #[tokio::test]
    async fn a_database_that_does_not_answer_ends_nothing() {
        let (watch, db) = (Watch::default(), door().db);
        let mut open = watch.over(&db, COMMUNITY, held(1), Duration::from_millis(1));
        let asked = db.transactions_begun();
        while db.transactions_begun() < asked + 2 {
            assert!(timeout(Duration::from_millis(20), open.is_over()).await.is_err());
        }
    }
}
