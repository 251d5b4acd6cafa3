//! The person says no, or ends it; and what becomes of mandates when one of the two has gone.

use super::{Held, MandateStage, held_for, store, tell, write_down};
use crate::jobs::MandateNews;
use crate::store::write::End;
use crate::{ExchangeError, State};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};

/// Says no to being asked for, or that it is over: the request is closed and its proxy told. No to a request that was handed over
/// leaves it as it was. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` to anybody but the person; `Closed` where they have taken it over.
pub async fn end_mandate(db: &Db, caller: &Caller, listing: ListingId) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller.community).await?;
    let held = held_for(&mut tx, listing, me.member).await?;
    match held.stage() {
        MandateStage::Ended => return Ok(()),
        MandateStage::Taken { .. } => return Err(ExchangeError::Closed),
        MandateStage::Offered => store::mandate::take_back_offer(&mut tx, listing).await?,
        MandateStage::Asked | MandateStage::Agreed | MandateStage::Said => close(&mut tx, &held, me.member).await?,
    }
    tell(&mut tx, held.proxy, Some(me.member), &held, MandateNews::Ended).await?;
    write_down(&mut tx, me.member, Some(held.proxy), "mandate_ended", listing);
    Ok(tx.commit().await?)
}

async fn close(tx: &mut CommunityTx, held: &Held, me: MemberId) -> Result<(), ExchangeError> {
    let end = End { state: State::Closed, by: Some(me), reason: "", helped_by: None, thanks: "" };
    store::mandate::end(tx, held.listing, None).await?;
    Ok(crate::store::write::end(tx, held.listing, &end).await?)
}

/// Ends what was said before somebody went, in their name or by them; the other of the two is told.
pub(crate) async fn end_of_gone(tx: &mut CommunityTx, gone: MemberId, at: Timestamp) -> Result<(), ExchangeError> {
    for listing in store::mandate::offered_to(tx, gone, at).await? {
        store::mandate::take_back_offer(tx, listing).await?;
    }
    for listing in store::mandate::going_on(tx, gone, at).await? {
        let Some(held) = store::mandate::hold(tx, listing).await? else { continue };
        close(tx, &held, gone).await?;
        let other = if held.proxy == gone { held.member } else { Some(held.proxy) };
        if let Some(other) = other.filter(|_| held.offered_at.is_none()) {
            tell(tx, other, None, &held, MandateNews::Ended).await?;
        }
    }
    Ok(())
}
