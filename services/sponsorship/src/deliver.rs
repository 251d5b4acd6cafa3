//! Bringing a request to the member it is meant for. Runs as a job, so that no answer's time tells whether an address is known.

use crate::letters::{AskedLetter, asked};
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, SponsorshipId};
use notice::{Kind, Tell, tell_tx};

/// Finds the member behind the address, if the request is still open and nobody was found before; tells them; hands out what
/// the letter says. Nothing when the address belongs to no full member (yet): the request stays open, and comes back here
/// when somebody with that address is admitted.
pub async fn deliver(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<Option<AskedLetter>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    store::request::resolve(&mut tx, id).await?;
    let letter = asked(&mut tx, id).await?;
    if let Some(letter) = &letter {
        let told = Tell::new(letter.sponsor, Kind::SponsorshipAsked, format!("asked:{id}"));
        tell_tx(&mut tx, told.by(letter.applicant).about_sponsorship(id)).await?;
    }
    tx.commit().await?;
    Ok(letter)
}
