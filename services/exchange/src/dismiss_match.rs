//! "Not interested."

use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, MatchId};

/// This one does not concern me.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DismissMatch {
    /// Which match of the caller's.
    pub id: MatchId,
}

/// Shows a match of the caller's no more, and lets others of that category weigh less for them. Repeating it changes nothing. The other
/// side is not told and keeps theirs.
pub async fn dismiss_match(db: &Db, caller: &Caller, cmd: DismissMatch) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    if !store::matches::dismiss(&mut tx, me.member, cmd.id).await? {
        return Err(ExchangeError::NotFound);
    }
    Ok(tx.commit().await?)
}
