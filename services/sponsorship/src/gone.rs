//! What somebody who has gone left unfinished. For the job of [`membership::jobs::MemberGone`].

use crate::head::{Head, TrustEvent};
use crate::jobs::LegacyEnds;
use crate::words::ReviewOutcome;
use crate::{SponsorshipError, hosting, store};
use chrono::Duration;
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, Standing};
use membership::jobs::MemberGone;
use notice::{Kind, Tell, tell_tx};

/// Ends what they had asked for, takes back the words they gave that carry nobody yet (their applicants are told, as when a
/// word is taken back), and ends their invitations; how many rows that were. Doubts about them hold nothing any more. Words that carry somebody stay.
///
/// Requests that wait for *their* answer run out by themselves: to end them now would tell an applicant whose address they
/// had typed.
pub async fn tidy(db: &Db, caller: &Caller, job: &MemberGone) -> Result<u64, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let Some(gone) = store::people::look_at(&mut tx, job.member).await? else { return Ok(0) };
    let asked = store::ends::end_asked(&mut tx, gone.id, job.gone_at).await?;
    let invited = store::ends::end_invitations(&mut tx, gone.id, job.gone_at).await?;
    hosting::end_of_newcomer(&mut tx, gone.id, job.gone_at).await?;
    hosting::end_of_host(&mut tx, gone.id, job.gone_at).await?;
    if !gone.waits() {
        store::reservation::drop_open(&mut tx, gone.id).await?;
    }
    let words = store::ends::take_back(&mut tx, gone.id, job.gone_at).await?;
    for word in &words {
        head.record(&mut tx, &TrustEvent::Withdrawn { sponsor: gone.number, member: word.number }).await?;
        let told = Tell::new(word.applicant, Kind::SponsorshipWithdrawn, format!("withdrawn:{}", word.sponsorship));
        tell_tx(&mut tx, told.about_sponsorship(word.sponsorship)).await?;
    }
    if gone.standing == Standing::Left && gone.joined_at.is_some() {
        end_as_member(&mut tx, job).await?;
    }
    tx.commit().await?;
    Ok(asked + invited + words.len() as u64)
}

/// Whoever left by their own wish is reviewed no more, and carries others for another year.
async fn end_as_member(tx: &mut CommunityTx, job: &MemberGone) -> Result<(), SponsorshipError> {
    store::review::end_of(tx, job.member, ReviewOutcome::Gone, None, "").await?;
    let ends = Schedule::at(job.gone_at + Duration::days(i64::from(trust::LEGACY_DAYS)));
    tx.enqueue_with(
        &LegacyEnds { member: job.member, gone_at: job.gone_at },
        // With its moment: whoever comes back and leaves again within the year leaves a second legacy.
        ends.meaning(format!("legacy-ends:{}:{}", job.member, job.gone_at.timestamp())),
    )
    .await?;
    Ok(())
}
