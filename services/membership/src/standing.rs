//! Where a person stands, and the only place that changes it.

pub mod transition;

use crate::{
    MembershipError, gone,
    jobs::{MemberAdmitted, MemberSuspended, WelcomeMember},
    journal, limits, store, trust_log,
};
use community::text;
use database::CommunityTx;
use kernel::{MemberId, Role, Standing};
use serde_json::json;
use transition::Transition;

/// A change that took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Who.
    pub member: MemberId,
    /// Their number in the trust graph.
    pub number: i32,
    /// Where they stood.
    pub from: Standing,
    /// Where they stand.
    pub to: Standing,
}

/// Moves `member` from one of the standings `from` to `to`: under the locks (trust head, owners, the member), by the table
/// of transitions, with journal and trust history, keeping the count of members right. Whoever is gone after it leaves a job to tidy up.
///
/// # Errors
/// `StandingMoved` when the member stands elsewhere or the table knows no such way; `LastOwner` (bar M8).
pub async fn change_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    from: &[Standing],
    to: Standing,
    actor: Option<MemberId>,
    reason: &str,
) -> Result<Changed, MembershipError> {
    let reason = text::block("reason", reason, limits::REASON)?;
    trust_log::lock_tx(tx).await?;
    let owners = if to == Standing::Member { Vec::new() } else { store::member::lock_owners(tx).await? };
    let before = store::member::lock(tx, member).await?.ok_or(MembershipError::NotFound)?;
    if !from.contains(&before.standing) {
        return Err(MembershipError::StandingMoved);
    }
    let way = Transition::between(before.standing, to).ok_or(MembershipError::StandingMoved)?;
    if before.role == Role::Owner && before.standing == Standing::Member && owners.iter().all(|owner| *owner == member)
    {
        return Err(MembershipError::LastOwner);
    }
    store::member::set_standing(tx, member, &way).await?;
    store::member::count(tx, way.members()).await?;
    if way.ends() {
        gone::tell_nouns(tx, member).await?;
    }
    if to == Standing::Suspended {
        tx.enqueue(&MemberSuspended { member, suspended_at: tx.now() }).await?;
    }
    let changed = Changed { member, number: before.number, from: before.standing, to };
    write_down(tx, changed, actor, &reason).await?;
    Ok(changed)
}

async fn write_down(
    tx: &mut CommunityTx,
    changed: Changed,
    actor: Option<MemberId>,
    reason: &str,
) -> Result<(), MembershipError> {
    let detail = json!({ "from": changed.from, "to": changed.to, "reason": reason });
    journal::record_tx(tx, journal::Entry { actor, subject: Some(changed.member), act: "standing_changed", detail })
        .await?;
    trust_log::append_tx(tx, &trust_log::standing(changed.member, changed.number, changed.from, changed.to)).await?;
    Ok(())
}

/// Lets an applicant (or guest) in, and writes the jobs of the welcome letter and of what they had begun: the caller writes its own decision, nothing more.
pub async fn admit_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    actor: Option<MemberId>,
    reason: &str,
) -> Result<Changed, MembershipError> {
    let waiting = [Standing::Applicant, Standing::Guest];
    let changed = change_tx(tx, member, &waiting, Standing::Member, actor, reason).await?;
    tx.enqueue(&WelcomeMember { member }).await?;
    tx.enqueue(&MemberAdmitted { member }).await?;
    Ok(changed)
}
