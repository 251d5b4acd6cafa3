//! Why somebody is in.

use super::VerdictSummary;
use crate::certificate::verdict_of;
use crate::store::people::Namable;
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db};
use kernel::{Act, AdmissionId, Caller, MemberId, Timestamp};
use membership::MemberCard;
use std::collections::HashMap;

/// One person on a witness path; hidden where the person is no longer among those whom members see, or has not agreed to be
/// named.
#[derive(Debug, Clone)]
pub struct WitnessStep {
    /// Who, if they may be named.
    pub member: Option<MemberCard>,
}

/// A decision, with its rule and its evidence.
#[derive(Debug, Clone)]
pub struct AdmissionView {
    /// Which.
    pub id: AdmissionId,
    /// Whether they were let in, or refused.
    pub admitted: bool,
    /// The code of the rule: the engine's, `R0_STEWARD` or `EMAIL_DOMAIN`.
    pub rule: String,
    /// What the engine said, where it was asked.
    pub verdict: Option<VerdictSummary>,
    /// Those whose word carried the newcomer.
    pub sponsors: Vec<WitnessStep>,
    /// The certificate: paths that share nobody, each from a founder to a sponsor.
    pub paths: Vec<Vec<WitnessStep>>,
    /// The steward who decided; shown to stewards only.
    pub decided_by: Option<MemberId>,
    /// Why; shown to stewards only.
    pub reason: Option<String>,
    /// When.
    pub decided_at: Timestamp,
}

/// The latest decision about a member, for members. Refusals and reasons are for stewards.
pub async fn admission_of(
    db: &Db,
    caller: &Caller,
    member: MemberId,
) -> Result<Option<AdmissionView>, SponsorshipError> {
    caller.must(Act::SeeMembers)?;
    let steward = caller.may(Act::SeeStewardDesk);
    let mut tx = db.begin(caller.community).await?;
    let stored = store::admission::of_member(&mut tx, member).await?;
    let Some(stored) = stored.filter(|stored| stored.admitted || steward) else { return Ok(None) };
    let verdict = verdict_of(stored.verdict)?;
    let certificate = verdict.as_ref().and_then(|verdict| verdict.certificate.as_ref());
    let paths: Vec<Vec<u32>> = certificate.map(|certificate| certificate.paths().to_vec()).unwrap_or_default();
    let payers = verdict.as_ref().map(|verdict| verdict.payers.clone()).unwrap_or_default();
    let numbers: Vec<u32> = paths.iter().flatten().chain(&payers).copied().collect();
    // To peers a path names those who agreed, as a chain does; whoever came in knows whose word it was.
    let known: &[u32] = if caller.me().is_some_and(|me| me.member == member) { &payers } else { &[] };
    let whom = if steward { Namable::Everybody } else { Namable::Agreed(known) };
    let cards = store::people::cards_inside(&mut tx, &numbers, whom).await?;
    let paths =
        if steward { paths.into_iter().map(named).collect() } else { without_households(&mut tx, paths).await? };
    tx.commit().await?;
    let shown = |card: MemberCard| if steward { card } else { card.for_peers() };
    let cards: HashMap<u32, MemberCard> =
        cards.into_iter().filter_map(|card| Some((u32::try_from(card.number).ok()?, shown(card)))).collect();
    let step = |number: &u32| WitnessStep { member: cards.get(number).cloned() };
    let seen = |one: &Option<u32>| WitnessStep { member: one.as_ref().and_then(|number| cards.get(number).cloned()) };
    Ok(Some(AdmissionView {
        id: stored.id,
        admitted: stored.admitted,
        rule: stored.rule,
        sponsors: payers.iter().map(step).collect(),
        paths: paths.iter().map(|path| path.iter().map(seen).collect()).collect(),
        verdict: verdict.map(Into::into),
        decided_by: stored.decided_by.filter(|_| steward),
        reason: steward.then_some(stored.reason),
        decided_at: stored.decided_at,
    }))
}

fn named(path: Vec<u32>) -> Vec<Option<u32>> {
    path.into_iter().map(Some).collect()
}

/// Paths for peers: two who only live together stand in a path as one person, whom nobody names (decision 0035).
async fn without_households(
    tx: &mut CommunityTx,
    paths: Vec<Vec<u32>>,
) -> Result<Vec<Vec<Option<u32>>>, SponsorshipError> {
    let pairs: Vec<(u32, u32)> = paths.iter().flat_map(|path| path.windows(2)).filter_map(pair).collect();
    let vouched = store::people::vouched(tx, &pairs).await?;
    let share = |two: &[u32]| pair(two).is_some_and(|pair| !vouched.contains(&pair));
    let shown = |path: Vec<u32>| {
        let mut steps = named(path.clone());
        for (at, _) in path.windows(2).enumerate().rev().filter(|(_, two)| share(two)) {
            steps.splice(at..at + 2, [None]);
        }
        steps
    };
    Ok(paths.into_iter().map(shown).collect())
}

fn pair(two: &[u32]) -> Option<(u32, u32)> {
    if let [giver, taker] = *two { Some((giver, taker)) } else { None }
}
