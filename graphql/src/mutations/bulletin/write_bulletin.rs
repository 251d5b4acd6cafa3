//! An editor publishes official information.

use crate::{objects::Bulletin, refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use community::bulletin::{self, WriteBulletin};
use kernel::BulletinId;
use uuid::Uuid;

/// A new bulletin.
#[derive(InputObject)]
pub struct WriteBulletinInput {
    /// Made by the asker; sending it twice publishes once.
    id: Uuid,
    /// 1 to 120 characters on one line.
    title: String,
    /// 1 to 8,000 characters; paragraphs are set apart by an empty line.
    body: String,
}

payload! {
    /// What came of it.
    WriteBulletinPayload {
        /// The bulletin.
        bulletin: Bulletin,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: WriteBulletinInput) -> Result<WriteBulletinPayload> {
    let id = BulletinId(input.id);
    let cmd = WriteBulletin { id, title: input.title, body: input.body };
    let done = bulletin::write_bulletin(desk.db, desk.caller, cmd).await;
    let bulletin = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| WriteBulletinPayload { bulletin, refusal: None })
}

/// The bulletin as it stands now.
pub(super) async fn shown(desk: Desk<'_>, id: BulletinId) -> Result<Option<Bulletin>> {
    let found = desk.value(bulletin::bulletin(desk.db, desk.caller, id).await)?;
    Ok(found.map(Bulletin))
}
