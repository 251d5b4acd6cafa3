//! An editor takes a bulletin down.

use super::write_down;
use crate::{CommunityError, store};
use database::Db;
use kernel::{Act, BulletinId, Caller};

/// It is not to be read any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakeDownBulletin {
    /// Which.
    pub id: BulletinId,
}

/// Takes it down for everybody. Repeating it is harmless.
///
/// # Errors
/// `NotFound`.
pub async fn take_down_bulletin(db: &Db, caller: &Caller, cmd: TakeDownBulletin) -> Result<(), CommunityError> {
    let me = caller.must_as_member(Act::WriteBulletins)?;
    let mut tx = db.begin(caller.community).await?;
    if store::bulletin::take_down(&mut tx, cmd.id).await? {
        write_down(&mut tx, me.member, "bulletin_taken_down", cmd.id).await?;
        tx.commit().await?;
        return Ok(());
    }
    let known = store::bulletin::author(&mut tx, cmd.id).await?.is_some();
    if known { Ok(()) } else { Err(CommunityError::NotFound) }
}
