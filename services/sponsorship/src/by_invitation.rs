//! Somebody who waits follows an invitation: when they apply, or later from the waiting room.

use crate::ask::{NewRequest, write};
use crate::head::{Head, TrustEvent};
use crate::people::Person;
use crate::rules::Rules;
use crate::settle::settle;
use crate::store::invitation::OpenInvitation;
use crate::tokens::must_be_able_to_keep_their_word;
use crate::words::Route;
use crate::{SponsorshipError, give, store};
use database::CommunityTx;
use kernel::{MemberId, SponsorshipId, TokenHash};
use notice::{Kind, Tell, tell_tx};
use trust::Outcome;

/// Who follows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Follow<'f> {
    /// For the request or the word that comes of it.
    pub(crate) id: SponsorshipId,
    pub(crate) applicant: MemberId,
    /// A line to the sponsor, where they still have to answer; may be empty.
    pub(crate) note: &'f str,
    pub(crate) token: TokenHash,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Followed {
    /// There is no such invitation any more.
    Spent,
    /// The sponsor was asked.
    Asked,
    /// The word counts.
    Given {
        /// Under this id: that of the request which waited for it, if one did.
        id: SponsorshipId,
        /// Whether it was the last one that was missing.
        admitted: bool,
    },
}

/// An invitation to this very address is a word already given; forwarded to somebody else, or from a sponsor who cannot keep
/// it, it is only a good reason to ask. The caller holds the head.
pub(crate) async fn follow(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    cmd: Follow<'_>,
) -> Result<Followed, SponsorshipError> {
    let Some(invitation) = store::invitation::open(tx, cmd.token).await? else { return Ok(Followed::Spent) };
    if invitation.sponsor == cmd.applicant {
        return Err(SponsorshipError::Oneself);
    }
    let people = give::hold(tx, invitation.sponsor, cmd.applicant).await?;
    let (sponsor, applicant) = (people.get(invitation.sponsor)?, people.waiting(cmd.applicant)?);
    let mine = invitation.email == applicant.email;
    if !mine || !may_still_vouch(tx, rules, sponsor).await? {
        let sponsor = Some(invitation.sponsor);
        let route = Route::Invitation;
        let asked = NewRequest { id: cmd.id, applicant: cmd.applicant, sponsor, email: None, note: cmd.note, route };
        write(tx, &asked).await?;
        return Ok(Followed::Asked);
    }
    if store::asked::has_word(tx, invitation.sponsor, cmd.applicant).await? {
        return Err(SponsorshipError::AlreadyAsked);
    }
    if !store::invitation::redeem(tx, invitation.id, cmd.applicant).await? {
        return Ok(Followed::Spent);
    }
    take_word(tx, head, rules, cmd.id, &invitation, [sponsor, applicant]).await
}

/// Writes the word of an invitation that was used, and does what follows.
async fn take_word(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    id: SponsorshipId,
    invitation: &OpenInvitation,
    [sponsor, applicant]: [&Person; 2],
) -> Result<Followed, SponsorshipError> {
    let id = store::request::insert_given(tx, id, applicant.id, invitation, rules.request_ends(tx.now())).await?;
    store::asked::drop_withheld(tx, sponsor.id, applicant.id).await?;
    head.record(tx, &TrustEvent::Offered { sponsor: sponsor.number, member: applicant.number }).await?;
    let verdict = settle(tx, head, rules, applicant).await?;
    let admitted = verdict.outcome == Outcome::Admitted;
    give::tell(tx, id, sponsor.id, applicant.id, admitted).await?;
    let told = Tell::new(sponsor.id, Kind::InvitationAccepted, format!("invitation:{}", invitation.id));
    tell_tx(tx, told.by(applicant.id).about_sponsorship(id)).await?;
    Ok(Followed::Given { id, admitted })
}

async fn may_still_vouch(tx: &mut CommunityTx, rules: &Rules, sponsor: &Person) -> Result<bool, SponsorshipError> {
    match must_be_able_to_keep_their_word(tx, rules, sponsor).await {
        Ok(()) => Ok(true),
        Err(SponsorshipError::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(false),
    }
}
