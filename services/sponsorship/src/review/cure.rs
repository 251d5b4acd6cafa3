//! A review ends by itself once there are as many independent paths as are asked for.

use super::Review;
use crate::graph::{self, Extent};
use crate::head::Head;
use crate::jobs::StandingLetter;
use crate::rules::Rules;
use crate::words::{News, ReviewOutcome};
use crate::{SponsorshipError, going, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, Standing};
use membership::change_tx;
use notice::{Kind, Tell, tell_tx};
use trust::{Cure, Day, Standard, TrustGraph};

/// Cures this member, if they are under review and have enough paths now. The head is held.
pub(crate) async fn cure(tx: &mut CommunityTx, rules: &Rules, member: MemberId) -> Result<bool, SponsorshipError> {
    let Some(review) = store::review::open_of(tx, member).await? else { return Ok(false) };
    let mut graph = graph::now(tx, Extent::Whole).await?;
    let standard = going::standard_today(tx, rules, &graph).await?;
    try_one(tx, &mut graph, &standard, &review).await
}

/// Cures everybody under review who has enough paths now; how many that were. For the job of [`crate::jobs::RecheckReviews`]: one
/// word may carry more people than the one it was given to.
pub async fn recheck_reviews(db: &Db, caller: &Caller) -> Result<u64, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let reviews = store::review::all_open(&mut tx).await?;
    if reviews.is_empty() {
        return Ok(0);
    }
    let rules = Rules::load(&mut tx).await?;
    let mut graph = graph::now(&mut tx, Extent::Whole).await?;
    let standard = going::standard_today(&mut tx, &rules, &graph).await?;
    let mut cured = 0;
    for review in &reviews {
        cured += u64::from(try_one(&mut tx, &mut graph, &standard, review).await?);
    }
    tx.commit().await?;
    Ok(cured)
}

async fn try_one(
    tx: &mut CommunityTx,
    graph: &mut TrustGraph,
    standard: &Standard,
    review: &Review,
) -> Result<bool, SponsorshipError> {
    if review.strikes {
        return Ok(false);
    }
    let person = store::people::look_at(tx, review.member).await?.ok_or(SponsorshipError::NotFound)?;
    if person.standing != Standing::UnderReview {
        return Ok(false);
    }
    let (today, since) = (Day::of(tx.now()), Day::of(person.joined_at.unwrap_or_else(|| tx.now())));
    if !matches!(trust::cure(graph, person.number, since, today, standard), Cure::Cured(_)) {
        return Ok(false);
    }
    back(tx, review, ReviewOutcome::Cured, None, "").await?;
    Ok(true)
}

/// In good standing again, however it came about; tells them.
pub(super) async fn back(
    tx: &mut CommunityTx,
    review: &Review,
    outcome: ReviewOutcome,
    by: Option<MemberId>,
    reason: &str,
) -> Result<(), SponsorshipError> {
    change_tx(tx, review.member, &[Standing::UnderReview], Standing::Member, by, reason).await?;
    store::review::end_of(tx, review.member, outcome, by, reason).await?;
    tell_tx(tx, Tell::new(review.member, Kind::ReviewEnded, format!("review-ended:{}", review.id))).await?;
    let news = if outcome == ReviewOutcome::Cured { News::Cured } else { News::Confirmed };
    tx.enqueue(&StandingLetter { member: review.member, news, about: review.id.0 }).await?;
    Ok(())
}
