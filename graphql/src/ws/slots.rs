//! Counted places: sockets of one person, operations on one socket.

use crate::limits;
use kernel::{AccountId, CommunityId};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

type Owner = (CommunityId, AccountId);

/// The open sockets of this process, by person.
#[derive(Clone, Default)]
pub(crate) struct Sockets(Arc<Mutex<HashMap<Owner, usize>>>);

impl Sockets {
    /// A place for one more socket, given back when dropped; nothing when all are taken.
    pub(crate) fn take(&self, community: CommunityId, account: AccountId) -> Option<SocketPlace> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry((community, account)).or_default();
        if *count >= limits::MEMBER_SOCKETS {
            return None;
        }
        *count += 1;
        Some(SocketPlace { sockets: self.clone(), owner: (community, account) })
    }

    fn leave(&self, owner: Owner) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&owner) {
            *count -= 1;
            if *count == 0 {
                open.remove(&owner);
            }
        }
    }
}

/// A person's place for a socket.
pub(crate) struct SocketPlace {
    sockets: Sockets,
    owner: Owner,
}

impl Drop for SocketPlace {
    fn drop(&mut self) {
        self.sockets.leave(self.owner);
    }
}

/// The running operations of one socket.
#[derive(Clone, Default)]
pub(super) struct Running(Arc<AtomicUsize>);

/// A running operation; its place is free again when dropped.
pub(super) struct Place(Arc<AtomicUsize>);

impl Running {
    pub(super) fn take(&self) -> Option<Place> {
        let one_more = |running: usize| (running < limits::SOCKET_OPERATIONS).then_some(running + 1);
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more).ok()?;
        Some(Place(Arc::clone(&self.0)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c4_a_person_has_five_sockets_and_gets_a_place_back() {
        let sockets = Sockets::default();
        let (community, account) = (CommunityId::PLATFORM, AccountId(uuid::Uuid::from_u128(1)));
        let mut places: Vec<_> = (0..5).map(|_| sockets.take(community, account).unwrap()).collect();
        assert!(sockets.take(community, account).is_none());
        assert!(
            sockets.take(community, AccountId(uuid::Uuid::from_u128(2))).is_some(),
            "somebody else's count is theirs"
        );
        places.pop();
        assert!(sockets.take(community, account).is_some());
        places.clear();
        assert!(sockets.0.lock().unwrap().is_empty(), "nothing is remembered of who is gone");
    }

    #[test]
    fn c4_a_socket_runs_twenty_operations() {
        let running = Running::default();
        let mut places: Vec<_> = (0..20).map(|_| running.take().unwrap()).collect();
        assert!(running.take().is_none());
        places.pop();
        assert!(running.take().is_some());
    }
}
