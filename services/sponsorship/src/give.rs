//! A member vouches for an applicant.

use crate::head::{Head, TrustEvent};
use crate::jobs::SponsorshipGiven;
use crate::people::Held;
use crate::rules::Rules;
use crate::settle::settle;
use crate::tokens::{must_be_able_to_keep_their_word, must_be_able_to_vouch};
use crate::views::VerdictSummary;
use crate::words::{Relation, State};
use crate::{SponsorshipError, decision, store};
use community::text;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, MemberId, SponsorshipId};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;
use trust::Outcome;

/// The longest sentence of a sponsor, characters.
pub const LONGEST_SENTENCE: usize = 500;

/// Vouches.
#[derive(Debug, Clone)]
pub struct Give {
    /// The request that is answered.
    pub sponsorship: SponsorshipId,
    /// How the sponsor knows the applicant.
    pub relation: Relation,
    /// What the sponsor says of them; must say something.
    pub sentence: String,
    /// Whether they have met in person.
    pub met_in_person: bool,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// For whom.
    pub applicant: MemberId,
    /// Whether the applicant is in, by this word or since.
    pub admitted: bool,
    /// What is still missing; nothing when this word was given before and is only repeated.
    pub verdict: Option<VerdictSummary>,
}

/// Takes the head, then the people in the order of their ids; checks request, standing, seniority and tokens under that lock;
/// writes the word, asks the engine, and lets the applicant in if nothing is missing. One transaction.
pub async fn give(db: &Db, caller: &Caller, cmd: Give) -> Result<Given, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let sentence = text::needed_block("sentence", &cmd.sentence, LONGEST_SENTENCE)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let request =
        store::request::to_answer(&mut tx, cmd.sponsorship, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    let people = hold(&mut tx, me.member, request.applicant).await?;
    let applicant = people.get(request.applicant)?;
    match request.state {
        State::Requested if request.expires_at > tx.now() => {}
        // Repeating is harmless: the word stands, and no token is taken again.
        State::Given => return Ok(Given { applicant: applicant.id, admitted: !applicant.waits(), verdict: None }),
        _ => return Err(SponsorshipError::AlreadyAnswered),
    }
    people.waiting(request.applicant)?;
    let sponsor = people.get(me.member)?;
    let rules = Rules::load(&mut tx).await?;
    let invitation = store::invitation::open_to(&mut tx, me.member, &applicant.email).await?;
    match invitation {
        // The token that their invitation holds is the one they give here.
        Some(_) => must_be_able_to_keep_their_word(&mut tx, &rules, sponsor).await?,
        None => must_be_able_to_vouch(&mut tx, &rules, sponsor).await?,
    }
    let word = store::request::Word { relation: cmd.relation, sentence: &sentence, met_in_person: cmd.met_in_person };
    if !store::request::give(&mut tx, cmd.sponsorship, me.member, &word).await? {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    if let Some(invitation) = invitation {
        store::invitation::redeem(&mut tx, invitation, applicant.id).await?;
    }
    store::asked::drop_withheld(&mut tx, me.member, applicant.id).await?;
    head.record(&mut tx, &TrustEvent::Offered { sponsor: sponsor.number, member: applicant.number }).await?;
    let detail = json!({ "sponsorship": cmd.sponsorship });
    tx.record(Entry { actor: Some(me.member), subject: Some(applicant.id), act: "sponsorship_given", detail });
    let verdict = settle(&mut tx, &head, &rules, applicant).await?;
    let admitted = verdict.outcome == Outcome::Admitted;
    tell(&mut tx, cmd.sponsorship, me.member, applicant.id, admitted).await?;
    tx.commit().await?;
    Ok(Given { applicant: request.applicant, admitted, verdict: Some(verdict.into()) })
}

/// Everybody whose state the decision rests on: the two, and all who have vouched before.
pub(crate) async fn hold(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    applicant: MemberId,
) -> Result<Held, SponsorshipError> {
    let mut concerned = vec![sponsor, applicant];
    concerned.extend(decision::offers(tx, applicant).await?.into_iter().map(|offer| offer.sponsor));
    Ok(Held::take(tx, &concerned).await?)
}

/// Tells the applicant who vouches. A letter only when it is not the welcome that says the same better.
pub(crate) async fn tell(
    tx: &mut CommunityTx,
    sponsorship: SponsorshipId,
    sponsor: MemberId,
    applicant: MemberId,
    admitted: bool,
) -> Result<(), SponsorshipError> {
    let told = Tell::new(applicant, Kind::SponsorshipGiven, format!("given:{sponsorship}"));
    tell_tx(tx, told.by(sponsor).about_sponsorship(sponsorship)).await?;
    if !admitted {
        tx.enqueue(&SponsorshipGiven { sponsorship }).await?;
    }
    Ok(())
}
