//! What the doors show of notifications.

use crate::{Kind, NoticeError, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{
    Act, Caller, ConversationId, Cursor, GroupId, ListingId, MemberId, NotificationId, Page, PageRequest,
    SponsorshipId, Timestamp,
};

/// A notification as its member sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationView {
    /// Which.
    pub id: NotificationId,
    /// Of what.
    pub kind: Kind,
    /// Who did it, if that may be known.
    pub actor: Option<MemberId>,
    /// That person's name as it is now; empty when nobody may be named.
    pub actor_name: String,
    /// The listing it is about.
    pub listing: Option<ListingId>,
    /// The group it is about.
    pub group: Option<GroupId>,
    /// The conversation it is about.
    pub conversation: Option<ConversationId>,
    /// The sponsorship it is about.
    pub sponsorship: Option<SponsorshipId>,
    /// What the thing was called when it was told.
    pub subject: String,
    /// When.
    pub created_at: Timestamp,
    /// When it was read, if it was.
    pub read_at: Option<Timestamp>,
}

/// The caller's notifications, newest first.
pub async fn notifications(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<NotificationView>, NoticeError> {
    let me = caller.must_as_member(Act::ReadNotifications)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::notifications(&mut tx, me.member, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.created_at, id: row.id.0 }))
}

/// One notification of the caller; nothing when there is none of that id, or it is somebody else's.
pub async fn notification(
    db: &Db,
    caller: &Caller,
    id: NotificationId,
) -> Result<Option<NotificationView>, NoticeError> {
    let me = caller.must_as_member(Act::ReadNotifications)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::notification(&mut tx, me.member, id).await?;
    tx.commit().await?;
    Ok(found)
}

/// How many of a member's notifications are unread, for a noun that has asked already who is asking.
pub async fn unread_tx(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    store::unread(tx, member).await
}

/// How many of the caller's notifications are unread.
pub async fn unread(db: &Db, caller: &Caller) -> Result<i64, NoticeError> {
    let me = caller.must_as_member(Act::ReadNotifications)?;
    let mut tx = db.begin(caller.community).await?;
    let count = store::unread(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(count)
}
