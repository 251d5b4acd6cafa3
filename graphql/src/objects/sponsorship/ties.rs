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

/// One person on a chain. The first is the asker.
#[derive(SimpleObject)]
pub struct ChainStep {
    /// Who; hidden where the person is no longer among those whom members see.
    member: Option<Member>,
    /// Who vouched for whom between the one before and this one; absent on the first.
    arrow: Option<Arrow>,
}

/// The ties between the asker and another member.
#[derive(SimpleObject)]
pub struct HowLinked {
    /// One shortest chain, both ends included; empty when there is none.
    chain: Vec<ChainStep>,
    /// Chains that share nobody in between, counted up to three.
    independent: u8,
    /// Members who vouched for both.
    common_sponsors: Vec<Member>,
    /// Members for whom both vouched.
    common_sponsored: Vec<Member>,
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
        let step = |step: sponsorship::ChainStep| ChainStep {
            member: step.member.map(Member),
            arrow: step.arrow.map(Into::into),
        };
        Self {
            chain: view.chain.into_iter().map(step).collect(),
            independent: view.independent,
            common_sponsors: view.common_sponsors.into_iter().map(Member).collect(),
            common_sponsored: view.common_sponsored.into_iter().map(Member).collect(),
        }
    }
}
