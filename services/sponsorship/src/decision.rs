//! Putting the question to the engine: may this applicant come in now?

use crate::{SponsorshipError, graph, people::Person, rules::Rules, store, tokens::SponsorFacts};
use database::CommunityTx;
use kernel::{MemberId, SponsorshipId, Timestamp};
use trust::{AdmissionPolicy, Application, Circumstances, Day, Offer, TrustGraph, Verdict, effective_k};

/// A word given to the applicant that does not carry yet.
#[derive(Debug, Clone)]
pub(crate) struct OfferRow {
    pub(crate) sponsorship: SponsorshipId,
    pub(crate) sponsor: MemberId,
    pub(crate) number: u32,
    pub(crate) given_at: Timestamp,
}

/// The engine's answer, with what it was asked.
#[derive(Debug, Clone)]
pub(crate) struct Evaluation {
    pub(crate) verdict: Verdict,
    pub(crate) offers: Vec<OfferRow>,
}

/// The words given to an applicant, the earliest first.
pub(crate) async fn offers(tx: &mut CommunityTx, applicant: MemberId) -> Result<Vec<OfferRow>, SponsorshipError> {
    Ok(store::request::offers(tx, applicant).await?)
}

/// What the engine is asked, with everything but the graph.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    policy: AdmissionPolicy,
    application: Application,
    circumstances: Circumstances,
    extent: graph::Extent,
}

impl Question {
    /// About this applicant, with the words given to them.
    pub(crate) async fn about(
        tx: &mut CommunityTx,
        rules: &Rules,
        applicant: &Person,
        offers: &[OfferRow],
    ) -> Result<Self, SponsorshipError> {
        let now = tx.now();
        let circumstances = circumstances(tx, rules).await?;
        let ids: Vec<MemberId> = offers.iter().map(|offer| offer.sponsor).collect();
        let facts = SponsorFacts::load(tx, &ids).await?;
        let application = Application {
            applicant: Some(applicant.number),
            offers: offers.iter().map(|offer| asked(offer, &facts, rules, now)).collect(),
            open_reservations: store::reservation::open_about(tx, applicant.id).await?,
        };
        // Too few words are too few whoever stands behind them: the edges need not be looked at.
        let needed = effective_k(&rules.policy, circumstances.members_yesterday) as usize;
        let enough = needed > 0 && offers.len() >= needed;
        let extent = if enough { graph::Extent::Whole } else { graph::Extent::People };
        Ok(Self { policy: rules.policy.clone(), application, circumstances, extent })
    }

    /// The engine's answer on this graph.
    pub(crate) fn put_to(&self, graph: &TrustGraph) -> Verdict {
        trust::decide(graph, &self.policy, &self.application, &self.circumstances)
    }
}

/// Asks the engine, for a decision that is to be written: it holds the head and everybody concerned before. A page asks the
/// graph that is kept.
pub(crate) async fn evaluate(
    tx: &mut CommunityTx,
    rules: &Rules,
    applicant: &Person,
    offers: Vec<OfferRow>,
) -> Result<Evaluation, SponsorshipError> {
    let question = Question::about(tx, rules, applicant, &offers).await?;
    let graph = graph::now(tx, question.extent).await?;
    Ok(Evaluation { verdict: question.put_to(&graph), offers })
}

async fn circumstances(tx: &mut CommunityTx, rules: &Rules) -> Result<Circumstances, SponsorshipError> {
    let now = tx.now();
    let midnight = now.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    let counts = store::admission::counts(tx, midnight).await?;
    Ok(Circumstances {
        now,
        opened: rules.opened,
        admitted_today: counts.admitted_today,
        members_yesterday: counts.members_yesterday,
    })
}

fn asked(offer: &OfferRow, facts: &[SponsorFacts], rules: &Rules, now: Timestamp) -> Offer {
    let allowance = facts.iter().find(|facts| facts.id == offer.sponsor).map(|facts| facts.allowance(rules, now));
    Offer {
        sponsor: offer.number,
        offered_at: offer.given_at,
        tokens_left: allowance.as_ref().map_or(0, |allowance| allowance.left),
        barred: allowance.is_some_and(|allowance| allowance.barred_until.is_some_and(|until| until > Day::of(now))),
    }
}

/// Members as the last day ended: what the rules of today go by.
pub(crate) async fn members_yesterday(tx: &mut CommunityTx, rules: &Rules) -> Result<u32, SponsorshipError> {
    Ok(circumstances(tx, rules).await?.members_yesterday)
}

/// Sponsors needed today.
pub(crate) async fn needed_today(tx: &mut CommunityTx, rules: &Rules) -> Result<u32, SponsorshipError> {
    let circumstances = circumstances(tx, rules).await?;
    Ok(effective_k(&rules.policy, circumstances.members_yesterday))
}
