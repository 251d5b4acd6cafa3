//! What was denied, until it stands in a journal.
//!
//! A denial ends its use case, and with it the transaction: there is nothing left to write it in. So the caller carries a
//! notebook through the request, and whoever brought the request in writes it out at the end (`community::journal`).

use crate::{Act, CommunityId, Who};
use std::sync::{Arc, Mutex, PoisonError};

/// Somebody was denied something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denial {
    /// Where.
    pub community: CommunityId,
    /// Whom.
    pub who: Who,
    /// What.
    pub act: Act,
}

/// The notebook; clones write into the same one.
#[derive(Debug, Clone, Default)]
pub struct Denials(Arc<Mutex<Vec<Denial>>>);

impl Denials {
    /// Visitors are not noted: to be asked who one is is no denial, and nobody would be named.
    pub(crate) fn note(&self, denial: Denial) {
        if !matches!(denial.who, Who::Anonymous | Who::House) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(denial);
        }
    }

    /// Takes out what was noted so far.
    pub fn take(&self) -> Vec<Denial> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
