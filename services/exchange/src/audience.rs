//! A listing is shown to more people than it was published for: by its author, by the team, or by itself.

use crate::{Audience, Direction, ExchangeError, ShowToAll, State, jobs, limits, store};
use community::journal::{Entry, record_tx};
use database::{CommunityTx, DatabaseError, Db, Schedule};
use kernel::{Act, Caller, ListingId, MemberId};
use notice::{Kind, Tell};
use store::audience::Held;

/// Its author shows it to more people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widen {
    /// Which listing of the caller's.
    pub id: ListingId,
    /// For whom it is from now on.
    pub audience: Audience,
}

/// The team shows it to everybody, as its author said it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassOn {
    /// Which listing.
    pub id: ListingId,
}

/// Shows an open listing of the caller's to more people; to them it is as new as if it were published now. It cannot be narrowed: whoever has
/// read it cannot be made to forget it. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed`; `AUDIENCE_ONLY_WIDER` where fewer people would read it, or others.
pub async fn widen(db: &Db, caller: &Caller, cmd: Widen) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    widen_tx(&mut tx, me.member, cmd).await?;
    Ok(tx.commit().await?)
}

/// The same inside a transaction, for whoever changes more of it.
pub(crate) async fn widen_tx(tx: &mut CommunityTx, author: MemberId, cmd: Widen) -> Result<(), ExchangeError> {
    let held = store::audience::hold(tx, cmd.id).await?.filter(|held| held.author == author);
    let held = held.ok_or(ExchangeError::NotFound)?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.audience == cmd.audience {
        return Ok(());
    }
    if !held.audience.widens_to(cmd.audience) {
        return Err(ExchangeError::of_field("audience", "AUDIENCE_ONLY_WIDER"));
    }
    Ok(spread(tx, cmd.id, &held, cmd.audience).await?)
}

/// Shows a listing that came to the team first to everybody, tells its author and writes it into the journal. Repeating it changes nothing.
///
/// # Errors
/// `Closed`; `AudienceKept` where its author did not say that the team may.
pub async fn pass_on(db: &Db, caller: &Caller, cmd: PassOn) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let mut tx = db.begin(caller).await?;
    let held = store::audience::hold(&mut tx, cmd.id).await?.ok_or(ExchangeError::NotFound)?;
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.audience == Audience::Everyone {
        return Ok(());
    }
    if !held.audience.may_be_passed_on() {
        return Err(ExchangeError::AudienceKept);
    }
    spread(&mut tx, cmd.id, &held, Audience::Everyone).await?;
    let detail = serde_json::json!({ "listing": cmd.id });
    let entry = Entry { actor: Some(me.member), subject: Some(held.author), act: "listing_passed_on", detail };
    record_tx(&mut tx, entry).await?;
    let told = Tell::new(held.author, Kind::ListingPassedOn, format!("listing-passed-on:{}", cmd.id));
    notice::tell_tx(&mut tx, told.about_listing(cmd.id, held.title)).await?;
    Ok(tx.commit().await?)
}

/// Whoever has left the group that a listing is for says nothing more into it; it can still be closed, or shown to everybody.
pub(crate) async fn must_be_of_its_group(
    tx: &mut CommunityTx,
    listing: ListingId,
    author: MemberId,
) -> Result<(), ExchangeError> {
    let Some(group) = store::audience::group_of(tx, listing).await? else { return Ok(()) };
    let is_in = groups::views::is_in_tx(tx, group, author).await?;
    is_in.then_some(()).ok_or(ExchangeError::of_field("audience", "AUDIENCE_GROUP_NOT_YOURS"))
}

/// Shows it to everybody, if its author chose that and its time has come; false when that is not needed. For the job of [`ShowToAll`].
pub async fn show_to_all(db: &Db, caller: &Caller, job: &ShowToAll) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(held) = store::audience::hold(&mut tx, job.listing).await? else { return Ok(false) };
    let due = held.created_at + limits::shown_to_all_after() <= tx.now();
    if held.state != State::Open || held.audience != Audience::StewardsThen || !due {
        return Ok(false);
    }
    spread(&mut tx, job.listing, &held, Audience::Everyone).await?;
    tx.commit().await?;
    Ok(true)
}

/// Has it shown to everybody later, where its author chose that; from now on the time runs.
pub(crate) async fn promise_tx(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    let held = store::audience::hold(tx, listing).await?;
    if held.is_none_or(|held| held.audience != Audience::StewardsThen) {
        return Ok(());
    }
    let at = Schedule::at(tx.now() + limits::shown_to_all_after()).meaning(format!("show-to-all:{listing}"));
    tx.enqueue_with(&ShowToAll { listing }, at).await
}

/// Whoever reads it from now on is told of it as of any new listing.
async fn spread(tx: &mut CommunityTx, id: ListingId, held: &Held, audience: Audience) -> Result<(), DatabaseError> {
    store::audience::widen(tx, id, audience).await?;
    jobs::seek_matches(tx, id).await?;
    jobs::compare_searches(tx, id).await?;
    if held.direction == Direction::Request {
        jobs::watch(tx, id).await?;
    }
    Ok(())
}
