//! Somebody who waits changes their request.

use super::{as_request, call_team, must_be_granted};
use crate::{Edit, ExchangeError, State, near, rules, store};
use database::Db;
use kernel::{Act, Caller};

/// Changes the caller's request and gives it to the team again; until they let it through, nobody else reads it. The team is called
/// anew only where it had looked at it before.
///
/// # Errors
/// `Forbidden` where the community does not grant it; `NotFound` when it is not one's own; `Closed`; what is wrong with the draft.
pub async fn correct_guest_request(db: &Db, caller: &Caller, cmd: Edit) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let mut tx = db.begin(caller).await?;
    must_be_granted(&mut tx, caller).await?;
    let held = store::guest_request::hold(&mut tx, cmd.id).await?;
    let held = held.filter(|held| held.author == me.member).ok_or(ExchangeError::NotFound)?;
    if !matches!(held.state, State::Checking | State::Returned | State::Open) {
        return Err(ExchangeError::Closed);
    }
    let rules = rules::rules(&mut tx).await?;
    let checked = as_request(cmd.draft).check(&rules, None)?;
    let place = near::place_of_listing(&checked.town, None);
    let sent_at = store::guest_request::send_again(&mut tx, cmd.id, &checked, place.as_ref()).await?;
    if held.state != State::Checking {
        call_team(&mut tx, me.member, cmd.id, &checked.title, sent_at).await?;
    }
    Ok(tx.commit().await?)
}
