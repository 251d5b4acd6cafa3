//! A host leaves it to the next one.

use super::turn::move_on;
use crate::head::Head;
use crate::rules::Rules;
use crate::words::TurnState;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, MeetingId};

/// Passes.
#[derive(Debug, Clone, Copy)]
pub struct PassOn {
    /// Which meeting.
    pub meeting: MeetingId,
}

/// Passes, without a reason: the applicant reads that the next one is asked, and no name. Repeating it is harmless.
pub async fn pass_on(db: &Db, caller: &Caller, cmd: PassOn) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?;
    let mut tx = db.begin(caller.community).await?;
    let _head = Head::take(&mut tx).await?;
    let rules = Rules::load(&mut tx).await?;
    let held = store::meeting::hold(&mut tx, cmd.meeting).await?.ok_or(SponsorshipError::NotFound)?;
    let mine = store::meeting::turn_of(&mut tx, cmd.meeting, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    match mine.state {
        TurnState::Asked => {}
        TurnState::Passed => return Ok(()),
        _ => return Err(SponsorshipError::MeetingSettled),
    }
    move_on(&mut tx, &rules, &held.wanted(), (me.member, TurnState::Passed)).await?;
    tx.commit().await?;
    Ok(())
}
