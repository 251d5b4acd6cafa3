//! Official information: the list; nothing is decided here.

mod edit_bulletin;
mod take_down_bulletin;
mod write_bulletin;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use edit_bulletin::{EditBulletinInput, EditBulletinPayload};
use take_down_bulletin::{TakeDownBulletinInput, TakeDownBulletinPayload};
use write_bulletin::{WriteBulletinInput, WriteBulletinPayload};

/// What editors do.
#[derive(Default)]
pub struct BulletinMutation;

#[Object]
impl BulletinMutation {
    /// An editor publishes official information, in the organisation's name.
    async fn write_bulletin(&self, ctx: &Context<'_>, input: WriteBulletinInput) -> Result<WriteBulletinPayload> {
        write_bulletin::run(Desk::of(ctx)?, input).await
    }

    /// An editor changes official information.
    async fn edit_bulletin(&self, ctx: &Context<'_>, input: EditBulletinInput) -> Result<EditBulletinPayload> {
        edit_bulletin::run(Desk::of(ctx)?, input).await
    }

    /// An editor takes official information down.
    async fn take_down_bulletin(
        &self,
        ctx: &Context<'_>,
        input: TakeDownBulletinInput,
    ) -> Result<TakeDownBulletinPayload> {
        take_down_bulletin::run(Desk::of(ctx)?, input).await
    }
}
