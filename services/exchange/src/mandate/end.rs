//! The person says no, or ends it; and what becomes of mandates when one of the two has gone.

use super::{Held, MandateStage, store, tell, write_down};
use crate::jobs::MandateNews;
use crate::store::write::End;
use crate::{ExchangeError, State};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};

/// The person says no to being asked for, or that it is over: the request is closed and its proxy told. No to a request that was handed
/// over leaves it as it was. The proxy may take a question back that has no answer yet. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` to anybody else, and to the proxy once it was answered; `Closed` where the person has taken it over.
pub async fn end_mandate(db: &Db, caller: &Caller, listing: ListingId) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let held = store::mandate::hold(&mut tx, listing).await?.ok_or(ExchangeError::NotFound)?;
    let (person, stage) = (held.member == Some(me.member), held.stage());
    let waits = matches!(stage, MandateStage::Asked | MandateStage::Offered | MandateStage::Ended);
    let takes_back = held.proxy == me.member && waits;
    if !person && !takes_back {
        return Err(ExchangeError::NotFound);
    }
    match stage {
        MandateStage::Ended => return Ok(()),
        MandateStage::Taken { .. } => return Err(ExchangeError::Closed),
        MandateStage::Offered => store::mandate::take_back_offer(&mut tx, listing).await?,
        MandateStage::Asked | MandateStage::Agreed | MandateStage::Said => close(&mut tx, &held, me.member).await?,
    }
    let other = if person { Some(held.proxy) } else { held.member };
    // Whoever was asked and has not answered finds it gone, and nothing to answer.
    if person {
        tell(&mut tx, held.proxy, Some(me.member), &held, MandateNews::Ended).await?;
    }
    write_down(&mut tx, me.member, other, "mandate_ended", listing);
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
