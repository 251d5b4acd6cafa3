//! Invitations I have written.

use crate::words::Relation;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, Cursor, InvitationId, Language, Page, PageRequest, Timestamp};

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// Holds.
    Open,
    /// The person came.
    Used,
    /// Taken back.
    Revoked,
    /// Out of time.
    Expired,
}

/// An invitation as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationView {
    /// Which.
    pub id: InvitationId,
    /// To whom, as typed.
    pub email: String,
    /// How the writer knows them.
    pub relation: Relation,
    /// What the writer says of them.
    pub sentence: String,
    /// The language of the letter.
    pub language: Language,
    /// What became of it.
    pub state: InvitationState,
    /// When it was written.
    pub created_at: Timestamp,
    /// Until when it holds.
    pub expires_at: Timestamp,
}

/// The caller's own, the newest first; used ones stay.
pub async fn invitations(
    db: &Db,
    caller: &Caller,
    page: PageRequest,
) -> Result<Page<InvitationView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Invite)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::views::invitations(&mut tx, me.member, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.created_at, id: row.id.0 }))
}
