//! Official information, without comments: written by editors, stewards and owners, read by everybody inside, and by whoever waits where the
//! policy grants it ([`GuestRight::Bulletins`]).
//!
//! Invariants
//! - It is read under the organisation's name; who wrote, changed or took down what stands in the journal.
//! - What was taken down is absent to everybody, at once.

mod edit;
mod read;
mod take_down;
mod write;

pub use edit::{EditBulletin, edit_bulletin};
pub use read::{BulletinView, blank, bulletin, bulletin_to_edit, bulletins, newest_tx};
pub use take_down::{TakeDownBulletin, take_down_bulletin};
pub use write::{WriteBulletin, write_bulletin};

use crate::{CommunityError, GuestRight, journal, limits, text, views};
use database::{CommunityTx, audit::Entry};
use kernel::{Act, BulletinId, Caller, MemberId};
use serde_json::json;

/// Refuses whoever waits, unless the community grants them this right; whoever is inside has it.
///
/// # Errors
/// `Forbidden`, noted under `act`.
pub async fn must_be_granted_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    act: Act,
    right: GuestRight,
) -> Result<(), CommunityError> {
    if !caller.me().is_some_and(|me| me.standing.is_waiting()) {
        return Ok(());
    }
    let policy = views::face_tx(tx).await?.policy;
    if policy.grants(right) { Ok(()) } else { Err(caller.denied(act).into()) }
}

/// Title and text as they are kept.
fn checked(title: &str, body: &str) -> Result<(String, String), CommunityError> {
    let title = text::needed_line("title", title, limits::BULLETIN_TITLE)?;
    let body = text::needed_block("body", body, limits::BULLETIN_BODY)?;
    Ok((title, body))
}

async fn write_down(
    tx: &mut CommunityTx,
    me: MemberId,
    act: &'static str,
    bulletin: BulletinId,
) -> Result<(), CommunityError> {
    let detail = json!({ "bulletin": bulletin });
    Ok(journal::record_tx(tx, Entry { actor: Some(me), subject: None, act, detail }).await?)
}
