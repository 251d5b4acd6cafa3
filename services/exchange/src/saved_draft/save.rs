//! Keeping a draft.

use super::{Behalf, tidy};
use crate::{Draft, ExchangeError, limits, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, ListingId, MemberId};

/// What its author has typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDraft {
    /// The id that the form made for its listing: whoever keeps it again changes the one draft.
    pub id: ListingId,
    /// What was typed and chosen. Its direction is needed, and nothing else.
    pub draft: Draft,
    /// In whose name it is to be.
    pub behalf: Behalf,
}

/// Keeps a draft of the caller's, in the place of what they kept under this id before. Repeating it changes nothing but since when it is kept.
///
/// # Errors
/// `TooOften`; `LISTING_DIRECTION_MISSING`; a problem for each text that is too long, or holds what nobody sees; `EnoughDrafts` when the caller keeps
/// [`limits::DRAFTS_KEPT`] others; `AlreadyPublished`; `IdTaken` where another's listing has this id.
pub async fn save_draft(db: &Db, caller: &Caller, cmd: SaveDraft) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?.member;
    let (direction, tidied) = tidy::tidied(cmd)?;
    db.count(caller, Deed::SaveDraft, None).await?;
    let mut tx = db.begin(caller).await?;
    // The lock of publishing: no draft comes to stand beside its listing, and the count is right however many are sent at once.
    store::write::lock_author(&mut tx, me).await?;
    match store::write::hold(&mut tx, tidied.id).await? {
        Some(held) if held.author == me => return Err(ExchangeError::AlreadyPublished),
        Some(_) => return Err(ExchangeError::IdTaken),
        None => {}
    }
    let kept = of_here(&mut tx, me, tidied).await?;
    store::saved_draft::keep(&mut tx, me, direction, &kept).await?;
    let since = tx.now() - limits::draft_kept();
    if store::saved_draft::count(&mut tx, me, since).await? > limits::DRAFTS_KEPT {
        return Err(ExchangeError::EnoughDrafts);
    }
    Ok(tx.commit().await?)
}

/// Without a group that the author is not in, and without a member who is not inside: neither can be meant. That it was to be for a group,
/// or in somebody's name, stays said: it is not for everybody, and not the author's own, when it is taken up again.
async fn of_here(tx: &mut CommunityTx, me: MemberId, mut cmd: SaveDraft) -> Result<SaveDraft, ExchangeError> {
    if let Some(group) = cmd.draft.group
        && !groups::views::is_in_tx(tx, group, me).await?
    {
        cmd.draft.group = None;
    }
    if let Some(member) = cmd.behalf.member
        && !store::mandate::is_inside(tx, member).await?
    {
        cmd.behalf.member = None;
        cmd.behalf.gone = true;
    }
    Ok(cmd)
}
