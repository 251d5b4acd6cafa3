//! The two write to each other to find a day. An applicant has no private messages; this is the room they share with their host.

use super::{LONGEST_LINE, MOST_LINES};
use crate::jobs::MeetingLetter;
use crate::store::meeting::Meeting;
use crate::words::{MeetingNews, MeetingState};
use crate::{SponsorshipError, store};
use chrono::Duration;
use community::text;
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, Deed, MeetingId, MeetingLineId, MemberId};
use notice::{Kind, Tell, tell_tx};

/// The letter waits so long for further lines, so that it is one.
const GRACE: Duration = Duration::minutes(5);

/// Writes a line.
#[derive(Debug, Clone)]
pub struct WriteLine {
    /// Made by the client; sending it twice writes it once.
    pub id: MeetingLineId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// What to say.
    pub words: String,
}

/// The applicant writes to the host who has agreed.
pub async fn write_to_host(db: &Db, caller: &Caller, cmd: WriteLine) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?.member;
    write(db, caller, cmd, me, |meeting| Some((meeting.host?, Kind::NewcomerWrote)).filter(|_| meeting.applicant == me))
        .await
}

/// The host who has agreed writes to the applicant.
pub async fn write_to_newcomer(db: &Db, caller: &Caller, cmd: WriteLine) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?.member;
    write(db, caller, cmd, me, |meeting| {
        Some((meeting.applicant, Kind::HostWrote)).filter(|_| meeting.host == Some(me))
    })
    .await
}

async fn write(
    db: &Db,
    caller: &Caller,
    cmd: WriteLine,
    me: MemberId,
    to: impl FnOnce(&Meeting) -> Option<(MemberId, Kind)> + Send,
) -> Result<(), SponsorshipError> {
    db.count(caller, Deed::Converse, None).await?;
    let words = text::needed_block("words", &cmd.words, LONGEST_LINE)?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::meeting::hold(&mut tx, cmd.meeting).await?.ok_or(SponsorshipError::NotFound)?;
    let (other, kind) = to(&held).ok_or(SponsorshipError::NotFound)?;
    if !matches!(held.state, MeetingState::Agreed | MeetingState::Met) {
        return Err(SponsorshipError::MeetingSettled);
    }
    if store::meeting::lines_written(&mut tx, cmd.meeting).await? >= MOST_LINES {
        return Err(SponsorshipError::TooManyLines);
    }
    if !store::meeting::write(&mut tx, cmd.id, cmd.meeting, me, &words).await? {
        return Ok(());
    }
    tell_tx(&mut tx, Tell::new(other, kind, format!("meeting-line:{}", cmd.id)).by(me)).await?;
    announce(&mut tx, cmd.meeting, other).await?;
    tx.commit().await?;
    Ok(())
}

async fn announce(tx: &mut CommunityTx, meeting: MeetingId, to: MemberId) -> Result<(), SponsorshipError> {
    let soon = Schedule::at(tx.now() + GRACE).meaning(format!("meeting-wrote:{meeting}:{to}"));
    tx.enqueue_with(&MeetingLetter { meeting, member: to, news: MeetingNews::Wrote }, soon).await?;
    Ok(())
}
