//! How healthy the community is, for those who look after it.

use super::Member;
use crate::visit::Desk;
use async_graphql::{Result, SimpleObject};
use kernel::Timestamp;
use sponsorship::health::{Carrier, Funnel, HealthView, Month};

/// What was measured by night. Nothing in it is a verdict on anybody.
#[derive(SimpleObject)]
pub struct CommunityHealth {
    /// Month by month, the newest first; empty until it was measured for the first time.
    months: Vec<HealthMonth>,
    /// Founders, the one whose loss would cost most first.
    founders: Vec<TrustCarrier>,
    /// Members on whom others hang, the greatest first.
    keystones: Vec<TrustCarrier>,
    /// Members at the edge of the web of trust, to look at. It proves nothing.
    to_look_at: Vec<Member>,
    /// What became of those who wanted to come in, over ninety days.
    funnel: SponsorshipFunnel,
    /// Newcomers whom one member brings in a whole membership; below 1 the community shrinks. Absent where nobody left for a year.
    reproduction: Option<f64>,
}

/// A month's figures.
#[derive(SimpleObject)]
pub struct HealthMonth {
    /// Its first day, as YYYY-MM-DD.
    month: String,
    /// Measured last when.
    measured_at: Timestamp,
    /// Members who carry or are carried, founders included.
    standing: i32,
    /// Of these, those with as many chains as are asked for.
    sound: i32,
    /// Their share, 0 to 1.
    share: f64,
    /// Those about whom it could not be said in time; they count as not sound.
    undetermined: i32,
    /// Founders who count.
    roots: i32,
    /// Chains asked for; one while there are too few founders to ask for any.
    need: i32,
    /// Members whom a flow of limited capacity accepts: the monthly audit.
    accepted: i32,
}

/// Somebody on whom others hang.
#[derive(SimpleObject)]
pub struct TrustCarrier {
    /// Who; absent where they are gone.
    member: Option<Member>,
    /// Members who would be left without any chain.
    orphans: u32,
    /// Members who would have fewer chains than are asked for; measured for founders only.
    falling: Option<u32>,
}

/// What became of those who wanted to come in.
#[derive(SimpleObject)]
pub struct SponsorshipFunnel {
    /// People who wait now.
    waiting: i64,
    /// Requests for sponsorship that were made.
    asked: i64,
    /// Words that were given.
    given: i64,
    /// Requests that were declined.
    declined: i64,
    /// Requests that found no answer in time.
    unanswered: i64,
    /// People who came in.
    admitted: i64,
    /// Days from applying to coming in, of half of these at the most; absent while nobody came in.
    median_days: Option<f64>,
}

/// What was measured last.
pub(crate) async fn community_health(desk: Desk<'_>) -> Result<CommunityHealth> {
    desk.value(sponsorship::health::health(desk.db, desk.caller).await).map(Into::into)
}

impl From<HealthView> for CommunityHealth {
    fn from(view: HealthView) -> Self {
        Self {
            months: view.months.into_iter().map(Into::into).collect(),
            founders: view.founders.into_iter().map(Into::into).collect(),
            keystones: view.keystones.into_iter().map(Into::into).collect(),
            to_look_at: view.to_look_at.into_iter().map(Member).collect(),
            funnel: view.funnel.into(),
            reproduction: view.reproduction,
        }
    }
}

impl From<Month> for HealthMonth {
    fn from(found: Month) -> Self {
        let share = found.share();
        let Month { month, measured_at, standing, sound, undetermined, roots, need, accepted } = found;
        Self { month: month.to_string(), measured_at, standing, sound, share, undetermined, roots, need, accepted }
    }
}

impl From<Carrier> for TrustCarrier {
    fn from(carrier: Carrier) -> Self {
        let whole = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let Carrier { member, orphans, falling } = carrier;
        Self { member: member.map(Member), orphans: whole(orphans), falling: falling.map(whole) }
    }
}

impl From<Funnel> for SponsorshipFunnel {
    fn from(funnel: Funnel) -> Self {
        let Funnel { waiting, asked, given, declined, unanswered, admitted, median_days } = funnel;
        Self { waiting, asked, given, declined, unanswered, admitted, median_days }
    }
}
