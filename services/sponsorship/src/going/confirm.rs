//! A second steward confirms what the first has proposed, having seen the same.

use super::Asked;
use super::carry_out::carry_out;
use crate::head::Head;
use crate::words::DepartureState;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, DepartureId};
use membership::{still_must_tx, suspend::may_judge};

/// Confirms a wish.
#[derive(Debug, Clone)]
pub struct ConfirmDeparture {
    /// Which.
    pub id: DepartureId,
    /// The name of what was shown to whoever confirms.
    pub seen: String,
}

/// Puts the member out, as [`super::put_out`] does. Repeating it is harmless.
///
/// # Errors
/// `SameSteward` to whoever proposed it; `DepartureSettled` when it was called off or has waited for more than seven days;
/// `GraphMoved` when others are touched by now than were shown.
pub async fn confirm_departure(db: &Db, caller: &Caller, cmd: ConfirmDeparture) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let wish = store::departure::lock(&mut tx, cmd.id).await?.ok_or(SponsorshipError::NotFound)?;
    let me = caller.me().map(|me| me.member);
    match wish.state {
        DepartureState::Done if wish.settled_by == me => return Ok(()),
        DepartureState::Proposed if wish.expires_at > tx.now() => {}
        _ => return Err(SponsorshipError::DepartureSettled),
    }
    may_judge(&mut tx, caller, Act::Suspend, wish.member).await?;
    if me.is_some() && wish.proposed_by == me {
        return Err(SponsorshipError::SameSteward);
    }
    let asked = Asked::now(&mut tx, wish.member, wish.cause).await?;
    if asked.seen() != cmd.seen {
        return Err(SponsorshipError::GraphMoved);
    }
    carry_out(&mut tx, &head, caller, &wish, &asked).await?;
    tx.commit().await?;
    Ok(())
}
