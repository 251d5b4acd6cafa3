//! Whose picture is looked at next. Children are few and shared by all communities: while somebody of another one waits, a community
//! has one turn (bar C6); where nobody else waits, it may have them all.
//!
//! Invariants
//! - So many turns at once and no more; none is lost when whoever waits for it goes away, even at the moment in which it is given.
//! - A turn that ends goes to whoever waits longest of those whose community has none; without such, to whoever waits longest.

use kernel::CommunityId;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// The turns of all communities. Cheap to clone; clones give the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Turns(Arc<Mutex<Table>>);

#[derive(Debug)]
struct Table {
    /// Turns that nobody has; some only while nobody waits.
    free: usize,
    /// Who has one, once for each.
    working: Vec<CommunityId>,
    /// Who came first stands first.
    waiting: VecDeque<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    community: CommunityId,
    call: oneshot::Sender<Turn>,
}

/// Somebody's turn, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    community: CommunityId,
    turns: Turns,
}

impl Turns {
    /// So many at once.
    pub(crate) fn of(at_once: usize) -> Self {
        Self(Arc::new(Mutex::new(Table { free: at_once, working: Vec::new(), waiting: VecDeque::new() })))
    }

    /// Waits for a turn; whoever stops waiting loses their place.
    pub(crate) async fn turn(&self, community: CommunityId) -> Option<Turn> {
        let called = {
            let mut table = self.table();
            if let Some(free) = table.free.checked_sub(1) {
                table.free = free;
                table.working.push(community);
                return Some(Turn { community, turns: self.clone() });
            }
            let (call, called) = oneshot::channel();
            table.waiting.push_back(Waiting { community, call });
            called
        };
        called.await.ok()
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// A turn of `community` ends; who has it now.
    fn pass_on(&mut self, community: CommunityId) -> Option<Waiting> {
        if let Some(place) = self.working.iter().position(|one| *one == community) {
            self.working.swap_remove(place);
        }
        self.waiting.retain(|one| !one.call.is_closed());
        let without = self.waiting.iter().position(|one| !self.working.contains(&one.community));
        let next = self.waiting.remove(without.unwrap_or(0));
        match &next {
            Some(next) => self.working.push(next.community),
            None => self.free = self.free.saturating_add(1),
        }
        next
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // The table must be free again before the next turn is given: where nobody takes it, it ends here.
        let next = self.turns.table().pass_on(self.community);
        if let Some(Waiting { community, call }) = next {
            let _not_taken = call.send(Turn { community, turns: self.turns.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Entropy as _, OsEntropy};
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll, Waker};

    fn now<T>(waiting: &mut Pin<&mut impl Future<Output = T>>) -> Option<T> {
        match waiting.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    fn communities() -> [CommunityId; 2] {
        [CommunityId(OsEntropy.id()), CommunityId(OsEntropy.id())]
    }

    #[test]
    fn c6_u2_a_community_has_one_turn_while_another_waits_and_all_while_none_does() {
        let (turns, [loud, quiet]) = (Turns::of(2), communities());
        let (mut first, mut second) = (pin!(turns.turn(loud)), pin!(turns.turn(loud)));
        let first = now(&mut first).flatten().unwrap();
        let second = now(&mut second).flatten().expect("nobody else waits");
        let (mut third, mut fourth, mut other) =
            (pin!(turns.turn(loud)), pin!(turns.turn(loud)), pin!(turns.turn(quiet)));
        assert!(now(&mut third).is_none() && now(&mut fourth).is_none() && now(&mut other).is_none());
        drop(first);
        assert!(now(&mut third).is_none(), "it has one, and another community waits");
        let other = now(&mut other).flatten().expect("who came later goes first");
        let mut again = pin!(turns.turn(quiet));
        assert!(now(&mut again).is_none());
        drop(second);
        assert!(now(&mut again).is_none(), "the other community has one now");
        let third = now(&mut third).flatten().unwrap();
        drop(other);
        assert!(now(&mut fourth).is_none());
        let again = now(&mut again).flatten().unwrap();
        drop(again);
        let _fourth = now(&mut fourth).flatten().expect("nobody else waits any more");
        drop(third);
    }

    #[test]
    fn c6_u2_a_turn_that_nobody_takes_is_not_lost() {
        let (turns, [here, there]) = (Turns::of(1), communities());
        let first = now(&mut pin!(turns.turn(here))).flatten().unwrap();
        let mut gone = Box::pin(turns.turn(there));
        assert!(now(&mut gone.as_mut()).is_none());
        drop(gone);
        let mut late = Box::pin(turns.turn(there));
        assert!(now(&mut late.as_mut()).is_none());
        let mut last = pin!(turns.turn(here));
        assert!(now(&mut last).is_none());
        // It is given to whoever waits, who goes away without looking.
        drop(first);
        assert!(now(&mut last).is_none());
        drop(late);
        let last = now(&mut last).flatten().unwrap();
        assert!(now(&mut pin!(turns.turn(here))).is_none(), "one at once");
        drop(last);
        assert!(now(&mut pin!(turns.turn(here))).flatten().is_some());
    }
}
