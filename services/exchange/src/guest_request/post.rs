//! Somebody who waits asks for something.

use super::{as_request, call_team, must_be_granted};
use crate::{ExchangeError, Publish, limits, near, rules, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// Gives a request to the team to look at. Repeating it changes nothing. Whatever the draft says, it is a request.
///
/// # Errors
/// `Forbidden` where the community does not grant it; `OneRequest` while there is another; what is wrong with the draft; `EnoughToday`,
/// and `TooOften` before that.
pub async fn post_guest_request(db: &Db, caller: &Caller, cmd: Publish) -> Result<ListingId, ExchangeError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    db.count(caller, Deed::Publish, None).await?;
    let mut tx = db.begin(caller).await?;
    must_be_granted(&mut tx, caller).await?;
    let rules = rules::rules(&mut tx).await?;
    let checked = as_request(cmd.draft).check(&rules, None)?;
    let place = near::place_of_listing(&checked.town, None);
    let expires_at = tx.now() + chrono::Duration::days(i64::from(rules.listing_days));
    store::write::lock_author(&mut tx, me.member).await?;
    match store::guest_request::of_author(&mut tx, me.member).await? {
        Some(known) if known == cmd.id => return Ok(cmd.id),
        Some(_) => return Err(ExchangeError::OneRequest),
        None => {}
    }
    let new = store::write::New { id: cmd.id, author: me.member, language: caller.language, expires_at, place };
    let Some(sent_at) = store::guest_request::insert(&mut tx, &new, &checked).await? else {
        return Err(ExchangeError::IdTaken);
    };
    let a_day_ago = tx.now() - chrono::Duration::days(1);
    if store::write::published_since(&mut tx, me.member, a_day_ago).await? > limits::GUEST_REQUESTS_A_DAY {
        return Err(ExchangeError::EnoughToday);
    }
    call_team(&mut tx, me.member, cmd.id, &checked.title, sent_at).await?;
    tx.commit().await?;
    Ok(cmd.id)
}
