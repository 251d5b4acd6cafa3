//! A steward lets somebody in.

use crate::admission::{Ground, let_in};
use crate::head::Head;
use crate::people::Held;
use crate::rules::Rules;
use crate::{SponsorshipError, decision, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, MemberId};
use membership::still_must_tx;
use trust::Outcome;

/// The longest reason, characters.
pub const LONGEST_REASON: usize = 500;

/// Lets somebody in.
#[derive(Debug, Clone)]
pub struct Admit {
    /// Whom.
    pub member: MemberId,
    /// Why; kept with the decision, may be empty.
    pub reason: String,
}

/// Lets an applicant in by office: where the policy gives it to stewards, or where the engine handed the case to a person.
/// An open reservation is decided first. Of two stewards who decide at once one is told `NotWaiting` (bar M1).
pub async fn admit(db: &Db, caller: &Caller, cmd: Admit) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AdmitByOffice)?;
    let reason = text::block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    still_must_tx(&mut tx, caller, Act::AdmitByOffice).await?;
    let rules = Rules::load(&mut tx).await?;
    let offers = decision::offers(&mut tx, cmd.member).await?;
    let mut concerned = vec![cmd.member];
    concerned.extend(offers.iter().map(|offer| offer.sponsor));
    let people = Held::take(&mut tx, &concerned).await?;
    let applicant = people.waiting(cmd.member)?;
    let evaluation = decision::evaluate(&mut tx, &rules, applicant, offers).await?;
    if !rules.by_office && evaluation.verdict.outcome != Outcome::Undetermined {
        return Err(SponsorshipError::NotByOffice);
    }
    if store::reservation::open_about(&mut tx, applicant.id).await? > 0 {
        return Err(SponsorshipError::ReservationOpen);
    }
    let ground = Ground::Office { steward: me.member, reason, verdict: Some(evaluation.verdict) };
    let_in(&mut tx, &head, &rules, applicant, &evaluation.offers, ground).await?;
    tx.commit().await?;
    Ok(())
}
