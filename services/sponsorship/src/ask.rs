//! An applicant asks for sponsorship, by typing a member's address.

use crate::jobs::{ExpireSponsorship, SponsorshipAsked, SponsorshipReminder, SponsorshipUnanswered};
use crate::people::Held;
use crate::rules::{Rules, plus_days};
use crate::words::Route;
use crate::{SponsorshipError, limits, store};
use community::text;
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, Deed, EmailAddress, MemberId, SponsorshipId, Timestamp};

/// The longest note an applicant can add, characters.
pub const LONGEST_NOTE: usize = 500;

/// Asks whoever has this address.
#[derive(Debug, Clone)]
pub struct AskSponsor {
    /// Made by the client; asking twice with the same id asks once.
    pub id: SponsorshipId,
    /// The address as typed.
    pub email: EmailAddress,
    /// A line to the person asked; may be empty.
    pub note: String,
}

/// Writes the request. The answer, the row and the jobs are the same whether or not the address belongs to a member (bar A1):
/// only [`crate::deliver`], which no page waits for, looks that up.
pub async fn ask_sponsor(db: &Db, caller: &Caller, cmd: AskSponsor) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    db.count(caller, Deed::AskSponsor, None).await?;
    let note = text::block("note", &cmd.note, LONGEST_NOTE)?;
    let mut tx = db.begin(caller.community).await?;
    let request = NewRequest {
        id: cmd.id,
        applicant: me.member,
        sponsor: None,
        email: Some(cmd.email.as_str()),
        note: &note,
        route: Route::Address,
    };
    write(&mut tx, &request).await?;
    tx.commit().await?;
    Ok(())
}

/// A request to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewRequest<'r> {
    pub(crate) id: SponsorshipId,
    pub(crate) applicant: MemberId,
    /// The member asked, where the applicant knows them: by a link or an invitation.
    pub(crate) sponsor: Option<MemberId>,
    pub(crate) email: Option<&'r str>,
    pub(crate) note: &'r str,
    pub(crate) route: Route,
}

/// Checks and writes a request under the applicant's row, so that the limits hold however many come at once. Every refusal
/// rests on what the applicant did themselves and sees in their waiting room, and on nothing else.
pub(crate) async fn write(tx: &mut CommunityTx, request: &NewRequest<'_>) -> Result<(), SponsorshipError> {
    let rules = Rules::load(tx).await?;
    let people = Held::take(tx, &[request.applicant]).await?;
    let applicant = people.waiting(request.applicant)?;
    if request.email == Some(applicant.email.as_str()) {
        return Err(SponsorshipError::Oneself);
    }
    if let Some(owner) = store::request::applicant_of(tx, request.id).await? {
        return if owner == request.applicant { Ok(()) } else { Err(SponsorshipError::IdInUse) };
    }
    let mine = store::asked::figures(tx, request).await?;
    if mine.stands {
        return Err(SponsorshipError::AlreadyAsked);
    }
    if mine.lately {
        return Err(SponsorshipError::AskedLately);
    }
    if mine.open >= i64::from(rules.community.open_requests) {
        return Err(SponsorshipError::TooManyOpen);
    }
    if mine.today >= limits::ASKED_A_DAY {
        return Err(SponsorshipError::AskedTooOften);
    }
    insert(tx, request, rules.request_ends(tx.now())).await?;
    schedule(tx, request.id, &rules).await
}

/// Writes the row. A member who was asked by this applicant already (at an address, it may be), or is to be left in peace by
/// them, does not get it; the applicant sees a request like any other.
async fn insert(tx: &mut CommunityTx, request: &NewRequest<'_>, ends: Timestamp) -> Result<(), SponsorshipError> {
    let withheld = match request.sponsor {
        Some(sponsor) => store::asked::is_to_be_left_in_peace(tx, sponsor, request.applicant).await?,
        None => false,
    };
    if store::request::insert(tx, request, withheld, ends).await? {
        return Ok(());
    }
    // A request to an address has reached this very member between the two statements.
    if request.sponsor.is_some() && store::request::insert(tx, request, true, ends).await? {
        return Ok(());
    }
    Err(SponsorshipError::AlreadyAsked)
}

/// The letter now, the reminders and the end later; each loads what is true by then.
async fn schedule(tx: &mut CommunityTx, sponsorship: SponsorshipId, rules: &Rules) -> Result<(), SponsorshipError> {
    let asked = Schedule::default().meaning(format!("sponsorship-asked:{sponsorship}"));
    tx.enqueue_with(&SponsorshipAsked { sponsorship }, asked).await?;
    schedule_end(tx, sponsorship, rules).await
}

/// The reminders and the end, for a request whose member knows of it.
pub(crate) async fn schedule_end(
    tx: &mut CommunityTx,
    sponsorship: SponsorshipId,
    rules: &Rules,
) -> Result<(), SponsorshipError> {
    let (now, ends) = (tx.now(), rules.request_ends(tx.now()));
    for days in &rules.community.reminder_days {
        let at = plus_days(now, *days);
        if at < ends {
            let reminder = Schedule::at(at).meaning(format!("sponsorship-reminder:{sponsorship}:{days}")).until(ends);
            tx.enqueue_with(&SponsorshipReminder { sponsorship }, reminder).await?;
        }
    }
    // With the last reminder, the applicant hears that they need not wait for this one alone.
    if let Some(at) =
        rules.community.reminder_days.iter().max().map(|days| plus_days(now, *days)).filter(|at| *at < ends)
    {
        let unanswered = Schedule::at(at).meaning(format!("sponsorship-unanswered:{sponsorship}")).until(ends);
        tx.enqueue_with(&SponsorshipUnanswered { sponsorship }, unanswered).await?;
    }
    let expiry = Schedule::at(ends).meaning(format!("expire-sponsorship:{sponsorship}"));
    tx.enqueue_with(&ExpireSponsorship { sponsorship }, expiry).await?;
    Ok(())
}
