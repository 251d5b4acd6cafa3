//! A member asks for somebody else.

use super::{ANSWER_TIME, LONGEST_NAME, Relation, may_be_asked, store, tell, write_down};
use crate::jobs::{self, ExpireListing, MandateNews};
use crate::{Direction, ExchangeError, FieldProblem, Publish, Published, publish};
use community::text::{self, BadText};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, Deed, ListingId, Me, MemberId, Timestamp};
use membership::MemberCard;

/// A request in somebody's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskFor {
    /// The request.
    pub publish: Publish,
    /// In whose name.
    pub whom: ForWhom,
    /// What they are to the caller; may be left unsaid.
    pub relation: Option<Relation>,
}

/// In whose name it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForWhom {
    /// Somebody who is no member here.
    Named {
        /// Their first name, 1 to 40 characters, without a figure.
        first_name: String,
        /// "They asked me to."
        consents: bool,
    },
    /// Another member, who is asked first.
    Member(MemberId),
}

/// Publishes a request in the name of somebody who is no member, or gives it to the member in whose name it is to agree; it is closed
/// where they do not within [`ANSWER_TIME`]. Repeating it changes nothing.
///
/// # Errors
/// What is wrong with the draft, and with whom it is for (`behalf_name`, `behalf_consent`, `behalf_member`); as publishing does; `TooOften`.
pub async fn ask_for(db: &Db, caller: &Caller, cmd: AskFor) -> Result<Published, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Publish, None).await?;
    if let ForWhom::Member(member) = cmd.whom {
        db.count(caller, Deed::AskInName, Some(&member.to_string())).await?;
    }
    let mut tx = db.begin(caller).await?;
    let person = check(&mut tx, &me, &cmd).await;
    let written = publish::write(&mut tx, caller, &me, &cmd.publish).await;
    let (first_name, written) = both(person, written)?;
    if written.repeated {
        return Ok(written.published);
    }
    let published = match cmd.whom {
        ForWhom::Named { .. } => {
            said(&mut tx, &me, &cmd, &first_name).await?;
            publish::announce(&mut tx, &written).await?;
            written.published
        }
        ForWhom::Member(member) => asked(&mut tx, &me, &cmd, member).await?,
    };
    tx.commit().await?;
    Ok(published)
}

/// Whether [`ask_for`] could ask for whoever this card shows, for what is drawn.
pub fn could_ask_for(caller: &Caller, card: &MemberCard) -> bool {
    caller.me().is_some_and(|me| me.member != card.id) && card.standing.is_inside() && caller.may(Act::Publish)
}

/// Every problem of both, in one answer.
fn both<T, U>(one: Result<T, ExchangeError>, other: Result<U, ExchangeError>) -> Result<(T, U), ExchangeError> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(ExchangeError::Invalid(mut problems)), Err(ExchangeError::Invalid(more))) => {
            problems.extend(more);
            Err(ExchangeError::Invalid(problems))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// The first name as it is kept; empty for a member.
async fn check(tx: &mut CommunityTx, me: &Me, cmd: &AskFor) -> Result<String, ExchangeError> {
    let offers = cmd.publish.draft.direction == Some(Direction::Offer);
    let mut problems = Vec::new();
    let mut note = |field, code| problems.push(FieldProblem::new(field, code));
    let mut kept = String::new();
    match &cmd.whom {
        ForWhom::Named { first_name, consents } => {
            if offers {
                note("behalf_name", "MANDATE_REQUEST_ONLY");
            }
            match checked_name(first_name) {
                Ok(name) => kept = name,
                Err(code) => note("behalf_name", code),
            }
            if !consents {
                note("behalf_consent", "MANDATE_CONSENT_MISSING");
            }
        }
        ForWhom::Member(member) => {
            if offers {
                note("behalf_member", "MANDATE_REQUEST_ONLY");
            }
            if let Err(code) = may_be_asked(tx, me.member, *member, cmd.publish.id).await? {
                note("behalf_member", code);
            }
        }
    }
    if problems.is_empty() { Ok(kept) } else { Err(ExchangeError::Invalid(problems)) }
}

/// A first name and nothing by which somebody could be reached.
fn checked_name(typed: &str) -> Result<String, &'static str> {
    let name = text::needed_line("behalf_name", typed, LONGEST_NAME).map_err(|bad| match bad {
        BadText::Missing(_) => "MANDATE_NAME_MISSING",
        BadText::TooLong(_) => "MANDATE_NAME_TOO_LONG",
        BadText::Invisible(_) | BadText::Reserved(_) => "TEXT_INVISIBLE",
    })?;
    let plain = name.chars().all(|c| c.is_alphabetic() || " -'’.".contains(c)) && name.chars().any(char::is_alphabetic);
    if plain { Ok(name) } else { Err("MANDATE_NAME_ONLY") }
}

async fn said(tx: &mut CommunityTx, me: &Me, cmd: &AskFor, first_name: &str) -> Result<(), ExchangeError> {
    store::mandate::insert(tx, cmd.publish.id, me.member, first_name, None, cmd.relation).await?;
    write_down(tx, me.member, None, "mandate_said", cmd.publish.id);
    Ok(())
}

/// The member is asked, inside and by letter; nobody else reads it meanwhile.
async fn asked(tx: &mut CommunityTx, me: &Me, cmd: &AskFor, member: MemberId) -> Result<Published, ExchangeError> {
    let listing = cmd.publish.id;
    store::mandate::insert(tx, listing, me.member, "", Some(member), cmd.relation).await?;
    let until = tx.now() + ANSWER_TIME;
    let expires_at = store::mandate::wait(tx, listing, until).await?;
    close_then(tx, listing, expires_at).await?;
    let held = store::mandate::hold(tx, listing).await?.ok_or(ExchangeError::NotFound)?;
    tell(tx, member, Some(me.member), &held, MandateNews::Asked).await?;
    write_down(tx, me.member, Some(member), "mandate_asked", listing);
    Ok(Published { listing, expires_at })
}

async fn close_then(tx: &mut CommunityTx, listing: ListingId, expires_at: Timestamp) -> Result<(), ExchangeError> {
    let at = Schedule::at(expires_at).meaning(jobs::end_of(listing, expires_at));
    Ok(tx.enqueue_with(&ExpireListing { listing, expires_at }, at).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_name_holds_nothing_by_which_somebody_is_reached() {
        for good in ["Jeanne", "Marie-Ève", " Anne  Marie ", "N’Golo", "Dr. Ö"] {
            assert!(checked_name(good).is_ok(), "{good}");
        }
        assert_eq!(checked_name(" Anne \n Marie "), Ok("Anne Marie".to_owned()));
        assert_eq!(checked_name(" "), Err("MANDATE_NAME_MISSING"));
        assert_eq!(checked_name(&"é".repeat(41)), Err("MANDATE_NAME_TOO_LONG"));
        for bad in ["Jeanne 06 12 34 56 78", "jeanne@example.test", "3 rue des Prés", "--"] {
            assert_eq!(checked_name(bad), Err("MANDATE_NAME_ONLY"), "{bad}");
        }
    }
}
