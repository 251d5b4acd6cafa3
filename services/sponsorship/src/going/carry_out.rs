//! Doing what was shown: the one place that writes a departure by decision.

use super::{Asked, Departure};
use crate::head::{Head, TrustEvent};
use crate::jobs::StandingLetter;
use crate::words::{Cause, DepartureState, News, ReviewOutcome};
use crate::{SponsorshipError, liability, review, store};
use database::CommunityTx;
use kernel::{Caller, MemberId};
use membership::suspend::put_out_tx;
use std::collections::HashMap;
use trust::Review;

/// Everything a departure writes, in the caller's transaction, which holds the head: standing and words of whoever goes, the reviews of
/// whoever hangs on them, trust event, journal, notifications, letters.
pub(crate) async fn carry_out(
    tx: &mut CommunityTx,
    head: &Head,
    caller: &Caller,
    wish: &Departure,
    asked: &Asked,
) -> Result<(), SponsorshipError> {
    let me = caller.me().map(|me| me.member);
    for (member, found) in people(tx, &asked.effects.reviews).await? {
        review::open(tx, member, Some(wish.id), &found).await?;
    }
    put_out_tx(tx, caller, wish.member, wish.cause.standing(), &wish.reason).await?;
    if wish.cause == Cause::Fraud {
        store::departure::void_words(tx, wish.member).await?;
        liability::strike_sponsors(tx, wish.id, &asked.effects.sponsors).await?;
    }
    if wish.cause != Cause::Suspension {
        store::review::end_of(tx, wish.member, ReviewOutcome::Gone, me, "").await?;
    }
    let touched = asked.touched();
    store::departure::settle(tx, wish.id, DepartureState::Done, me, touched).await?;
    let reviews = asked.effects.reviews.iter().map(|review| review.member).collect();
    head.record(tx, &TrustEvent::PutOut { member: asked.person.number, cause: wish.cause, reviews }).await?;
    let news = if wish.cause == Cause::Suspension { News::Suspended } else { News::Expelled };
    tx.enqueue(&StandingLetter { member: wish.member, news, about: wish.id.0 }).await?;
    Ok(())
}

/// The reviews with the ids of their people, in the order of the ids: the order in which rows are locked.
pub(crate) async fn people(
    tx: &mut CommunityTx,
    reviews: &[Review],
) -> Result<Vec<(MemberId, Review)>, SponsorshipError> {
    let found: HashMap<u32, Review> = reviews.iter().map(|review| (review.member, *review)).collect();
    let numbers: Vec<u32> = found.keys().copied().collect();
    let cards = store::people::cards(tx, &numbers).await?;
    let number = |card: &membership::MemberCard| u32::try_from(card.number).ok();
    let mut all: Vec<(MemberId, Review)> =
        cards.iter().filter_map(|card| Some((card.id, *found.get(&number(card)?)?))).collect();
    all.sort_unstable_by_key(|(id, _)| *id);
    Ok(all)
}
