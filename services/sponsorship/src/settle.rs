//! What follows from a decision: in, or when to ask again, or whom to call.

use crate::admission::{Ground, let_in};
use crate::decision::{Evaluation, evaluate, offers};
use crate::head::Head;
use crate::jobs::RecheckApplicant;
use crate::people::Person;
use crate::{SponsorshipError, rules::Rules};
use database::{CommunityTx, Schedule};
use kernel::MemberId;
use membership::recipient::stewards_tx;
use notice::{Kind, Tell, tell_tx};
use trust::{Outcome, Verdict};
use uuid::Uuid;

/// Asks the engine about an applicant and does what follows, in the caller's transaction, which holds the head and the people.
/// Where stewards admit, nothing follows from words alone.
pub(crate) async fn settle(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    applicant: &Person,
) -> Result<Verdict, SponsorshipError> {
    let given = offers(tx, applicant.id).await?;
    let Evaluation { verdict, offers } = evaluate(tx, rules, applicant, given).await?;
    match verdict.outcome {
        Outcome::Admitted => let_in(tx, head, rules, applicant, &offers, Ground::Vouched(verdict.clone())).await?,
        Outcome::Waiting => ask_again(tx, applicant.id, &verdict).await?,
        Outcome::Undetermined => call_stewards(tx, applicant.id, Kind::ApplicantUndetermined).await?,
    }
    Ok(verdict)
}

async fn ask_again(tx: &mut CommunityTx, applicant: MemberId, verdict: &Verdict) -> Result<(), SponsorshipError> {
    if let Some(at) = verdict.again_at {
        let schedule = Schedule::at(at).meaning(format!("recheck:{applicant}:{}", at.timestamp()));
        tx.enqueue_with(&RecheckApplicant { member: applicant }, schedule).await?;
    }
    Ok(())
}

/// Tells every steward and owner, once an applicant and kind.
pub(crate) async fn call_stewards(
    tx: &mut CommunityTx,
    applicant: MemberId,
    kind: Kind,
) -> Result<(), SponsorshipError> {
    for steward in stewards_tx(tx).await? {
        let meaning = format!("{}:{applicant}", kind.as_str());
        tell_tx(tx, Tell::new(steward.member, kind, meaning).by(applicant)).await?;
    }
    Ok(())
}

/// Tells every steward and owner but the one who caused it that `about` (a wish, a review, an appeal) concerning `member` waits for them.
pub(crate) async fn call_other_stewards(
    tx: &mut CommunityTx,
    but: Option<MemberId>,
    member: MemberId,
    kind: Kind,
    about: Uuid,
) -> Result<(), SponsorshipError> {
    for steward in stewards_tx(tx).await?.iter().filter(|steward| Some(steward.member) != but) {
        let meaning = format!("{}:{about}", kind.as_str());
        tell_tx(tx, Tell::new(steward.member, kind, meaning).by(member)).await?;
    }
    Ok(())
}
