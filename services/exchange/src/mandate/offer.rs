//! The proxy hands a request over to the person, who has become a member.

use super::{MandateStage, may_be_asked, store, tell, write_down};
use crate::jobs::MandateNews;
use crate::{ExchangeError, State};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId, MemberId};

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
/// answered, or who said no within [`crate::limits::mandate_no_holds`]; `TooOften`.
pub async fn offer_mandate(db: &Db, caller: &Caller, cmd: OfferMandate) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::AskInName, Some(&cmd.member.to_string())).await?;
    let mut tx = db.begin(caller).await?;
    let held = store::mandate::hold(&mut tx, cmd.listing).await?;
    let held = held.filter(|held| held.proxy == me.member).ok_or(ExchangeError::NotFound)?;
    match held.stage() {
        MandateStage::Offered if held.member == Some(cmd.member) => return Ok(()),
        MandateStage::Offered => return Err(ExchangeError::of_field("member", "MANDATE_ASKED_ALREADY")),
        MandateStage::Said if held.state == State::Open => {}
        _ => return Err(ExchangeError::Closed),
    }
    let may_be = may_be_asked(&mut tx, me.member, cmd.member, cmd.listing).await?;
    may_be.map_err(|code| ExchangeError::of_field("member", code))?;
    store::mandate::offer(&mut tx, cmd.listing, cmd.member).await?;
    tell(&mut tx, cmd.member, Some(me.member), &held, MandateNews::Offered).await?;
    write_down(&mut tx, me.member, Some(cmd.member), "mandate_offered", cmd.listing);
    Ok(tx.commit().await?)
}
