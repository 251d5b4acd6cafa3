//! Where somebody stands and why: for themselves, and for the stewards who decide.

use crate::going::{EffectsView, what_if};
use crate::rules::Rules;
use crate::words::{Cause, Degree, DepartureState};
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db};
use kernel::{
    Act, AppealId, Caller, Cursor, DepartureId, MeasureId, MemberId, Page, PageRequest, ReviewId, Standing, Timestamp,
};
use membership::{MemberCard, views::cards_tx};
use std::collections::HashMap;

/// A review, as far as its member may know: not who went, nor why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnderReview {
    /// Which.
    pub id: ReviewId,
    /// Whether two strikes brought it about; then no new word mends it, and the paths below say nothing.
    pub strikes: bool,
    /// Independent paths there were when it began.
    pub paths: u32,
    /// Paths asked for.
    pub need: u32,
    /// Since when.
    pub began_at: Timestamp,
    /// From when on a person decides.
    pub until_at: Timestamp,
}

/// A decision that put the caller out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionView {
    /// Which.
    pub id: DepartureId,
    /// Why, as a kind.
    pub cause: Cause,
    /// Why, in words.
    pub reason: String,
    /// When.
    pub decided_at: Timestamp,
}

/// An appeal of the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealView {
    /// Which.
    pub id: AppealId,
    /// What they wrote.
    pub words: String,
    /// When.
    pub made_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// How.
    pub upheld: Option<bool>,
    /// In words; empty until then.
    pub answer: String,
}

/// Where the caller stands, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStanding {
    /// Who.
    pub member: MemberId,
    /// Where.
    pub standing: Standing,
    /// The review that goes on.
    pub review: Option<UnderReview>,
    /// The decision by which they are out.
    pub decision: Option<DecisionView>,
    /// The appeal against the one or the other.
    pub appeal: Option<AppealView>,
    /// What was decided about how they vouch, the latest first.
    pub measures: Vec<MeasureView>,
}

/// What was decided about how somebody vouches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureView {
    /// Which.
    pub id: MeasureId,
    /// Of which degree.
    pub degree: Degree,
    /// Why, in a steward's words; empty where it follows from what somebody else did.
    pub reason: String,
    /// Whether it follows from the exclusion of somebody they vouched for.
    pub follows: bool,
    /// Whose, where the community names them.
    pub of: Option<String>,
    /// When.
    pub given_at: Timestamp,
    /// Its last moment; a warning has none.
    pub until_at: Option<Timestamp>,
    /// When it was taken back.
    pub lifted_at: Option<Timestamp>,
    /// The appeal against it.
    pub appeal: Option<AppealView>,
}

/// The caller's own.
pub async fn own_standing(db: &Db, caller: &Caller) -> Result<OwnStanding, SponsorshipError> {
    let me = caller.must_as_member(Act::SeeOwnStanding)?;
    let mut tx = db.begin(caller.community).await?;
    let (mut review, mut decision) = (None, None);
    match me.standing {
        Standing::UnderReview => review = store::review::own(&mut tx, me.member).await?,
        Standing::Suspended | Standing::Expelled => decision = store::appeal::decision(&mut tx, me.member).await?,
        _ => {}
    }
    let about = review.map(|review| review.id.0).or(decision.as_ref().map(|decision| decision.id.0));
    let appeal = match about {
        Some(about) => store::appeal::about(&mut tx, about).await?,
        None => None,
    };
    let named = Rules::load(&mut tx).await?.community.names_to_sponsors;
    let mut measures = store::measure::of_member(&mut tx, me.member, named).await?;
    for measure in &mut measures {
        measure.appeal = store::appeal::about(&mut tx, measure.id.0).await?;
    }
    tx.commit().await?;
    Ok(OwnStanding { member: me.member, standing: me.standing, review, decision, appeal, measures })
}

/// What was decided about how a member vouches, the latest first; for stewards.
pub async fn measures(db: &Db, caller: &Caller, member: MemberId) -> Result<Vec<MeasureView>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::measure::of_member(&mut tx, member, true).await?;
    tx.commit().await?;
    Ok(found)
}

/// Somebody under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// Who.
    pub member: MemberCard,
    /// The review.
    pub review: UnderReview,
}

/// Everybody under review, the most urgent first; for stewards.
pub async fn reviews(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<ReviewView>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::review::page(&mut tx, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.review.until_at, id: row.review.id.0 }))
}

/// A wish as it is stored.
#[derive(Debug)]
pub(crate) struct ProposalRow {
    pub(crate) id: DepartureId,
    pub(crate) member: MemberId,
    pub(crate) cause: Cause,
    pub(crate) reason: String,
    pub(crate) touched: u32,
    pub(crate) proposed_by: Option<MemberId>,
    pub(crate) proposed_at: Timestamp,
    pub(crate) expires_at: Timestamp,
}

/// A wish that waits for a second steward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// Which.
    pub id: DepartureId,
    /// Who would go.
    pub member: MemberCard,
    /// Why, as a kind.
    pub cause: Cause,
    /// Why, in words.
    pub reason: String,
    /// How many others were touched when it was proposed.
    pub touched: u32,
    /// Who proposed it.
    pub proposed_by: Option<MemberCard>,
    /// When.
    pub proposed_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
}

/// Wishes that wait, the oldest first; at most 100. For stewards.
pub async fn proposals(db: &Db, caller: &Caller) -> Result<Vec<ProposalView>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::departure::proposals(&mut tx).await?;
    let mut ids: Vec<MemberId> = rows.iter().map(|row| row.member).collect();
    ids.extend(rows.iter().filter_map(|row| row.proposed_by));
    let cards = cards(&mut tx, &ids).await?;
    tx.commit().await?;
    let view = |row: ProposalRow| {
        Some(ProposalView {
            id: row.id,
            member: cards.get(&row.member).cloned()?,
            cause: row.cause,
            reason: row.reason,
            touched: row.touched,
            proposed_by: row.proposed_by.and_then(|id| cards.get(&id).cloned()),
            proposed_at: row.proposed_at,
            expires_at: row.expires_at,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// A wish that waits, with what it would do if it were confirmed now. For stewards.
pub async fn proposal(
    db: &Db,
    caller: &Caller,
    id: DepartureId,
) -> Result<(ProposalView, EffectsView), SponsorshipError> {
    let waiting = proposals(db, caller).await?.into_iter().find(|wish| wish.id == id);
    let Some(wish) = waiting else { return Err(missing(db, caller, id).await?) };
    let effects = what_if(db, caller, wish.member.id, wish.cause).await?;
    Ok((wish, effects))
}

async fn missing(db: &Db, caller: &Caller, id: DepartureId) -> Result<SponsorshipError, SponsorshipError> {
    let mut tx = db.begin(caller.community).await?;
    let known = store::departure::lock(&mut tx, id).await?;
    tx.commit().await?;
    let waits = known.is_some_and(|wish| wish.state == DepartureState::Proposed);
    // Waits, and is not in the list: its time is over.
    Ok(if waits { SponsorshipError::DepartureSettled } else { SponsorshipError::NotFound })
}

/// An appeal as it is stored.
#[derive(Debug)]
pub(crate) struct AppealedRow {
    pub(crate) id: AppealId,
    pub(crate) member: MemberId,
    pub(crate) words: String,
    pub(crate) made_at: Timestamp,
    pub(crate) cause: Option<Cause>,
    pub(crate) degree: Option<Degree>,
    pub(crate) reason: String,
}

/// An appeal that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAppeal {
    /// Which.
    pub id: AppealId,
    /// Who appeals.
    pub member: MemberCard,
    /// What they write.
    pub words: String,
    /// When.
    pub made_at: Timestamp,
    /// What they appeal against, as a kind; absent when it is a review or a measure.
    pub cause: Option<Cause>,
    /// The degree of the measure they appeal against.
    pub degree: Option<Degree>,
    /// The reason that was given; empty for a review.
    pub reason: String,
}

/// Appeals without an answer, the oldest first; at most 100. For stewards.
pub async fn appeals(db: &Db, caller: &Caller) -> Result<Vec<OpenAppeal>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::appeal::open(&mut tx).await?;
    let ids: Vec<MemberId> = rows.iter().map(|row| row.member).collect();
    let cards = cards(&mut tx, &ids).await?;
    tx.commit().await?;
    let view = |row: AppealedRow| {
        Some(OpenAppeal {
            id: row.id,
            member: cards.get(&row.member).cloned()?,
            words: row.words,
            made_at: row.made_at,
            cause: row.cause,
            degree: row.degree,
            reason: row.reason,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

async fn cards(tx: &mut CommunityTx, ids: &[MemberId]) -> Result<HashMap<MemberId, MemberCard>, SponsorshipError> {
    Ok(cards_tx(tx, ids).await?.into_iter().map(|card| (card.id, card)).collect())
}
