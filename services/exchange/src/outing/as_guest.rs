//! Open outings, for those who wait to come in ([`GuestRight::Outings`]): what, when, where, and the first name of whoever invites.
//! Not who else comes. A right that is taken away stops what is new; a place that somebody has stays theirs.

use super::{Attendance, SignUp, StepBack, enter, leave};
use crate::{ExchangeError, store};
use community::GuestRight;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, Deed, Language, ListingId, Page, PageRequest, Timestamp};

/// An outing to which whoever waits may come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOuting {
    /// Its listing.
    pub listing: ListingId,
    /// Its title.
    pub title: String,
    /// Its whole text: its author has opened it to those who wait.
    pub body: String,
    /// The language it is written in.
    pub language: Language,
    /// Where; may be empty.
    pub town: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Option<Timestamp>,
    /// The first name of whoever invites.
    pub organiser: String,
    /// Whether all seats are taken: whoever signs up now waits for one.
    pub is_full: bool,
    /// Whether the reader comes.
    pub mine: Option<Attendance>,
}

/// What whoever waits sees of outings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOutings {
    /// Whether the community lets them come along; where it does not any more, they see those at which they have a place.
    pub granted: bool,
    /// The outings to come, the next first.
    pub page: Page<OpenOuting>,
}

/// The open outings to come.
pub async fn open_outings(db: &Db, caller: &Caller, page: &PageRequest) -> Result<OpenOutings, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOpenOutings)?;
    let mut tx = db.begin(caller).await?;
    let granted = granted(&mut tx).await?;
    let page = store::outing::open_to(&mut tx, me.member, granted, page).await?;
    tx.commit().await?;
    Ok(OpenOutings { granted, page })
}

/// Gives whoever waits a seat at an open outing, or a place in the line. Repeating it changes nothing and answers the same.
///
/// # Errors
/// `Forbidden` where the community does not grant it; `NotFound` of an outing that is not open to them; `Closed`; `OutingBegun`;
/// `OutingCrowded`; `TooOften`.
pub async fn sign_up_as_guest(db: &Db, caller: &Caller, cmd: SignUp) -> Result<Attendance, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOpenOutings)?;
    db.count(caller, Deed::SignUp, None).await?;
    let mut tx = db.begin(caller).await?;
    if !granted(&mut tx).await? {
        return Err(caller.denied(Act::JoinOpenOutings).into());
    }
    let held = store::outing::hold(&mut tx, cmd.listing).await?.ok_or(ExchangeError::NotFound)?;
    let known = held.outing.for_guests || store::outing::of_member(&mut tx, cmd.listing, me.member).await?.is_some();
    if !known {
        return Err(ExchangeError::NotFound);
    }
    let attendance = enter(&mut tx, &held, me.member).await?;
    tx.commit().await?;
    Ok(attendance)
}

/// Takes whoever waits off the list. Needs no right that could be taken away. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` of an outing that they are not to know of.
pub async fn step_back_as_guest(db: &Db, caller: &Caller, cmd: StepBack) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::JoinOpenOutings)?;
    let mut tx = db.begin(caller).await?;
    let held = store::outing::hold(&mut tx, cmd.listing).await?.ok_or(ExchangeError::NotFound)?;
    let known = held.outing.for_guests || store::outing::of_member(&mut tx, cmd.listing, me.member).await?.is_some();
    if !known {
        return Err(ExchangeError::NotFound);
    }
    leave(&mut tx, &held, me.member).await?;
    Ok(tx.commit().await?)
}

async fn granted(tx: &mut CommunityTx) -> Result<bool, DatabaseError> {
    Ok(store::rules::of_community(tx).await?.policy.grants(GuestRight::Outings))
}
