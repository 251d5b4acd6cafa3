//! The team asks somebody whether they could help with a request that nobody has answered.

use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, ListingId, MemberId};
use notice::{Kind, Tell};

/// Somebody who offers what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestHelper {
    /// The request.
    pub request: ListingId,
    /// Who may be able to help: an author of an offer that matches it.
    pub helper: MemberId,
}

/// Speaks in the name of the team, hence the second factor. Tells the helper that the team thought of them, once a request. Nobody is made to help; whether they answer is theirs.
///
/// # Errors
/// `NotFound` where the request does not wait any more, or the member offers nothing of the kind.
pub async fn suggest_helper(db: &Db, caller: &Caller, cmd: SuggestHelper) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let mut tx = db.begin(caller).await?;
    let title = store::unanswered::waits(&mut tx, cmd.request).await?.ok_or(ExchangeError::NotFound)?;
    if store::unanswered::offer_of(&mut tx, cmd.request, cmd.helper).await?.is_none() {
        return Err(ExchangeError::NotFound);
    }
    let told = Tell::new(cmd.helper, Kind::HelpSuggested, format!("help-suggested:{}", cmd.request));
    notice::tell_tx(&mut tx, told.by(me.member).about_listing(cmd.request, title)).await?;
    Ok(tx.commit().await?)
}
