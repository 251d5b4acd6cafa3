//! How two members are linked.

use super::super::Member;
use crate::visit::Desk;
use async_graphql::{Enum, Result, SimpleObject};
use kernel::{MemberId, RefusalKind, Refuse as _};

/// Who vouched for whom in a step of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "trust::Arrow")]
pub enum Arrow {
    /// The one before vouched for this one.
    Sponsored,
    /// This one vouched for the one before.
    SponsoredBy,
    /// Each for the other.
    Mutual,
}

/// How close two people are, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Closeness")]
pub enum Closeness {
    /// No chain.
    None,
    /// A chain, but a long one.
    Faint,
    /// A score of 0.15 or more.
    Thin,
    /// 0.4 or more.
    Good,
    /// 0.7 or more.
    Strong,
}

/// For how long somebody has been a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Band")]
pub enum SeniorityBand {
    /// Less than a year.
    New,
    /// One to three years.
    Settled,
    /// Three years or more.
    Old,
}

/// One person on a chain. The first is the asker.
#[derive(SimpleObject)]
pub struct ChainStep {
    /// Who; hidden where the person has not agreed to be named, or is no longer among those whom members see.
    member: Option<Member>,
    /// Who vouched for whom between the one before and this one; absent on the first.
    arrow: Option<Arrow>,
}

/// A chain from the asker to another member, both included.
#[derive(SimpleObject)]
pub struct Chain {
    /// Its people, in order.
    steps: Vec<ChainStep>,
}

/// What somebody's time here says.
#[derive(SimpleObject)]
pub struct TrustRecord {
    /// For how long they have been a member.
    seniority: SeniorityBand,
    /// People for whom they vouched and who are here.
    sponsored: u32,
    /// Of these, how many for a year or more.
    lasted: u32,
    /// Chains with nobody in common that lead to them from the founders: as many as the community asks for. Absent where they
    /// have fewer, or none are asked for.
    solid_by: Option<u32>,
}

/// The ties between the asker and another member.
#[derive(SimpleObject)]
pub struct HowLinked {
    /// One shortest chain, both ends included; empty when there is none.
    chain: Vec<ChainStep>,
    /// Up to three chains that share nobody in between, shortest together.
    chains: Vec<Chain>,
    /// How many of these there are; 3 means three or more.
    independent: u8,
    /// Whether the search was cut short, so that there may be more.
    may_be_more: bool,
    /// From 0 to below 1, the same seen from both sides.
    score: f64,
    /// The same in a word.
    closeness: Closeness,
    /// Members who vouched for both, as far as they agreed to be named.
    common_sponsors: Vec<Member>,
    /// How many there are, named or not.
    common_sponsors_count: u32,
    /// Members for whom both vouched, as far as they agreed to be named.
    common_sponsored: Vec<Member>,
    /// How many there are, named or not.
    common_sponsored_count: u32,
    /// What the other's time here says.
    record: Option<TrustRecord>,
}

/// Nothing where the house knows no ties to speak of: oneself, or somebody who is not inside.
pub(crate) async fn how_linked(desk: Desk<'_>, member: MemberId) -> Result<Option<HowLinked>> {
    if desk.caller.me().is_some_and(|me| me.member == member) {
        return Ok(None);
    }
    match sponsorship::connection(desk.db, desk.caller, member).await {
        Err(error) if error.refusal().kind == RefusalKind::NotFound => Ok(None),
        found => desk.value(found).map(|view| Some(view.into())),
    }
}

impl From<sponsorship::ConnectionView> for HowLinked {
    fn from(view: sponsorship::ConnectionView) -> Self {
        Self {
            chain: steps(view.chain),
            chains: view.chains.into_iter().map(|chain| Chain { steps: steps(chain) }).collect(),
            independent: view.independent,
            may_be_more: view.more,
            score: view.score,
            closeness: view.closeness.map_or(Closeness::None, Into::into),
            common_sponsors_count: view.common_sponsors.count,
            common_sponsors: view.common_sponsors.named.into_iter().map(Member).collect(),
            common_sponsored_count: view.common_sponsored.count,
            common_sponsored: view.common_sponsored.named.into_iter().map(Member).collect(),
            record: view.record.map(Into::into),
        }
    }
}

impl From<sponsorship::RecordView> for TrustRecord {
    fn from(view: sponsorship::RecordView) -> Self {
        let sponsorship::Record { band, sponsored, lasted, .. } = view.record;
        Self { seniority: band.into(), sponsored, lasted, solid_by: view.solid }
    }
}

fn steps(chain: Vec<sponsorship::ChainStep>) -> Vec<ChainStep> {
    let step =
        |step: sponsorship::ChainStep| ChainStep { member: step.member.map(Member), arrow: step.arrow.map(Into::into) };
    chain.into_iter().map(step).collect()
}
