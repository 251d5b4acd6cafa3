//! The moment from which two words count as one: whom that touches is looked at first.

use super::{Said, Tie};
use crate::graph::{self, Extent};
use crate::head::{Head, TrustEvent};
use crate::jobs::RecheckReviews;
use crate::people::Held;
use crate::rules::Rules;
use crate::{SponsorshipError, going, review, settle, store};
use database::{CommunityTx, Schedule, audit::Entry};
use kernel::{Caller, MemberId};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;
use trust::{Day, Move, Moved};

/// What a change of households does to others now. The head is held, so that it is what will happen.
pub(super) async fn look(tx: &mut CommunityTx, change: Move) -> Result<Moved, SponsorshipError> {
    let rules = Rules::load(tx).await?;
    let (graph, today) = (graph::now(tx, Extent::Whole).await?, Day::of(tx.now()));
    let standard = going::standard_today(tx, &rules, &graph).await?;
    Ok(trust::what_if_moved(&graph, change, today, &standard))
}

/// The vertices of the two.
pub(super) fn numbers(tie: &Tie, people: &Held) -> Result<[u32; 2], SponsorshipError> {
    Ok([people.get(tie.pair.one)?.number, people.get(tie.pair.other)?.number])
}

/// Both have said so. It counts at once, unless it touches so many that stewards look first.
pub(super) async fn agree(
    tx: &mut CommunityTx,
    head: &Head,
    caller: &Caller,
    tie: &Tie,
    people: &Held,
) -> Result<Said, SponsorshipError> {
    store::household::agree(tx, tie.id).await?;
    let [one, other] = numbers(tie, people)?;
    let moved = look(tx, Move::Together(one, other)).await?;
    let me = caller.me().map(|me| me.member);
    if moved.two_moderators || !moved.undetermined.is_empty() {
        settle::call_other_stewards(tx, None, tie.pair.one, Kind::HouseholdLook, tie.id.0).await?;
        return Ok(Said::Looked);
    }
    begin(tx, head, me, tie, [one, other], &moved).await?;
    if let Some(asker) = tie.said_by.filter(|asker| tie.pair.has(*asker)) {
        let told = Tell::new(asker, Kind::HouseholdAgreed, format!("household-agreed:{}", tie.id));
        tell_tx(tx, told.by(tie.pair.but(asker))).await?;
    }
    Ok(Said::Counts)
}

/// It counts from now on: those whom it lets fall go under review, in the same transaction.
pub(super) async fn begin(
    tx: &mut CommunityTx,
    head: &Head,
    by: Option<MemberId>,
    tie: &Tie,
    [one, other]: [u32; 2],
    moved: &Moved,
) -> Result<(), SponsorshipError> {
    store::household::begin(tx, tie.id).await?;
    let reviews = open_reviews(tx, moved).await?;
    head.record(tx, &TrustEvent::Together { one, other, reviews }).await?;
    let detail = json!({ "household": tie.id });
    tx.record(Entry { actor: by, subject: Some(tie.pair.one), act: "household_begun", detail: detail.clone() });
    tx.record(Entry { actor: by, subject: Some(tie.pair.other), act: "household_begun", detail });
    recheck(tx).await
}

/// Puts whoever falls under review; their numbers.
pub(super) async fn open_reviews(tx: &mut CommunityTx, moved: &Moved) -> Result<Vec<u32>, SponsorshipError> {
    for (member, found) in going::people(tx, &moved.reviews).await? {
        review::open(tx, member, None, &found).await?;
    }
    Ok(moved.reviews.iter().map(|review| review.member).collect())
}

/// Somebody's place may be mended by it.
pub(super) async fn recheck(tx: &mut CommunityTx) -> Result<(), SponsorshipError> {
    if store::review::any_open(tx).await? {
        tx.enqueue_with(&RecheckReviews {}, Schedule::default().meaning("recheck-reviews")).await?;
    }
    Ok(())
}
