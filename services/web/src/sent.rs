//! What a request's form held, kept until its answer is there: who must first show that it is them loses nothing of it.
//!
//! A handler takes the body and may then be refused; the page that stands in the place of the answer needs what was typed.

use poem::Request;
use std::sync::{Arc, Mutex, PoisonError};

/// One request's form as it was sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent(Arc<Mutex<Vec<u8>>>);

impl Sent {
    /// Lays an empty one into the request.
    pub(crate) fn lay(request: &mut Request) {
        request.extensions_mut().insert(Self::default());
    }

    /// The request's.
    pub(crate) fn of(request: &Request) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
    }

    /// Keeps what was sent.
    pub(crate) fn keep(&self, typed: &[u8]) {
        typed.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// What was sent; empty when nothing was.
    pub(crate) fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
