//! An applicant asks for sponsorship, having come by a member's personal link or an invitation.

use crate::ask::{LONGEST_NOTE, NewRequest, write};
use crate::by_invitation::{Follow, Followed, follow};
use crate::head::Head;
use crate::rules::Rules;
use crate::token::{Door, Link};
use crate::words::Route;
use crate::{SponsorshipError, personal_link, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, MemberId, SponsorshipId};

/// Asks the member whose link or invitation this is.
#[derive(Debug, Clone)]
pub struct AskViaLink {
    /// Made by the client; asking twice with the same id asks once.
    pub id: SponsorshipId,
    /// The token of the personal link or of the invitation.
    pub token: String,
    /// A line to the person asked; may be empty.
    pub note: String,
}

/// Writes the request to the owner of the link. An invitation to the applicant's own address is a word already given, as when
/// they apply with it: it counts, and may let them in. The answer does not tell whether they were asked before at their address.
/// The id of the request or the word.
///
/// # Errors
/// `LinkSpent` for a link or invitation that does not hold; what asking a sponsor is refused for.
pub async fn ask_via_link(db: &Db, caller: &Caller, cmd: AskViaLink) -> Result<SponsorshipId, SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    db.count(caller, Deed::AskSponsor, None).await?;
    let note = text::block("note", &cmd.note, LONGEST_NOTE)?;
    let Some(door) = Door::read(&cmd.token) else { return Err(SponsorshipError::LinkSpent) };
    let mut tx = db.begin(caller.community).await?;
    let id = match door {
        Door::Personal(link) => by_link(&mut tx, cmd.id, me.member, &note, &link).await.map(|()| cmd.id)?,
        Door::Invitation(token) => {
            by_invitation(&mut tx, Follow { id: cmd.id, applicant: me.member, note: &note, token }).await?
        }
    };
    tx.commit().await?;
    Ok(id)
}

async fn by_link(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    applicant: MemberId,
    note: &str,
    link: &Link,
) -> Result<(), SponsorshipError> {
    let sponsor = personal_link::owner(tx, link).await?.ok_or(SponsorshipError::LinkSpent)?;
    if sponsor.id == applicant {
        return Err(SponsorshipError::Oneself);
    }
    let request = NewRequest { id, applicant, sponsor: Some(sponsor.id), email: None, note, route: Route::Link };
    write(tx, &request).await
}

async fn by_invitation(tx: &mut CommunityTx, cmd: Follow<'_>) -> Result<SponsorshipId, SponsorshipError> {
    let head = Head::take(tx).await?;
    let rules = Rules::load(tx).await?;
    match follow(tx, &head, &rules, cmd).await? {
        Followed::Asked => Ok(cmd.id),
        Followed::Given { id, .. } => Ok(id),
        // Sent a second time: it was this very person who used it.
        Followed::Spent if store::invitation::was_used_by(tx, cmd.token, cmd.applicant).await? => Ok(cmd.id),
        Followed::Spent => Err(SponsorshipError::LinkSpent),
    }
}
