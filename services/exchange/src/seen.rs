//! Remembering that a member has seen a listing: a digest never shows it again.

use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, ListingId};

/// The caller has looked at this listing. Harmless to repeat; does nothing for a listing that is not here.
pub async fn mark_seen(db: &Db, caller: &Caller, listing: ListingId) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    store::seen::insert(&mut tx, me.member, &[listing]).await?;
    Ok(tx.commit().await?)
}
