//! An editor takes official information down.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use community::bulletin::{self, TakeDownBulletin};
use kernel::BulletinId;

/// It is not to be read any more.
#[derive(InputObject)]
pub struct TakeDownBulletinInput {
    /// Which.
    id: ID,
}

payload! {
    /// What came of it.
    TakeDownBulletinPayload {
        /// True.
        taken_down: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: TakeDownBulletinInput) -> Result<TakeDownBulletinPayload> {
    let cmd = TakeDownBulletin { id: BulletinId::asked(&input.id) };
    let done = bulletin::take_down_bulletin(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| TakeDownBulletinPayload { taken_down: Some(true), refusal: None })
}
