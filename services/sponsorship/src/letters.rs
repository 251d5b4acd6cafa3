//! What the letters of this noun say, loaded fresh when the job runs. Nothing means: not needed any more.

use crate::jobs::{MeetingLetter, StandingLetter};
use crate::rules::Rules;
use crate::words::{MeetingNews, MeetingState, TurnState};
use crate::{SponsorshipError, decision, store, token};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, EmailAddress, InvitationId, Language, MemberId, SponsorshipId, Standing, Timestamp};

/// A request, as the member who is asked reads of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLetter {
    /// The request.
    pub sponsorship: SponsorshipId,
    /// Who is asked: the reader.
    pub sponsor: MemberId,
    /// Who asks.
    pub applicant: MemberId,
    /// The applicant's name.
    pub applicant_name: String,
    /// Their line to the reader; may be empty.
    pub note: String,
    /// When they asked.
    pub requested_at: Timestamp,
    /// Until when one can answer.
    pub expires_at: Timestamp,
}

/// How far an applicant is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressLetter {
    /// The reader.
    pub applicant: MemberId,
    /// The sponsor's name, where one may be named.
    pub sponsor_name: Option<String>,
    /// Sponsorships given so far.
    pub given: u32,
    /// Sponsorships needed today.
    pub needed: u32,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationFacts {
    /// To whom.
    pub email: EmailAddress,
    /// In which language.
    pub language: Language,
    /// Who invites.
    pub sponsor_name: String,
    /// What they wrote.
    pub sentence: String,
    /// The token of its link.
    pub token: String,
    /// Until when it holds.
    pub expires_at: Timestamp,
}

/// A newcomer, as a sponsor reads of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldFacts {
    /// The newcomer.
    pub member: MemberId,
    /// Their name.
    pub name: String,
}

/// The request, as long as it is open, its member was found and is a full member, and the applicant waits.
pub(crate) async fn asked(tx: &mut CommunityTx, id: SponsorshipId) -> Result<Option<AskedLetter>, SponsorshipError> {
    Ok(store::letters::asked(tx, id).await?)
}

/// A reminder of a request that is still open.
pub async fn reminder(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<Option<AskedLetter>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let letter = asked(&mut tx, id).await?;
    tx.commit().await?;
    Ok(letter)
}

/// "Somebody vouches for you", as long as the word stands and the applicant waits.
pub async fn given(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<Option<ProgressLetter>, SponsorshipError> {
    progress(db, caller, id, true).await
}

/// "Not this time", as long as the applicant waits. Names nobody.
pub async fn declined(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<Option<ProgressLetter>, SponsorshipError> {
    progress(db, caller, id, false).await
}

async fn progress(
    db: &Db,
    caller: &Caller,
    id: SponsorshipId,
    given: bool,
) -> Result<Option<ProgressLetter>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(row) = store::letters::progress(&mut tx, id, given).await? else { return Ok(None) };
    let rules = Rules::load(&mut tx).await?;
    let needed = decision::needed_today(&mut tx, &rules).await?;
    let so_far = decision::offers(&mut tx, row.applicant).await?.len();
    tx.commit().await?;
    Ok(Some(ProgressLetter {
        applicant: row.applicant,
        sponsor_name: row.sponsor_name.filter(|_| given),
        given: u32::try_from(so_far).unwrap_or(u32::MAX),
        needed,
    }))
}

/// An invitation that holds, to somebody who is not inside yet.
pub async fn invitation(
    db: &Db,
    caller: &Caller,
    id: InvitationId,
) -> Result<Option<InvitationFacts>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let token = token::invitation(tx.seal(), tx.community(), id);
    let facts = store::letters::invitation(&mut tx, id, token).await?;
    tx.commit().await?;
    Ok(facts)
}

/// The newcomer a sponsor vouched for, as long as both are inside.
pub async fn admission_told(
    db: &Db,
    caller: &Caller,
    member: MemberId,
    sponsor: MemberId,
) -> Result<Option<ToldFacts>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let facts = store::letters::told(&mut tx, member, sponsor).await?;
    tx.commit().await?;
    Ok(facts)
}

/// What somebody reads of where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingFacts {
    /// The reason, or the answer to an appeal; empty where none was given.
    pub reason: String,
    /// Until when a new word mends it, while under review.
    pub until_at: Option<Timestamp>,
}

/// Where somebody stands, as long as it is so: nothing when the review or the exclusion has ended meanwhile.
pub async fn standing(
    db: &Db,
    caller: &Caller,
    job: &StandingLetter,
) -> Result<Option<StandingFacts>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let facts = store::letters::standing(&mut tx, job).await?;
    tx.commit().await?;
    Ok(facts)
}

/// The names of those whose word carries a member, for the welcome letter; none where stewards or a rule admitted.
pub async fn sponsor_names(db: &Db, caller: &Caller, member: MemberId) -> Result<Vec<String>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let names = store::letters::sponsor_names(&mut tx, member).await?;
    tx.commit().await?;
    Ok(names)
}

/// What a letter says of a meeting with a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFacts {
    /// The other's name; empty where nobody is named.
    pub name: String,
    /// To a host who is asked: what the applicant wrote; else empty.
    pub words: String,
    /// To a host who is asked: until when they can answer.
    pub until_at: Option<Timestamp>,
    /// Whether a host reads it.
    pub to_host: bool,
}

/// A letter about a meeting, as long as what it tells is so and its reader has part in it.
pub async fn meeting(db: &Db, caller: &Caller, job: &MeetingLetter) -> Result<Option<MeetingFacts>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let told = store::meeting::told(&mut tx, job.meeting, job.member).await?;
    tx.commit().await?;
    Ok(told.and_then(|told| facts(told, job)))
}

fn facts(told: store::meeting::Told, job: &MeetingLetter) -> Option<MeetingFacts> {
    let inside = told.reader == Standing::Member;
    let mine = told.applicant == job.member;
    let agreed = matches!(told.state, MeetingState::Agreed | MeetingState::Met);
    let plain = |name: String| MeetingFacts { name, words: String::new(), until_at: None, to_host: !mine };
    if !told.waits {
        return None;
    }
    match (job.news, told.turn) {
        (MeetingNews::Asked, Some((TurnState::Asked, until))) if inside => {
            Some(MeetingFacts { words: told.note, until_at: Some(until), ..plain(told.applicant_name) })
        }
        (MeetingNews::Missed, Some((TurnState::Missed, _))) if inside => Some(plain(told.applicant_name)),
        (MeetingNews::MovedOn, _) if mine && told.state == MeetingState::Seeking => Some(plain(String::new())),
        (MeetingNews::Agreed | MeetingNews::Wrote, _) if mine && agreed => Some(plain(told.host_name)),
        (MeetingNews::Wrote, _) if told.host == Some(job.member) && inside && agreed => {
            Some(plain(told.applicant_name))
        }
        _ => None,
    }
}

/// Who asked, and until when there can be an answer, as long as they see it wait. Nothing once it was answered with yes, taken
/// back or ended; a no looks like silence here as everywhere.
pub async fn unanswered(
    db: &Db,
    caller: &Caller,
    id: SponsorshipId,
) -> Result<Option<(MemberId, Timestamp)>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::letters::unanswered(&mut tx, id).await?;
    tx.commit().await?;
    Ok(found)
}
