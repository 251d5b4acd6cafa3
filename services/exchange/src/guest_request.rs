//! The one request of somebody who waits to come in ([`GuestRight::Request`]).
//!
//! Invariants
//! - One at a time, and a request only. It is a listing that nobody but its author and the team reads before a steward has let
//!   it through; changed, it goes back to the team.
//! - A steward lets through what they have read: a decision names the moment at which that was sent.
//! - A right that is taken away stops what is new; what was let through before stays until its author or the team closes it.
//! - Its author, once in, has it as any listing of theirs; gone, it is closed.

mod admitted;
mod close;
mod correct;
mod let_through;
mod letter;
mod post;
mod send_back;
mod views;

pub use admitted::take_up;
pub use close::close_guest_request;
pub use correct::correct_guest_request;
pub use let_through::{LetThrough, let_guest_request_through};
pub use letter::{CheckLetter, letter};
pub use post::post_guest_request;
pub use send_back::{SendBack, send_guest_request_back};
pub use views::{GuestRequestView, MyGuestRequest, RequestToCheck, my_guest_request, requests_to_check};

use crate::jobs::{CheckNews, GuestRequestLetter};
use crate::store::guest_request::Held;
use crate::{Direction, Draft, ExchangeError, State, TypedExtent, store};
use community::GuestRight;
use community::journal::{Entry, record_tx};
use database::{CommunityTx, DatabaseError};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};
use notice::{Kind, Tell};

/// Refuses where the community does not grant it.
async fn must_be_granted(tx: &mut CommunityTx, caller: &Caller) -> Result<(), ExchangeError> {
    if granted(tx).await? { Ok(()) } else { Err(caller.denied(Act::AskAsGuest).into()) }
}

async fn granted(tx: &mut CommunityTx) -> Result<bool, DatabaseError> {
    Ok(store::rules::of_community(tx).await?.policy.grants(GuestRight::Request))
}

/// A request, whatever a door says, and of an outing none that members would sign up for.
fn as_request(draft: Draft) -> Draft {
    Draft { direction: Some(Direction::Request), extent: TypedExtent::default(), urgency: None, ..draft }
}

/// Tells every steward, inside and by letter, that it waits.
async fn call_team(
    tx: &mut CommunityTx,
    author: MemberId,
    listing: ListingId,
    title: &str,
    sent_at: Timestamp,
) -> Result<(), DatabaseError> {
    for steward in membership::recipient::stewards_tx(tx).await? {
        let meaning = format!("guest-request:{listing}:{}", sent_at.timestamp_micros());
        let told = Tell::new(steward.member, Kind::GuestRequestMade, meaning).by(author);
        notice::tell_tx(tx, told.about_listing(listing, title)).await?;
        let letter = GuestRequestLetter { member: steward.member, listing, news: CheckNews::Waits, sent_at };
        tx.enqueue(&letter).await?;
    }
    Ok(())
}

/// The request under our lock, as the steward read it: still with the team, and not changed since.
async fn hold_as_read(tx: &mut CommunityTx, id: ListingId, sent_at: Timestamp) -> Result<Held, ExchangeError> {
    let held = store::guest_request::hold(tx, id).await?.ok_or(ExchangeError::NotFound)?;
    if held.sent_at != sent_at {
        return Err(ExchangeError::ChangedMeanwhile);
    }
    if held.state == State::Checking { Ok(held) } else { Err(ExchangeError::Closed) }
}

/// Tells its author what the team decided, inside and by letter. The team speaks, so nobody is named.
async fn answer(tx: &mut CommunityTx, held: &Held, kind: Kind, news: CheckNews) -> Result<(), DatabaseError> {
    let meaning = format!("{}:{}:{}", kind.as_str(), held.id, held.sent_at.timestamp_micros());
    let told = Tell::new(held.author, kind, meaning).about_listing(held.id, held.title.as_str());
    notice::tell_tx(tx, told).await?;
    tx.enqueue(&GuestRequestLetter { member: held.author, listing: held.id, news, sent_at: held.sent_at }).await
}

async fn write_down(
    tx: &mut CommunityTx,
    steward: MemberId,
    held: &Held,
    act: &'static str,
    reason: &str,
) -> Result<(), DatabaseError> {
    let detail = serde_json::json!({ "listing": held.id, "reason": reason });
    record_tx(tx, Entry { actor: Some(steward), subject: Some(held.author), act, detail }).await
}
