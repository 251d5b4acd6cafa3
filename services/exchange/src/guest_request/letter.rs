//! What a letter about the request of somebody who waits says. For the job [`GuestRequestLetter`].

use crate::jobs::{CheckNews, GuestRequestLetter};
use crate::{ExchangeError, State, store};
use database::Db;
use kernel::{Act, Caller, MemberId};

/// What the letter needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLetter {
    /// Whose request it is.
    pub author: MemberId,
    /// Its title.
    pub title: String,
}

/// Nothing when what the letter was to tell is not so any more: changed, closed or decided meanwhile.
pub async fn letter(db: &Db, caller: &Caller, job: &GuestRequestLetter) -> Result<Option<CheckLetter>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let held = store::guest_request::hold(&mut tx, job.listing).await?;
    let state = match job.news {
        CheckNews::Waits => State::Checking,
        CheckNews::LetThrough => State::Open,
        CheckNews::SentBack => State::Returned,
    };
    let held = held.filter(|held| held.state == state && held.sent_at == job.sent_at);
    Ok(held.map(|held| CheckLetter { author: held.author, title: held.title }))
}
