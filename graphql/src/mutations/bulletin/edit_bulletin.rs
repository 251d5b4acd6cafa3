//! An editor changes official information.

use super::write_bulletin::shown;
use crate::{ids::Global as _, objects::Bulletin, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use community::bulletin::{self, EditBulletin};
use kernel::BulletinId;

/// A bulletin's new text, all of it.
#[derive(InputObject)]
pub struct EditBulletinInput {
    /// Which.
    id: ID,
    /// 1 to 120 characters on one line.
    title: String,
    /// 1 to 8,000 characters.
    body: String,
}

payload! {
    /// What came of it.
    EditBulletinPayload {
        /// The bulletin.
        bulletin: Bulletin,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EditBulletinInput) -> Result<EditBulletinPayload> {
    let id = BulletinId::asked(&input.id);
    let cmd = EditBulletin { id, title: input.title, body: input.body };
    let done = bulletin::edit_bulletin(desk.db, desk.caller, cmd).await;
    let bulletin = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| EditBulletinPayload { bulletin, refusal: None })
}
