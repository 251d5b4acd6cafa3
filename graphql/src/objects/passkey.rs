//! Passkeys, for their owner.

use crate::ids::Global as _;
use async_graphql::{ID, Object};
use kernel::Timestamp;
use membership::passkey::PasskeyView;

/// A key that one of the asker's devices keeps.
pub struct Passkey(pub(crate) PasskeyView);

#[Object]
impl Passkey {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// What its owner calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// The domain on which it works.
    async fn domain(&self) -> &str {
        &self.0.domain
    }
    /// Added when.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// Shown last when; absent when it never was.
    async fn last_used_at(&self) -> Option<Timestamp> {
        self.0.used_at
    }
}
