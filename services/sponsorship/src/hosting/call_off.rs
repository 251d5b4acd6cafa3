//! An applicant does not need a meeting any more.

use super::end::over;
use crate::words::MeetingState;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, MeetingId};

/// Calls it off.
#[derive(Debug, Clone, Copy)]
pub struct CallOffMeeting {
    /// Which meeting.
    pub meeting: MeetingId,
}

/// Ends it; the host who was asked or had agreed is told. Repeating it is harmless.
pub async fn call_off_meeting(db: &Db, caller: &Caller, cmd: CallOffMeeting) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::meeting::hold(&mut tx, cmd.meeting).await?;
    let held = held.filter(|held| held.applicant == me.member).ok_or(SponsorshipError::NotFound)?;
    match held.state {
        MeetingState::Seeking | MeetingState::Agreed => over(&mut tx, &held).await?,
        MeetingState::Ended => return Ok(()),
        MeetingState::Met => return Err(SponsorshipError::MeetingSettled),
    }
    tx.commit().await?;
    Ok(())
}
