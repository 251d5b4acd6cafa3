//! The proxy hands a request over to the person, who has become a member.

use super::{MandateStage, store, tell, write_down};
use crate::jobs::MandateNews;
use crate::{ExchangeError, State};
use database::Db;
use kernel::{Act, Caller, ListingId, MemberId};

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferMandate {
    /// The caller's request in the name of somebody who was no member.
    pub listing: ListingId,
    /// Who that is here.
    pub member: MemberId,
}

/// Asks the member to take the request over, inside and by letter; until then it stays the caller's. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` to anybody but the proxy; `Closed` where it is over; a problem of `member` who is not inside, or while another has not
/// answered.
pub async fn offer_mandate(db: &Db, caller: &Caller, cmd: OfferMandate) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    let held = store::mandate::hold(&mut tx, cmd.listing).await?;
    let held = held.filter(|held| held.proxy == me.member).ok_or(ExchangeError::NotFound)?;
    match held.stage() {
        MandateStage::Offered if held.member == Some(cmd.member) => return Ok(()),
        MandateStage::Offered => return Err(ExchangeError::of_field("member", "MANDATE_ASKED_ALREADY")),
        MandateStage::Said if held.state == State::Open => {}
        _ => return Err(ExchangeError::Closed),
    }
    if cmd.member == me.member || !store::mandate::is_inside(&mut tx, cmd.member).await? {
        return Err(ExchangeError::of_field("member", "MANDATE_MEMBER_UNKNOWN"));
    }
    if store::mandate::waits(&mut tx, me.member, cmd.member, cmd.listing).await? {
        return Err(ExchangeError::of_field("member", "MANDATE_ASKED_ALREADY"));
    }
    store::mandate::offer(&mut tx, cmd.listing, cmd.member).await?;
    tell(&mut tx, cmd.member, Some(me.member), &held, MandateNews::Offered).await?;
    write_down(&mut tx, me.member, Some(cmd.member), "mandate_offered", cmd.listing);
    Ok(tx.commit().await?)
}
