//! A steward refuses somebody.

use crate::admission::BY_OFFICE;
use crate::admit::LONGEST_REASON;
use crate::head::{Head, TrustEvent};
use crate::people::Held;
use crate::rules::Rules;
use crate::{SponsorshipError, hosting, store};
use community::text;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, AdmissionId, Caller, MemberId, Standing};
use membership::{change_tx, still_must_tx};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Refuses somebody.
#[derive(Debug, Clone)]
pub struct Refuse {
    /// Whom.
    pub member: MemberId,
    /// Why; kept with the decision, must say something.
    pub reason: String,
}

/// Refuses an applicant by office, where the policy gives admission to stewards. They may apply again later.
pub async fn refuse(db: &Db, caller: &Caller, cmd: Refuse) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AdmitByOffice)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    still_must_tx(&mut tx, caller, Act::AdmitByOffice).await?;
    let rules = Rules::load(&mut tx).await?;
    if !rules.by_office {
        return Err(SponsorshipError::NotByOffice);
    }
    let people = Held::take(&mut tx, &[cmd.member]).await?;
    let applicant = people.waiting(cmd.member)?;
    change_tx(&mut tx, applicant.id, &[Standing::Applicant, Standing::Guest], Standing::Left, Some(me.member), &reason)
        .await?;
    store::ends::close_open(&mut tx, applicant.id).await?;
    let now = tx.now();
    hosting::end_of_newcomer(&mut tx, applicant.id, now).await?;
    write_down(&mut tx, &head, &rules, applicant.id, me.member, &reason).await?;
    head.record(&mut tx, &TrustEvent::Refused { member: applicant.number }).await?;
    tell_tx(&mut tx, Tell::new(applicant.id, Kind::Refused, format!("refused:{}:{}", applicant.id, head.seq())))
        .await?;
    tx.commit().await?;
    Ok(())
}

async fn write_down(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    member: MemberId,
    steward: MemberId,
    reason: &str,
) -> Result<(), SponsorshipError> {
    let record = store::admission::Record {
        id: AdmissionId(tx.entropy().id()),
        member,
        admitted: false,
        rule: BY_OFFICE,
        verdict: json!({ "rule": BY_OFFICE }),
        policy: serde_json::to_value(&rules.policy).map_err(DatabaseError::from)?,
        seq: head.seq(),
        decided_by: Some(steward),
        reason,
    };
    Ok(store::admission::insert(tx, &record).await?)
}
