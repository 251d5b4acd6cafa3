//! Somebody asks to come in, with or without a sponsor in mind.

use crate::admission::{Ground, let_in};
use crate::ask::{NewRequest, write};
use crate::by_invitation::{Follow, Followed, follow};
use crate::head::Head;
use crate::people::Held;
use crate::rules::Rules;
use crate::token::{Door, Link};
use crate::words::Route;
use crate::{SponsorshipError, personal_link, store};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, Deed, Forbidden, MemberId, SponsorshipId, TokenHash};
use membership::{Applicant, NewMember, apply_tx, jobs::ApplicantArrived, may_announce_tx, recipient::stewards_tx};
use notice::{Kind, Tell, tell_tx};

/// What led the applicant here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// A member's personal link.
    Personal(String),
    /// A member's invitation.
    Invitation(String),
}

impl Via {
    /// A token from an address bar, sorted by its look; nothing when it looks like neither.
    pub fn of(token: &str) -> Option<Self> {
        match Door::read(token)? {
            Door::Personal(_) => Some(Self::Personal(token.to_owned())),
            Door::Invitation(_) => Some(Self::Invitation(token.to_owned())),
        }
    }

    fn token(&self) -> &str {
        let (Self::Personal(token) | Self::Invitation(token)) = self;
        token
    }
}

/// Asks to come in.
#[derive(Debug, Clone)]
pub struct Apply {
    /// Made by the client; applying twice applies once.
    pub id: MemberId,
    /// Name, as others will see it.
    pub name: String,
    /// A sentence about themselves.
    pub about: String,
    /// Where they live; may be empty.
    pub town: String,
    /// Whether they accepted the house charter.
    pub charter_accepted: bool,
    /// What led them here, if anything did.
    pub via: Option<Via>,
}

/// Where the applicant stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// The member; not the client's id when they were here before.
    pub member: MemberId,
    /// Whether they are in already: by the rule on addresses, or by the one word that was needed.
    pub admitted: bool,
}

/// Refuses whoever cannot apply, before they are shown the questions.
///
/// # Errors
/// `Forbidden` for whoever is a member here, or was put out.
pub fn may_apply(caller: &Caller) -> Result<(), SponsorshipError> {
    Ok(caller.must(Act::Apply)?)
}

/// Writes the applicant, then follows what led them here. A link or invitation that does not hold any more costs nothing: they
/// have applied all the same.
pub async fn apply(db: &Db, caller: &Caller, cmd: Apply) -> Result<Applied, SponsorshipError> {
    // Somebody who waits already may repeat it; everybody else is asked of the table.
    if !caller.may(Act::AskSponsor) {
        caller.must(Act::Apply)?;
        db.count(caller, Deed::Apply, None).await?;
    }
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let new = NewMember {
        id: cmd.id,
        name: cmd.name,
        about: cmd.about,
        town: cmd.town,
        charter_accepted: cmd.charter_accepted,
        language: caller.language,
    };
    let applicant = apply_tx(&mut tx, account, &new).await?;
    let admitted = if applicant.fresh { arrive(&mut tx, &head, &applicant, cmd.via).await? } else { false };
    tx.commit().await?;
    Ok(Applied { member: applicant.member, admitted })
}

async fn arrive(
    tx: &mut CommunityTx,
    head: &Head,
    applicant: &Applicant,
    via: Option<Via>,
) -> Result<bool, SponsorshipError> {
    let rules = Rules::load(tx).await?;
    // Whoever was here before begins anew: words of that time neither count nor stand in the way of new ones.
    store::ends::end_all(tx, applicant.member).await?;
    store::reservation::drop_open(tx, applicant.member).await?;
    if rules.admits_address(applicant.email.as_str()) {
        let people = Held::take(tx, &[applicant.member]).await?;
        let_in(tx, head, &rules, people.waiting(applicant.member)?, &[], Ground::Domain).await?;
        return Ok(true);
    }
    if rules.by_office {
        announce(tx, applicant.member).await?;
    }
    match via.as_ref().and_then(|via| Door::read(via.token())) {
        Some(Door::Personal(link)) => by_link(tx, applicant.member, &link).await.map(|()| false),
        Some(Door::Invitation(hash)) => by_invitation(tx, head, &rules, applicant.member, hash).await,
        None => Ok(false),
    }
}

/// Tells every steward and owner that somebody waits for them: inside, and by a letter each. Not again within a day for
/// somebody who leaves and comes back; the desk shows them all the same.
async fn announce(tx: &mut CommunityTx, applicant: MemberId) -> Result<(), SponsorshipError> {
    if !may_announce_tx(tx, applicant).await? {
        return Ok(());
    }
    let (day, mut letters) = (tx.now().date_naive(), Vec::new());
    for steward in stewards_tx(tx).await? {
        let meaning = format!("{}:{applicant}:{day}", Kind::ApplicantArrived.as_str());
        tell_tx(tx, Tell::new(steward.member, Kind::ApplicantArrived, meaning).by(applicant)).await?;
        let letter = ApplicantArrived { member: applicant, steward: steward.member };
        let meaning = format!("applicant-arrived:{applicant}:{}", steward.member);
        letters.push((letter, Schedule::default().meaning(meaning)));
    }
    tx.enqueue_all(letters).await?;
    Ok(())
}

async fn by_link(tx: &mut CommunityTx, applicant: MemberId, link: &Link) -> Result<(), SponsorshipError> {
    let Some(owner) = personal_link::owner(tx, link).await?.filter(|owner| owner.id != applicant) else {
        return Ok(());
    };
    let (id, route) = (SponsorshipId(tx.entropy().id()), Route::Link);
    let asked = NewRequest { id, applicant, sponsor: Some(owner.id), email: None, note: "", route };
    unless_it_leads_nowhere(write(tx, &asked).await).map(|_| ())
}

/// True when the word of the invitation was the last one that was missing.
async fn by_invitation(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    applicant: MemberId,
    token: TokenHash,
) -> Result<bool, SponsorshipError> {
    let cmd = Follow { id: SponsorshipId(tx.entropy().id()), applicant, note: "", token };
    let followed = unless_it_leads_nowhere(follow(tx, head, rules, cmd).await)?;
    Ok(matches!(followed, Some(Followed::Given { admitted: true, .. })))
}

/// Somebody who applies a second time has perhaps asked this member before, or too many, or follows their own link: they have
/// applied all the same.
fn unless_it_leads_nowhere<T>(outcome: Result<T, SponsorshipError>) -> Result<Option<T>, SponsorshipError> {
    match outcome {
        Ok(followed) => Ok(Some(followed)),
        Err(
            SponsorshipError::AlreadyAsked
            | SponsorshipError::AskedLately
            | SponsorshipError::TooManyOpen
            | SponsorshipError::AskedTooOften
            | SponsorshipError::Oneself,
        ) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_from_an_address_bar_is_sorted_by_its_look() {
        let invitation = "a".repeat(52);
        assert_eq!(Via::of(&invitation), Some(Via::Invitation(invitation.clone())));
        let personal = format!("{}-{}", "a".repeat(26), "b".repeat(26));
        assert_eq!(Via::of(&personal), Some(Via::Personal(personal.clone())));
        assert_eq!(Via::of("hello"), None);
    }
}
