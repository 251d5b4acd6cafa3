//! Bulletins as pages and GraphQL show them.

use super::must_be_granted_tx;
use crate::{CommunityError, GuestRight, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, BulletinId, Caller, Language, Page, PageRequest, Timestamp};

/// A bulletin, under the organisation's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinView {
    /// Which.
    pub id: BulletinId,
    /// Its title.
    pub title: String,
    /// Its text; paragraphs are set apart by an empty line.
    pub body: String,
    /// The language it is written in.
    pub language: Language,
    /// When it was published.
    pub published_at: Timestamp,
    /// When it was last changed.
    pub edited_at: Option<Timestamp>,
}

/// What stands, the newest first.
///
/// # Errors
/// `Forbidden`, also to whoever waits where the policy does not grant them to read.
pub async fn bulletins(db: &Db, caller: &Caller, page: &PageRequest) -> Result<Page<BulletinView>, CommunityError> {
    caller.must_as_member(Act::ReadBulletins)?;
    let mut tx = db.begin(caller.community).await?;
    must_be_granted_tx(&mut tx, caller, Act::ReadBulletins, GuestRight::Bulletins).await?;
    let found = store::bulletin::page(&mut tx, page).await?;
    tx.commit().await?;
    Ok(found)
}

/// One bulletin; nothing when it is absent, foreign or taken down.
///
/// # Errors
/// As for [`bulletins`].
pub async fn bulletin(db: &Db, caller: &Caller, id: BulletinId) -> Result<Option<BulletinView>, CommunityError> {
    caller.must_as_member(Act::ReadBulletins)?;
    let mut tx = db.begin(caller.community).await?;
    must_be_granted_tx(&mut tx, caller, Act::ReadBulletins, GuestRight::Bulletins).await?;
    let found = store::bulletin::by_id(&mut tx, id).await?;
    tx.commit().await?;
    Ok(found)
}

/// Refuses whoever may not see the form for a new one.
///
/// # Errors
/// `Forbidden`.
pub fn blank(caller: &Caller) -> Result<(), CommunityError> {
    Ok(caller.must(Act::DraftBulletins)?)
}

/// One that stands, for the form in which it is changed.
///
/// # Errors
/// `NotFound`; `Forbidden` to whoever is no editor.
pub async fn bulletin_to_edit(db: &Db, caller: &Caller, id: BulletinId) -> Result<BulletinView, CommunityError> {
    caller.must(Act::DraftBulletins)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::bulletin::by_id(&mut tx, id).await?;
    tx.commit().await?;
    found.ok_or(CommunityError::NotFound)
}

/// The newest, for a use case that has asked already who reads.
pub async fn newest_tx(tx: &mut CommunityTx, most: u32) -> Result<Vec<BulletinView>, DatabaseError> {
    Ok(store::bulletin::page(tx, &PageRequest::new(most, None)).await?.items)
}
