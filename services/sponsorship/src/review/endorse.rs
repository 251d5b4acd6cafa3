//! A member vouches for somebody who is in already.

use super::cure;
use crate::give::LONGEST_SENTENCE;
use crate::head::{Head, TrustEvent};
use crate::jobs::RecheckReviews;
use crate::people::{Held, Person};
use crate::rules::Rules;
use crate::tokens::must_be_able_to_vouch;
use crate::words::Relation;
use crate::{SponsorshipError, store};
use community::{Policy, text};
use database::{Db, Schedule, audit::Entry};
use kernel::{Act, Caller, MemberId, SponsorshipId};
use membership::MemberCard;
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Vouches for a member.
#[derive(Debug, Clone)]
pub struct Endorse {
    /// Made by the client; sending it twice gives one word.
    pub id: SponsorshipId,
    /// For whom.
    pub member: MemberId,
    /// How the sponsor knows them.
    pub relation: Relation,
    /// What the sponsor says of them; must say something.
    pub sentence: String,
    /// Whether they have met in person.
    pub met_in_person: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endorsed {
    /// For whom.
    pub member: MemberId,
}

/// Gives the word: it costs a token like one that lets somebody in, and carries from now on. Whoever is under review and has enough paths
/// by it is in good standing again in the same transaction. The answer does not say so: reviews are never shown to peers.
///
/// # Errors
/// `Oneself`, `NotFound` (nobody inside), `NeedsNoWord`, `AlreadyVouched`, and those of [`crate::give`].
pub async fn endorse(db: &Db, caller: &Caller, cmd: Endorse) -> Result<Endorsed, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let sentence = text::needed_block("sentence", &cmd.sentence, LONGEST_SENTENCE)?;
    if cmd.member == me.member {
        return Err(SponsorshipError::Oneself);
    }
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let people = Held::take(&mut tx, &[me.member, cmd.member]).await?;
    let (sponsor, member) = (people.get(me.member)?, inside(&people, cmd.member)?);
    match store::endorsement::standing(&mut tx, cmd.id, me.member, member.id).await? {
        store::endorsement::Known::This => return Ok(Endorsed { member: member.id }),
        store::endorsement::Known::Another => return Err(SponsorshipError::AlreadyVouched),
        store::endorsement::Known::Nothing => {}
    }
    let rules = Rules::load(&mut tx).await?;
    if needs_no_word(rules.by_office, member.founder) {
        return Err(SponsorshipError::NeedsNoWord);
    }
    must_be_able_to_vouch(&mut tx, &rules, sponsor).await?;
    let word = store::request::Word { relation: cmd.relation, sentence: &sentence, met_in_person: cmd.met_in_person };
    if !store::endorsement::insert(&mut tx, cmd.id, me.member, member.id, &word).await? {
        return Err(SponsorshipError::IdInUse);
    }
    head.record(&mut tx, &TrustEvent::Endorsed { sponsor: sponsor.number, member: member.number }).await?;
    let detail = json!({ "sponsorship": cmd.id });
    tx.record(Entry { actor: Some(me.member), subject: Some(member.id), act: "sponsorship_given", detail });
    let told = Tell::new(member.id, Kind::Endorsed, format!("endorsed:{}", cmd.id));
    tell_tx(&mut tx, told.by(me.member).about_sponsorship(cmd.id)).await?;
    cure(&mut tx, &rules, member.id).await?;
    if store::review::any_open(&mut tx).await? {
        tx.enqueue_with(&RecheckReviews {}, Schedule::default().meaning("recheck-reviews")).await?;
    }
    tx.commit().await?;
    Ok(Endorsed { member: cmd.member })
}

/// Whether [`endorse`] could take a word of the caller's for whoever this card shows, as far as the card and the policy tell: for what is
/// drawn. Whether a token is left is asked when it is given.
pub fn could_endorse(caller: &Caller, card: &MemberCard, policy: &Policy) -> bool {
    let others = caller.me().is_some_and(|me| me.member != card.id);
    others
        && card.standing.is_inside()
        && !needs_no_word(policy.steward_admits(), card.founder)
        && caller.may(Act::Vouch)
}

/// Roots carry themselves, and where stewards decide nobody is carried by paths.
fn needs_no_word(by_office: bool, founder: bool) -> bool {
    by_office || founder
}

fn inside(people: &Held, member: MemberId) -> Result<&Person, SponsorshipError> {
    let person = people.get(member)?;
    if person.standing.is_inside() { Ok(person) } else { Err(SponsorshipError::NotFound) }
}
