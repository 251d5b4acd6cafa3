//! The person goes on by themselves.

use super::reading::must_be_read;
use super::{Held, MandateStage, held_for, store, tell, write_down};
use crate::jobs::{self, MandateNews};
use crate::store::write::End;
use crate::{ExchangeError, Published, State, audience, limits, rules};
use chrono::Duration;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, ListingId, MemberId};
use notice::{Kind, Tell};

/// Which, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOver {
    /// The request in the caller's name.
    pub listing: ListingId,
    /// The caller's own, made by the client so that sending twice takes over once.
    pub id: ListingId,
    /// The mark of what they read ([`super::Reading::mark`]): these are to be their own words.
    pub mark: String,
}

/// Publishes the request as the caller's own, with the same words, and closes the proxy's. The proxy is told, and so is whoever wrote to
/// them about it: what they wrote stays between those two. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` to anybody but the person; `Closed` where it is not open; `ReadOtherwise` where it does not say any more what was
/// read; `IdTaken`; `EnoughToday`, and `TooOften` before that.
pub async fn take_over(db: &Db, caller: &Caller, cmd: TakeOver) -> Result<Published, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Publish, None).await?;
    let mut tx = db.begin(caller).await?;
    crate::store::write::lock_author(&mut tx, me.member).await?;
    let held = held_for(&mut tx, cmd.listing, me.member).await?;
    match held.stage() {
        MandateStage::Taken { taken } => return known(&mut tx, taken).await,
        MandateStage::Agreed | MandateStage::Offered if held.state == State::Open => {}
        _ => return Err(ExchangeError::Closed),
    }
    must_be_read(&mut tx, cmd.listing, &cmd.mark).await?;
    let published = copy(&mut tx, &held, &cmd, me.member).await?;
    let held = Held { taken_as: Some(cmd.id), ..held };
    tell(&mut tx, held.proxy, Some(me.member), &held, MandateNews::Taken).await?;
    tell_who_wrote(&mut tx, &held, me.member, cmd.id).await?;
    write_down(&mut tx, me.member, Some(held.proxy), "mandate_taken", cmd.listing);
    tx.commit().await?;
    Ok(published)
}

async fn known(tx: &mut CommunityTx, taken: ListingId) -> Result<Published, ExchangeError> {
    let held = crate::store::write::hold(tx, taken).await?.ok_or(ExchangeError::NotFound)?;
    Ok(Published { listing: taken, expires_at: held.expires_at })
}

/// The new listing, announced as any is; the old one is over.
async fn copy(tx: &mut CommunityTx, held: &Held, cmd: &TakeOver, me: MemberId) -> Result<Published, ExchangeError> {
    let rules = rules::rules(tx).await?;
    let extent = crate::store::extent::of(tx, held.listing).await?.extent;
    let until = extent.end(&rules);
    let expires_at = store::mandate::copy(tx, cmd.listing, cmd.id, me, until).await?.ok_or(ExchangeError::IdTaken)?;
    let a_day_ago = tx.now() - Duration::days(1);
    if crate::store::write::published_since(tx, me, a_day_ago).await? > limits::LISTINGS_A_DAY {
        return Err(ExchangeError::EnoughToday);
    }
    let end = End { state: State::Closed, by: Some(me), reason: "", helped_by: None, thanks: "" };
    crate::store::saved_draft::delete(tx, me, cmd.id).await?;
    store::mandate::end(tx, held.listing, Some(cmd.id)).await?;
    crate::store::write::end(tx, held.listing, &end).await?;
    crate::store::extent::save(tx, cmd.id, &extent).await?;
    jobs::schedule(tx, cmd.id, expires_at, &extent).await?;
    audience::promise_tx(tx, cmd.id).await?;
    jobs::seek_matches(tx, cmd.id).await?;
    jobs::compare_searches(tx, cmd.id).await?;
    jobs::watch(tx, cmd.id).await?;
    Ok(Published { listing: cmd.id, expires_at })
}

/// Whoever wrote to the proxy learns where to write now.
async fn tell_who_wrote(tx: &mut CommunityTx, held: &Held, me: MemberId, own: ListingId) -> Result<(), ExchangeError> {
    for writer in crate::store::helpers::who_wrote(tx, held.listing).await? {
        if writer.id == me || !writer.standing.is_inside() {
            continue;
        }
        let told = Tell::new(writer.id, Kind::MandateTaken, format!("mandate-taken:{own}")).by(me);
        notice::tell_tx(tx, told.about_listing(own, held.title.as_str())).await?;
    }
    Ok(())
}
