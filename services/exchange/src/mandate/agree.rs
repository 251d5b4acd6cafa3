//! A member agrees to be asked for.

use super::reading::must_be_read;
use super::{MandateStage, held_for, tell, write_down};
use crate::jobs::{self, MandateNews};
use crate::{ExchangeError, audience, rules, store};
use database::Db;
use kernel::{Act, Caller, ListingId, Timestamp};

/// To what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreeMandate {
    /// The request in the caller's name.
    pub listing: ListingId,
    /// The mark of what they read ([`super::Reading::mark`]).
    pub mark: String,
}

/// Agrees: the request is published as of this moment, and its proxy is told. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` to anybody but the member who was asked; `Closed` where it is over, or handed over (that one is taken over or not);
/// `ReadOtherwise` where it does not say any more what was read.
pub async fn agree_mandate(db: &Db, caller: &Caller, cmd: AgreeMandate) -> Result<Timestamp, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let listing = cmd.listing;
    let mut tx = db.begin(caller).await?;
    let held = held_for(&mut tx, listing, me.member).await?;
    match held.stage() {
        MandateStage::Agreed => return Ok(held.said_at),
        MandateStage::Asked => {}
        _ => return Err(ExchangeError::Closed),
    }
    must_be_read(&mut tx, listing, &cmd.mark).await?;
    let rules = rules::rules(&mut tx).await?;
    let extent = store::extent::of(&mut tx, listing).await?.extent;
    let until = extent.end(&rules);
    store::mandate::agree(&mut tx, listing).await?;
    let expires_at = store::mandate::open(&mut tx, listing, until).await?.ok_or(ExchangeError::Closed)?;
    jobs::schedule(&mut tx, listing, expires_at, &extent).await?;
    audience::promise_tx(&mut tx, listing).await?;
    jobs::seek_matches(&mut tx, listing).await?;
    jobs::compare_searches(&mut tx, listing).await?;
    jobs::watch(&mut tx, listing).await?;
    tell(&mut tx, held.proxy, Some(me.member), &held, MandateNews::Agreed).await?;
    write_down(&mut tx, me.member, Some(held.proxy), "mandate_agreed", listing);
    tx.commit().await?;
    Ok(expires_at)
}
