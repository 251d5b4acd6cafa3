//! Deciding again about somebody for whom only time stood in the way.

use crate::head::Head;
use crate::people::Held;
use crate::rules::Rules;
use crate::settle::settle;
use crate::{SponsorshipError, decision};
use database::Db;
use kernel::{Act, Caller, MemberId};
use trust::Outcome;

/// Decides again. True when the applicant came in; false when they wait on, or wait no more.
pub async fn recheck(db: &Db, caller: &Caller, applicant: MemberId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let mut concerned = vec![applicant];
    concerned.extend(decision::offers(&mut tx, applicant).await?.into_iter().map(|offer| offer.sponsor));
    let people = Held::take(&mut tx, &concerned).await?;
    let Ok(person) = people.waiting(applicant) else { return Ok(false) };
    let rules = Rules::load(&mut tx).await?;
    let verdict = settle(&mut tx, &head, &rules, person).await?;
    tx.commit().await?;
    Ok(verdict.outcome == Outcome::Admitted)
}
