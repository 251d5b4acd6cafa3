//! A host says that they have met the newcomer, and may then answer like any sponsor.

use crate::ask::{NewRequest, schedule_end};
use crate::people::Held;
use crate::rules::Rules;
use crate::store::meeting::Meeting;
use crate::words::{MeetingState, MetBy, Route};
use crate::{SponsorshipError, store};
use chrono::NaiveDate;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MeetingId, SponsorshipId};

/// They have met.
#[derive(Debug, Clone, Copy)]
pub struct RecordMeeting {
    /// Which meeting.
    pub meeting: MeetingId,
    /// On which day, in the community's time zone.
    pub met_on: NaiveDate,
    /// How.
    pub met_by: MetBy,
}

/// Writes it down, and hands out the request that the host can answer now: vouching with [`crate::give`], or not. Repeating it is
/// harmless.
pub async fn record_meeting(db: &Db, caller: &Caller, cmd: RecordMeeting) -> Result<SponsorshipId, SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?;
    let mut tx = db.begin(caller.community).await?;
    let seen = store::meeting::find(&mut tx, cmd.meeting).await?;
    let seen = seen.filter(|seen| seen.host == Some(me.member)).ok_or(SponsorshipError::NotFound)?;
    let people = Held::take(&mut tx, &[seen.applicant]).await?;
    let held = store::meeting::hold(&mut tx, cmd.meeting).await?.ok_or(SponsorshipError::NotFound)?;
    match (held.state, held.sponsorship) {
        (MeetingState::Met, Some(sponsorship)) => return Ok(sponsorship),
        (MeetingState::Agreed, _) if held.host == Some(me.member) => {}
        _ => return Err(SponsorshipError::MeetingSettled),
    }
    people.waiting(held.applicant)?;
    must_be_the_day(&mut tx, &held, cmd.met_on).await?;
    let sponsorship = request(&mut tx, &held).await?;
    store::meeting::met(&mut tx, cmd.meeting, cmd.met_on, cmd.met_by, sponsorship).await?;
    tx.commit().await?;
    Ok(sponsorship)
}

async fn must_be_the_day(tx: &mut CommunityTx, meeting: &Meeting, day: NaiveDate) -> Result<(), SponsorshipError> {
    let face = community::views::face_tx(tx).await?;
    let local = |at: kernel::Timestamp| at.with_timezone(&face.timezone).date_naive();
    let fits = (local(meeting.asked_at)..=local(tx.now())).contains(&day);
    if fits { Ok(()) } else { Err(SponsorshipError::NotThatDay) }
}

/// The request between the two that stands already, or a new one. It needs no letter, because the host has it before them; it
/// is recalled and runs out like any other.
async fn request(tx: &mut CommunityTx, meeting: &Meeting) -> Result<SponsorshipId, SponsorshipError> {
    let host = meeting.host.ok_or(SponsorshipError::NotFound)?;
    let standing = store::meeting::request_of_pair(tx, host, meeting.applicant).await?;
    if let Some(known) = standing.filter(|standing| standing.is_known) {
        return Ok(known.id);
    }
    let rules = Rules::load(tx).await?;
    let id = SponsorshipId(tx.entropy().id());
    let request = NewRequest {
        id,
        applicant: meeting.applicant,
        sponsor: Some(host),
        email: None,
        note: &meeting.note,
        route: Route::Host,
    };
    let ends = rules.request_ends(tx.now());
    // Of a request by address the applicant does not know whose it was: to them this one looks like any other, and the host answers
    // the one that stands.
    if !store::request::insert(tx, &request, standing.is_some(), ends).await? {
        return Err(SponsorshipError::AlreadyAsked);
    }
    schedule_end(tx, id, &rules).await?;
    Ok(standing.map_or(id, |standing| standing.id))
}
