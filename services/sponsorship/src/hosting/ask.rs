//! An applicant who knows nobody asks to meet a host.

use super::{ASKED_A_MONTH, AT_ONCE, LONGEST_LINE, LONGEST_TOWN, Place, turn};
use crate::head::Head;
use crate::people::Held;
use crate::rules::Rules;
use crate::words::Way;
use crate::{SponsorshipError, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, Deed, MeetingId};

/// Asks for a host.
#[derive(Debug, Clone)]
pub struct AskHost {
    /// Made by the client; asking twice with the same id asks once.
    pub id: MeetingId,
    /// Where; may be empty.
    pub town: String,
    /// How.
    pub way: Way,
    /// Who one is and when one has time; the host reads it.
    pub note: String,
}

/// Writes the wish and asks the host whose turn it is. Where there is none, it waits until one is there.
pub async fn ask_host(db: &Db, caller: &Caller, cmd: AskHost) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    db.count(caller, Deed::AskSponsor, None).await?;
    let town = text::line("town", &cmd.town, LONGEST_TOWN)?;
    let note = text::needed_block("note", &cmd.note, LONGEST_LINE)?;
    let mut tx = db.begin(caller.community).await?;
    let _head = Head::take(&mut tx).await?;
    let rules = Rules::load(&mut tx).await?;
    Held::take(&mut tx, &[me.member]).await?.waiting(me.member)?;
    if let Some(meeting) = store::meeting::find(&mut tx, cmd.id).await? {
        return if meeting.applicant == me.member { Ok(()) } else { Err(SponsorshipError::IdInUse) };
    }
    let mine = store::meeting::figures(&mut tx, me.member).await?;
    if mine.open >= AT_ONCE {
        return Err(SponsorshipError::TooManyMeetings);
    }
    if mine.lately >= ASKED_A_MONTH {
        return Err(SponsorshipError::AskedTooOften);
    }
    let wanted = turn::Wanted { meeting: cmd.id, applicant: me.member, place: Place::of(&town), way: cmd.way };
    store::meeting::insert(&mut tx, &wanted, &town, &note).await?;
    turn::next(&mut tx, &rules, &wanted).await?;
    tx.commit().await?;
    Ok(())
}
