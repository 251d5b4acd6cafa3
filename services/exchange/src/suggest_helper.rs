//! The team asks somebody whether they could help with a request that nobody has answered.

use crate::{ExchangeError, HelpLetter, store};
use database::{Db, Schedule};
use kernel::{Act, Caller, ListingId, MemberId};
use membership::{Recipient, recipient::recipient_tx};
use notice::{Kind, Tell};

/// Somebody who offers what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestHelper {
    /// The request.
    pub request: ListingId,
    /// Who may be able to help: an author of an offer that matches it.
    pub helper: MemberId,
}

/// What a letter to somebody of whom the team thought is written from.
#[derive(Debug, Clone)]
pub struct HelpFacts {
    /// To whom.
    pub to: Recipient,
    /// The request's title.
    pub title: String,
    /// Its town; may be empty.
    pub town: String,
    /// Who asks.
    pub author_name: String,
    /// The title of the reader's offer that it goes with.
    pub goes_with: String,
}

/// Speaks in the name of the team, hence the second factor. Tells the helper that the team thought of them, inside and by letter, once a
/// request. Nobody is made to help; whether they answer is theirs.
///
/// # Errors
/// `NotFound` where the request does not wait any more, or the member offers nothing of the kind.
pub async fn suggest_helper(db: &Db, caller: &Caller, cmd: SuggestHelper) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let mut tx = db.begin(caller).await?;
    let request = store::unanswered::waits(&mut tx, cmd.request).await?.ok_or(ExchangeError::NotFound)?;
    if store::unanswered::offer_of(&mut tx, cmd.request, cmd.helper).await?.is_none() {
        return Err(ExchangeError::NotFound);
    }
    let told = Tell::new(cmd.helper, Kind::HelpSuggested, format!("help-suggested:{}", cmd.request));
    let told = told.by(me.member).about_listing(cmd.request, request.title);
    if notice::tell_tx(&mut tx, told).await?.is_some() {
        let meaning = Schedule::default().meaning(format!("help-letter:{}:{}", cmd.request, cmd.helper));
        tx.enqueue_with(&HelpLetter { member: cmd.helper, request: cmd.request }, meaning).await?;
    }
    Ok(tx.commit().await?)
}

/// What the letter says; nothing where the request waits no more, or they want no letters about what they publish. For the job of
/// [`HelpLetter`].
pub async fn letter(db: &Db, caller: &Caller, job: &HelpLetter) -> Result<Option<HelpFacts>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let to = recipient_tx(&mut tx, job.member).await?.filter(|to| to.listing_letters && to.standing.is_inside());
    let request = store::unanswered::waits(&mut tx, job.request).await?;
    let goes_with = store::unanswered::offer_of(&mut tx, job.request, job.member).await?;
    tx.commit().await?;
    let (Some(to), Some(request), Some(goes_with)) = (to, request, goes_with) else { return Ok(None) };
    Ok(Some(HelpFacts { to, title: request.title, town: request.town, author_name: request.author_name, goes_with }))
}
