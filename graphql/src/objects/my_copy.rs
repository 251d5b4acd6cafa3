//! A copy of everything about the asker.

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use kernel::Timestamp;
use privacy::{CopyView, copy};

/// How it stands with the copy.
pub struct MyCopy(pub(crate) CopyView);

#[Object]
impl MyCopy {
    /// Asked for when.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
    /// Made when; absent while it is being made.
    async fn made_at(&self) -> Option<Timestamp> {
        self.0.made_at
    }
    /// Gone from when on.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
    /// The copy itself, JSON as text. To whoever has just shown that it is them (`proveOneself`, or signed in a moment ago).
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let desk = Desk::of(ctx)?;
        let content = desk.value(copy::fetch(desk.db, desk.caller).await)?;
        Ok(content.map(|content| content.to_string()))
    }
}
