//! An editor says something in the organisation's name.

use super::{checked, write_down};
use crate::{CommunityError, store};
use database::Db;
use kernel::{Act, BulletinId, Caller};

/// A new bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteBulletin {
    /// Made by the client, so that sending twice publishes once.
    pub id: BulletinId,
    /// 1 to 120 characters on one line.
    pub title: String,
    /// 1 to 8,000 characters.
    pub body: String,
}

/// Publishes it, in the language its writer reads the pages in. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the texts; `IdInUse`.
pub async fn write_bulletin(db: &Db, caller: &Caller, cmd: WriteBulletin) -> Result<(), CommunityError> {
    let me = caller.must_as_member(Act::WriteBulletins)?;
    let (title, body) = checked(&cmd.title, &cmd.body)?;
    let mut tx = db.begin(caller.community).await?;
    if store::bulletin::insert(&mut tx, cmd.id, me.member, caller.language, &title, &body).await? {
        write_down(&mut tx, me.member, "bulletin_written", cmd.id).await?;
        tx.commit().await?;
        return Ok(());
    }
    let mine = store::bulletin::author(&mut tx, cmd.id).await? == Some(me.member);
    if mine { Ok(()) } else { Err(CommunityError::IdInUse) }
}
