//! Where people stand, and what a decision about one does to others.

use super::{Measure, Member};
use crate::{
    ids::Global as _,
    words::{DepartureCause, MeasureDegree, Standing},
};
use async_graphql::{ID, Object, SimpleObject};
use chrono::NaiveDate;
use kernel::Timestamp;
use sponsorship::{AppealView, DecisionView, EffectsView, FallView, OwnStanding as Own, ProposalView, UnderReview};

/// Days from the common era to 1 January 1970.
const EPOCH_FROM_CE: i32 = 719_163;

/// Somebody who would be reviewed.
pub struct Fall(FallView);

#[Object]
impl Fall {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// Independent paths left.
    async fn paths(&self) -> u32 {
        self.0.paths
    }
    /// Paths asked for.
    async fn need(&self) -> u32 {
        self.0.need
    }
    /// The last day on which a new word mends it before a person decides.
    async fn until(&self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.0.until.number().checked_add(EPOCH_FROM_CE)?)
    }
}

/// What somebody's going would do. Each list names at most 200 people.
pub struct DepartureEffects(pub(crate) EffectsView);

#[Object]
impl DepartureEffects {
    /// Who would go.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// Why.
    async fn cause(&self) -> DepartureCause {
        self.0.cause.into()
    }
    /// Who would go under review.
    async fn falls(&self) -> Vec<Fall> {
        self.0.falls.iter().cloned().map(Fall).collect()
    }
    /// Of whom the search cannot tell.
    async fn unclear(&self) -> Vec<Member> {
        self.0.unclear.iter().cloned().map(Member).collect()
    }
    /// Who would have no path left, wherever they stand.
    async fn orphans(&self) -> Vec<Member> {
        self.0.orphans.iter().cloned().map(Member).collect()
    }
    /// Sponsored by them within twelve months.
    async fn recent(&self) -> Vec<Member> {
        self.0.recent.iter().cloned().map(Member).collect()
    }
    /// Their own sponsors.
    async fn sponsors(&self) -> Vec<Member> {
        self.0.sponsors.iter().cloned().map(Member).collect()
    }
    /// How many people would be touched, named above or not.
    async fn touched(&self) -> u32 {
        self.0.touched
    }
    /// Whether so many are touched that two stewards must agree.
    async fn needs_two_stewards(&self) -> bool {
        self.0.two_stewards
    }
    /// Names what is shown here: to be sent back with the decision.
    async fn seen(&self) -> &str {
        &self.0.seen
    }
}

/// A wish that waits for a second steward.
pub struct DepartureProposal(pub(crate) ProposalView);

#[Object]
impl DepartureProposal {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who would go.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// Why, as a kind.
    async fn cause(&self) -> DepartureCause {
        self.0.cause.into()
    }
    /// Why, in words.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// How many others were touched when it was proposed.
    async fn touched(&self) -> u32 {
        self.0.touched
    }
    /// Who proposed it.
    async fn proposed_by(&self) -> Option<Member> {
        self.0.proposed_by.clone().map(Member)
    }
    /// When.
    async fn proposed_at(&self) -> Timestamp {
        self.0.proposed_at
    }
    /// Until when it can be confirmed.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
}

/// A review, as far as its member may know.
pub struct OwnReview(UnderReview);

#[Object]
impl OwnReview {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Whether two strikes brought it about; then no new word mends it, and the paths say nothing.
    async fn is_of_strikes(&self) -> bool {
        self.0.strikes
    }
    /// Independent paths there were when it began.
    async fn paths(&self) -> u32 {
        self.0.paths
    }
    /// Paths asked for.
    async fn need(&self) -> u32 {
        self.0.need
    }
    /// Since when.
    async fn began_at(&self) -> Timestamp {
        self.0.began_at
    }
    /// From when on a person decides.
    async fn until_at(&self) -> Timestamp {
        self.0.until_at
    }
}

/// Somebody under review, for stewards.
pub struct Review(pub(crate) sponsorship::ReviewView);

#[Object]
impl Review {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.review.id.global()
    }
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// Whether two strikes brought it about; then the paths say nothing.
    async fn is_of_strikes(&self) -> bool {
        self.0.review.strikes
    }
    /// Independent paths there were when it began.
    async fn paths(&self) -> u32 {
        self.0.review.paths
    }
    /// Paths asked for.
    async fn need(&self) -> u32 {
        self.0.review.need
    }
    /// Since when.
    async fn began_at(&self) -> Timestamp {
        self.0.review.began_at
    }
    /// From when on a person decides.
    async fn until_at(&self) -> Timestamp {
        self.0.review.until_at
    }
}

/// A decision that put the asker out.
pub struct OwnDecision(DecisionView);

#[Object]
impl OwnDecision {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Why, as a kind.
    async fn cause(&self) -> DepartureCause {
        self.0.cause.into()
    }
    /// Why, in words.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// When.
    async fn decided_at(&self) -> Timestamp {
        self.0.decided_at
    }
}

/// An appeal of the asker's.
#[derive(SimpleObject)]
pub struct OwnAppeal {
    /// Its id.
    id: ID,
    /// What they wrote.
    words: String,
    /// When.
    made_at: Timestamp,
    /// When it was answered.
    answered_at: Option<Timestamp>,
    /// Whether it was upheld; absent until it is answered.
    is_upheld: Option<bool>,
    /// The answer in words; empty until then.
    answer: String,
}

impl From<AppealView> for OwnAppeal {
    fn from(view: AppealView) -> Self {
        Self {
            id: view.id.global(),
            words: view.words,
            made_at: view.made_at,
            answered_at: view.answered_at,
            is_upheld: view.upheld,
            answer: view.answer,
        }
    }
}

/// Where the asker stands, and why.
pub struct OwnStanding(pub(crate) Own);

#[Object]
impl OwnStanding {
    /// Where.
    async fn standing(&self) -> Standing {
        self.0.standing.into()
    }
    /// The review that goes on.
    async fn review(&self) -> Option<OwnReview> {
        self.0.review.map(OwnReview)
    }
    /// The decision by which they are out.
    async fn decision(&self) -> Option<OwnDecision> {
        self.0.decision.clone().map(OwnDecision)
    }
    /// The appeal against the one or the other.
    async fn appeal(&self) -> Option<OwnAppeal> {
        self.0.appeal.clone().map(OwnAppeal::from)
    }
    /// What was decided about how they vouch, the latest first, at most 50.
    async fn measures(&self) -> Vec<Measure> {
        self.0.measures.iter().cloned().map(Measure).collect()
    }
}

/// An appeal that waits for its answer, for stewards.
pub struct OpenAppeal(pub(crate) sponsorship::OpenAppeal);

#[Object]
impl OpenAppeal {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who appeals.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// What they write.
    async fn words(&self) -> &str {
        &self.0.words
    }
    /// When.
    async fn made_at(&self) -> Timestamp {
        self.0.made_at
    }
    /// The degree of the measure they appeal against.
    async fn degree(&self) -> Option<MeasureDegree> {
        self.0.degree.map(Into::into)
    }
    /// What they appeal against, as a kind; absent when it is a review or a measure.
    async fn cause(&self) -> Option<DepartureCause> {
        self.0.cause.map(Into::into)
    }
    /// The reason that was given; empty for a review.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
}
