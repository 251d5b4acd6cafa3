//! An editor changes what was said.

use super::{checked, write_down};
use crate::{CommunityError, store};
use database::Db;
use kernel::{Act, BulletinId, Caller};

/// The bulletin's new text, all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditBulletin {
    /// Which.
    pub id: BulletinId,
    /// 1 to 120 characters on one line.
    pub title: String,
    /// 1 to 8,000 characters.
    pub body: String,
}

/// Changes it; its place in the list stays, and readers see the day of the change.
///
/// # Errors
/// What is wrong with the texts; `NotFound`, also when it was taken down.
pub async fn edit_bulletin(db: &Db, caller: &Caller, cmd: EditBulletin) -> Result<(), CommunityError> {
    let me = caller.must_as_member(Act::WriteBulletins)?;
    let (title, body) = checked(&cmd.title, &cmd.body)?;
    let mut tx = db.begin(caller.community).await?;
    if !store::bulletin::update(&mut tx, cmd.id, &title, &body).await? {
        return Err(CommunityError::NotFound);
    }
    write_down(&mut tx, me.member, "bulletin_edited", cmd.id).await?;
    Ok(tx.commit().await?)
}
