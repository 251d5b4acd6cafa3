//! A host agrees to meet somebody.

use super::{LONGEST_LINE, turn};
use crate::words::{MeetingNews, TurnState};
use crate::{SponsorshipError, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, MeetingId, MeetingLineId};
use notice::{Kind, Tell, tell_tx};

/// Agrees.
#[derive(Debug, Clone)]
pub struct AgreeToMeet {
    /// Which meeting.
    pub meeting: MeetingId,
    /// First words to the applicant: when, where, how to be reached.
    pub words: String,
}

/// Agrees, and tells the applicant who it is. Repeating it is harmless.
pub async fn agree_to_meet(db: &Db, caller: &Caller, cmd: AgreeToMeet) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?;
    let words = text::needed_block("words", &cmd.words, LONGEST_LINE)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::meeting::hold(&mut tx, cmd.meeting).await?.ok_or(SponsorshipError::NotFound)?;
    let mine = store::meeting::turn_of(&mut tx, cmd.meeting, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    match mine.state {
        TurnState::Asked => {}
        TurnState::Accepted => return Ok(()),
        _ => return Err(SponsorshipError::MeetingSettled),
    }
    store::meeting::end_turn(&mut tx, cmd.meeting, me.member, TurnState::Accepted).await?;
    if !store::meeting::agree(&mut tx, cmd.meeting, me.member).await? {
        return Err(SponsorshipError::MeetingSettled);
    }
    let id = MeetingLineId(tx.entropy().id());
    store::meeting::write(&mut tx, id, cmd.meeting, me.member, &words).await?;
    let told = Tell::new(held.applicant, Kind::MeetingAgreed, format!("meeting-agreed:{}:{}", cmd.meeting, me.member));
    tell_tx(&mut tx, told.by(me.member)).await?;
    turn::letter(&mut tx, cmd.meeting, held.applicant, MeetingNews::Agreed).await?;
    tx.commit().await?;
    Ok(())
}
