//! Somebody fetches a photo's file.

use super::address::Address;
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller};
use pictures::Shelf;

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A JPEG file, and the name we gave it.
    File {
        /// Generated; nothing of it was typed by anybody.
        name: String,
        /// What it holds.
        jpeg: Vec<u8>,
    },
    /// The address is too old; the same file is here now.
    Elsewhere(String),
}

/// The file that an address names, if it was signed for the caller and they may see the photo at this moment: it is their own, or of
/// a listing that is shown to them.
///
/// # Errors
/// `NotFound` for anything else, whatever it is.
pub async fn show(db: &Db, shelf: &Shelf, caller: &Caller, token: &str) -> Result<Shown, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let address = Address::read(db.seal(), token).ok_or(ExchangeError::NotFound)?;
    if address.community != caller.community || address.reader != me.member {
        return Err(ExchangeError::NotFound);
    }
    let mut tx = db.begin(caller).await?;
    let shown = store::photos::is_shown(&mut tx, address.photo, me.member).await?;
    let now = tx.now();
    tx.commit().await?;
    if !shown {
        return Err(ExchangeError::NotFound);
    }
    if address.until <= now {
        let fresh = Address::of(caller, me.member, address.photo, address.size, now);
        return Ok(Shown::Elsewhere(fresh.path(db.seal())));
    }
    let jpeg = shelf.get(caller.community, address.photo, address.size).await?.ok_or(ExchangeError::NotFound)?;
    Ok(Shown::File { name: address.size.name(address.photo), jpeg })
}
