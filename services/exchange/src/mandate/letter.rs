//! What a letter about a request in somebody's name says. For the job [`MandateLetter`].

use super::MandateStage;
use crate::jobs::{MandateLetter, MandateNews};
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, ListingId, MemberId};

/// What the letter needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateFacts {
    /// Who did it: the proxy, or the person; nobody where they have gone.
    pub actor: Option<MemberId>,
    /// The request's title.
    pub title: String,
    /// Where the person goes on, once they have taken it over.
    pub taken_as: Option<ListingId>,
}

/// Nothing when what the letter was to tell is not so any more.
pub async fn letter(db: &Db, caller: &Caller, job: &MandateLetter) -> Result<Option<MandateFacts>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(held) = store::mandate::hold(&mut tx, job.listing).await? else { return Ok(None) };
    let stage = held.stage();
    let so = match job.news {
        MandateNews::Asked => stage == MandateStage::Asked && held.member == Some(job.member),
        MandateNews::Offered => stage == MandateStage::Offered && held.member == Some(job.member),
        MandateNews::Agreed => stage == MandateStage::Agreed,
        // No to what was handed over leaves it as it was said.
        MandateNews::Ended => matches!(stage, MandateStage::Ended | MandateStage::Said),
        MandateNews::Taken => matches!(stage, MandateStage::Taken { .. }),
    };
    let actor = if held.member == Some(job.member) { Some(held.proxy) } else { held.member };
    Ok(so.then_some(MandateFacts { actor, title: held.title, taken_as: held.taken_as }))
}
