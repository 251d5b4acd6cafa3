//! A steward refuses somebody.

use crate::admission::BY_OFFICE;
use crate::admit::LONGEST_REASON;
use crate::head::{Head, TrustEvent};
use crate::people::{Held, Person};
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
    turn_away(&mut tx, &head, &rules, applicant, Ruling { steward: me.member, rule: BY_OFFICE, reason: &reason })
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Who refuses, by which rule and why.
pub(crate) struct Ruling<'r> {
    pub(crate) steward: MemberId,
    pub(crate) rule: &'r str,
    pub(crate) reason: &'r str,
}

/// Everything a refusal writes, in the caller's transaction, which holds the head and the applicant.
pub(crate) async fn turn_away(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    applicant: &Person,
    ruling: Ruling<'_>,
) -> Result<(), SponsorshipError> {
    let waiting = [Standing::Applicant, Standing::Guest];
    change_tx(tx, applicant.id, &waiting, Standing::Left, Some(ruling.steward), ruling.reason).await?;
    store::ends::close_open(tx, applicant.id).await?;
    store::reservation::drop_open(tx, applicant.id).await?;
    let now = tx.now();
    hosting::end_of_newcomer(tx, applicant.id, now).await?;
    write_down(tx, head, rules, applicant.id, &ruling).await?;
    head.record(tx, &TrustEvent::Refused { member: applicant.number }).await?;
    tell_tx(tx, Tell::new(applicant.id, Kind::Refused, format!("refused:{}:{}", applicant.id, head.seq()))).await?;
    Ok(())
}

async fn write_down(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    member: MemberId,
    ruling: &Ruling<'_>,
) -> Result<(), SponsorshipError> {
    let record = store::admission::Record {
        id: AdmissionId(tx.entropy().id()),
        member,
        admitted: false,
        rule: ruling.rule,
        verdict: json!({ "rule": ruling.rule }),
        policy: serde_json::to_value(&rules.policy).map_err(DatabaseError::from)?,
        seq: head.seq(),
        decided_by: Some(ruling.steward),
        reason: ruling.reason,
    };
    Ok(store::admission::insert(tx, &record).await?)
}
