//! Whose word counts: S = members offering, senior enough, not under review, not barred, with a token left; of one household the first.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Application, Circumstances, Offer};
use crate::{AdmissionPolicy, Day, MemberState, TrustGraph};

/// Why an offer does not count now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "why")]
pub enum WhyAside {
    /// Nobody sponsors themselves.
    Oneself,
    /// Not a member in good standing.
    NotAMember,
    /// Under review.
    UnderReview,
    /// In for too short a time.
    TooNew {
        /// First day on which the offer counts.
        from: Day,
    },
    /// Barred by strikes.
    Barred,
    /// No token left.
    NoToken,
    /// Shares a household with a sponsor who counts: one household, one word.
    SameHousehold,
}

/// An offer that does not count now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Whose.
    pub sponsor: u32,
    /// Why.
    #[serde(flatten)]
    pub why: WhyAside,
}

/// Offers, sorted out.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// Offers that count, the earliest first.
    pub(super) eligible: Vec<Offer>,
    pub(super) set_aside: Vec<SetAside>,
    /// Seniority that was asked, days.
    pub(super) seniority_days: u32,
}

impl Count {
    /// Households set aside for a reason that `asked` answers to, and which have no word that counts: what each would add. In order.
    pub(super) fn further<T: Ord + Copy>(&self, graph: &TrustGraph, asked: impl Fn(WhyAside) -> Option<T>) -> Vec<T> {
        let voice = |member: u32| graph.households().voice(member);
        let mut first: HashMap<u32, T> = HashMap::new();
        let counted: HashSet<u32> = self.eligible.iter().map(|offer| voice(offer.sponsor)).collect();
        for aside in self.set_aside.iter().filter(|aside| !counted.contains(&voice(aside.sponsor))) {
            let Some(answer) = asked(aside.why) else { continue };
            first.entry(voice(aside.sponsor)).and_modify(|known| *known = answer.min(*known)).or_insert(answer);
        }
        let mut all: Vec<T> = first.into_values().collect();
        all.sort_unstable();
        all
    }
}

pub(super) fn count(
    graph: &TrustGraph,
    policy: &AdmissionPolicy,
    application: &Application,
    circumstances: &Circumstances,
) -> Count {
    let today = Day::of(circumstances.now);
    let seniority_days = policy.seniority_on(today, circumstances.opened);
    let mut count = Count { seniority_days, ..Count::default() };
    let mut spoken = HashSet::new();
    for offer in distinct(&application.offers) {
        let aside = why_aside(graph, application.applicant, &offer, today, seniority_days)
            .or_else(|| (!spoken.insert(graph.households().voice(offer.sponsor))).then_some(WhyAside::SameHousehold));
        match aside {
            Some(why) => count.set_aside.push(SetAside { sponsor: offer.sponsor, why }),
            None => count.eligible.push(offer),
        }
    }
    count
}

/// One offer per sponsor, the earliest; in order of time, then number.
fn distinct(offers: &[Offer]) -> Vec<Offer> {
    let mut earliest: HashMap<u32, &Offer> = HashMap::new();
    for offer in offers {
        let kept = earliest.entry(offer.sponsor).or_insert(offer);
        if offer.offered_at < kept.offered_at {
            *kept = offer;
        }
    }
    let mut offers: Vec<Offer> = earliest.into_values().cloned().collect();
    offers.sort_by_key(|offer| (offer.offered_at, offer.sponsor));
    offers
}

fn why_aside(
    graph: &TrustGraph,
    applicant: Option<u32>,
    offer: &Offer,
    today: Day,
    seniority_days: u32,
) -> Option<WhyAside> {
    if applicant == Some(offer.sponsor) {
        return Some(WhyAside::Oneself);
    }
    let since = match graph.state(offer.sponsor) {
        Some(MemberState::Member { since }) => since,
        Some(MemberState::UnderReview) => return Some(WhyAside::UnderReview),
        _ => return Some(WhyAside::NotAMember),
    };
    if !graph.was_made_root(offer.sponsor) && today.since(since) < i64::from(seniority_days) {
        return Some(WhyAside::TooNew { from: since.plus(seniority_days) });
    }
    if offer.barred {
        return Some(WhyAside::Barred);
    }
    (offer.tokens_left == 0).then_some(WhyAside::NoToken)
}
