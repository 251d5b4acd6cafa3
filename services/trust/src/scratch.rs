//! Working memory of the searches: written once, forgotten by raising an epoch, never cleared on the way.

use std::sync::Mutex;

/// A map from member number to `u32` that is emptied in constant time.
#[derive(Debug, Default)]
pub(crate) struct Stamped {
    cells: Vec<(u32, u32)>,
    epoch: u32,
}

impl Stamped {
    /// Forgets everything and makes room for `len` numbers.
    pub(crate) fn reset(&mut self, len: usize) {
        if self.epoch == u32::MAX {
            self.cells.clear();
            self.epoch = 0;
        }
        self.epoch += 1;
        if self.cells.len() < len {
            self.cells.resize(len, (0, 0));
        }
    }

    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        self.cells.get(key as usize).filter(|cell| cell.0 == self.epoch).map(|cell| cell.1)
    }

    pub(crate) fn has(&self, key: u32) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn set(&mut self, key: u32, value: u32) {
        if let Some(cell) = self.cells.get_mut(key as usize) {
            *cell = (self.epoch, value);
        }
    }

    pub(crate) fn remove(&mut self, key: u32) {
        if let Some(cell) = self.cells.get_mut(key as usize) {
            cell.0 = 0;
        }
    }
}

/// One side of a member in the node-split graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Where paths arrive when walked backwards from the subject.
    Out(u32),
    /// Where they go on to the member's own sponsors.
    In(u32),
}

/// Everything one search needs.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Discovered `Out` sides, with the member whose `In` side led there; places of members around a pair.
    pub(crate) seen_out: Stamped,
    /// Discovered `In` sides, with the member whose `Out` side led there.
    pub(crate) seen_in: Stamped,
    /// For a member on a path: the next one towards the subject.
    pub(crate) child: Stamped,
    /// For a member on a path: the next one towards the root.
    pub(crate) parent: Stamped,
    /// States in the order of discovery.
    pub(crate) queue: Vec<Side>,
}

/// Scratches waiting to be used again, so that a warm search allocates nothing.
#[derive(Debug, Default)]
pub(crate) struct Pool(Mutex<Vec<Scratch>>);

impl Clone for Pool {
    /// Scratches are not worth copying.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Pool {
    /// The most bytes one scratch comes to in a graph of so many members: four maps, and a queue of both sides.
    pub(crate) fn bytes_of_one(members: usize) -> usize {
        members.saturating_mul(4 * size_of::<(u32, u32)>() + 2 * size_of::<Side>())
    }

    /// Lends a scratch to `work`. A poisoned pool only costs the reuse.
    pub(crate) fn lend<T>(&self, work: impl FnOnce(&mut Scratch) -> T) -> T {
        let mut scratch = self.0.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default();
        let done = work(&mut scratch);
        if let Ok(mut idle) = self.0.lock() {
            idle.push(scratch);
        }
        done
    }
}
