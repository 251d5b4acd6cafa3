//! An applicant asks for sponsorship, having come by a member's personal link.

use crate::ask::{LONGEST_NOTE, NewRequest, write};
use crate::token::Door;
use crate::words::Route;
use crate::{SponsorshipError, personal_link};
use community::text;
use database::Db;
use kernel::{Act, Caller, Deed, SponsorshipId};

/// Asks the member whose link this is.
#[derive(Debug, Clone)]
pub struct AskViaLink {
    /// Made by the client; asking twice with the same id asks once.
    pub id: SponsorshipId,
    /// The token of the personal link.
    pub token: String,
    /// A line to the person asked; may be empty.
    pub note: String,
}

/// Writes the request to the owner of the link. The answer does not tell whether they were asked before at their address.
pub async fn ask_via_link(db: &Db, caller: &Caller, cmd: AskViaLink) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    db.count(caller, Deed::AskSponsor, None).await?;
    let note = text::block("note", &cmd.note, LONGEST_NOTE)?;
    let Some(Door::Personal(link)) = Door::read(&cmd.token) else { return Err(SponsorshipError::LinkSpent) };
    let mut tx = db.begin(caller.community).await?;
    let sponsor = personal_link::owner(&mut tx, &link).await?.ok_or(SponsorshipError::LinkSpent)?;
    if sponsor.id == me.member {
        return Err(SponsorshipError::Oneself);
    }
    let request = NewRequest {
        id: cmd.id,
        applicant: me.member,
        sponsor: Some(sponsor.id),
        email: None,
        note: &note,
        route: Route::Link,
    };
    write(&mut tx, &request).await?;
    tx.commit().await?;
    Ok(())
}
