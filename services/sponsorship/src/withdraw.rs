//! A sponsor takes their word back while the applicant still waits.

use crate::head::{Head, TrustEvent};
use crate::people::Held;
use crate::words::State;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, SponsorshipId};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Takes one's word back.
#[derive(Debug, Clone, Copy)]
pub struct Withdraw {
    /// The sponsorship.
    pub sponsorship: SponsorshipId,
}

/// The promised token is free again at once. After the admission it is too late: ending a sponsorship that carries somebody
/// is a matter for the stewards. Repeating it is harmless.
pub async fn withdraw(db: &Db, caller: &Caller, cmd: Withdraw) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let request =
        store::request::to_answer(&mut tx, cmd.sponsorship, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    let people = Held::take(&mut tx, &[me.member, request.applicant]).await?;
    match request.state {
        State::Withdrawn => return Ok(()),
        State::Given if request.active => return Err(SponsorshipError::TooLateToWithdraw),
        State::Given => {}
        _ => return Err(SponsorshipError::AlreadyAnswered),
    }
    let (sponsor, applicant) = (people.get(me.member)?, people.get(request.applicant)?);
    store::request::withdraw(&mut tx, cmd.sponsorship).await?;
    head.record(&mut tx, &TrustEvent::Withdrawn { sponsor: sponsor.number, member: applicant.number }).await?;
    let detail = json!({ "sponsorship": cmd.sponsorship });
    tx.record(Entry { actor: Some(me.member), subject: Some(applicant.id), act: "sponsorship_withdrawn", detail });
    let told = Tell::new(applicant.id, Kind::SponsorshipWithdrawn, format!("withdrawn:{}", cmd.sponsorship));
    tell_tx(&mut tx, told.about_sponsorship(cmd.sponsorship)).await?;
    tx.commit().await?;
    Ok(())
}
