//! The team takes the mark "urgent" off somebody's request, with a reason its author reads.

use crate::{ExchangeError, State, moderate, store};
use community::journal::{Entry, record_tx};
use database::Db;
use kernel::{Act, Caller, ListingId};
use notice::{Kind, Tell};

/// This request is not urgent, or not as the word is meant here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeUrgencyOff {
    /// Which request.
    pub id: ListingId,
    /// Why, in words for its author. 1 to 500 characters.
    pub reason: String,
}

/// Ends at once that an open request is urgent, tells its author why and writes it into the journal. The request goes on like any other, its
/// mark stays counted, and letters that have not left are not written. Repeating it changes nothing.
///
/// # Errors
/// `NotFound`; `Closed`; `NotUrgent` where it is not urgent, or not any more; what is wrong with the reason.
pub async fn take_urgency_off(db: &Db, caller: &Caller, cmd: TakeUrgencyOff) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let reason = moderate::checked(&cmd.reason)?;
    let mut tx = db.begin(caller).await?;
    let held = store::urgency::hold(&mut tx, cmd.id).await?.ok_or(ExchangeError::NotFound)?;
    if held.taken_off {
        return Ok(());
    }
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.urgent_until.is_none_or(|until| until <= tx.now()) {
        return Err(ExchangeError::NotUrgent);
    }
    store::urgency::take_off(&mut tx, cmd.id, &reason).await?;
    let entry = Entry {
        actor: Some(me.member),
        subject: Some(held.author),
        act: "listing_urgency_taken_off",
        detail: serde_json::json!({ "listing": cmd.id, "reason": reason }),
    };
    record_tx(&mut tx, entry).await?;
    let told = Tell::new(held.author, Kind::UrgencyTakenOff, format!("urgency-taken-off:{}", cmd.id));
    notice::tell_tx(&mut tx, told.about_listing(cmd.id, held.title)).await?;
    Ok(tx.commit().await?)
}
