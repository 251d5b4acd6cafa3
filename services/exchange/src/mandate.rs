//! Asking for somebody else (decision 44): a request whose author, the proxy, says for whom it is and that they were asked to.
//!
//! Invariants
//! - The proxy is its author and is always shown: limits, budgets and trust count for them, until the person takes the request over.
//! - Of somebody who is no member nothing is kept but a first name and what they are to the proxy.
//! - A request for a member is read by nobody before that member has agreed ([`State::Agreeing`]), nor ever where they did
//!   not ([`State::Declined`]); they may end it at any time.
//! - A yes is to what was read: whoever agrees or takes over says which words, choices and photos they saw ([`Reading::mark`]), and is shown
//!   them again where they are others now. Of what is changed after a yes the member is told; a request stays one.
//! - Taking over makes a new listing of the person's own with the same words, and closes the proxy's: what was written to the proxy
//!   stays between those two, and whoever wrote is told where to write from now on.

mod agree;
mod ask_for;
mod change;
mod end;
mod letter;
mod offer;
mod reading;
mod take_over;
mod views;

pub use agree::{AgreeMandate, agree_mandate};
pub use ask_for::{AskFor, ForWhom, ask_for, could_ask_for};
pub(crate) use change::{before_change, tell_of_change};
pub use end::end_mandate;
pub(crate) use end::end_of_gone;
pub use letter::{MandateFacts, letter};
pub use offer::{OfferMandate, offer_mandate};
pub use reading::Reading;
pub(crate) use reading::Wording;
pub use take_over::{TakeOver, take_over};
pub(crate) use views::attach;
pub use views::{MandateStage, MandateView, OnBehalf, candidates, mandate, mandates_for_me};

use crate::jobs::{MandateLetter, MandateNews};
use crate::{ExchangeError, State, limits, store};
use chrono::Duration;
use database::{CommunityTx, DatabaseError, Schedule, audit::Entry};
use kernel::standing::UnknownWord;
use kernel::{ListingId, MemberId, Timestamp};
use notice::{Kind, Tell};
use std::str::FromStr;

/// The longest first name, characters.
pub const LONGEST_NAME: usize = 40;

/// How long a member has to agree; the request is closed then.
pub const ANSWER_TIME: Duration = Duration::days(14);

/// Requests in somebody's name that one list shows at the most.
pub const SHOWN: i64 = 20;

/// What somebody is to their proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Their mother.
    Mother,
    /// Their father.
    Father,
    /// Their daughter.
    Daughter,
    /// Their son.
    Son,
    /// Their grandmother.
    Grandmother,
    /// Their grandfather.
    Grandfather,
    /// Another of their family.
    Relative,
    /// Somebody who lives near them.
    Neighbour,
    /// A friend.
    Friend,
}

impl Relation {
    /// Every one, in the order in which forms show them.
    pub const ALL: [Self; 9] = [
        Self::Mother,
        Self::Father,
        Self::Daughter,
        Self::Son,
        Self::Grandmother,
        Self::Grandfather,
        Self::Relative,
        Self::Neighbour,
        Self::Friend,
    ];

    /// The word stored in the database and sent by the interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Daughter => "daughter",
            Self::Son => "son",
            Self::Grandmother => "grandmother",
            Self::Grandfather => "grandfather",
            Self::Relative => "relative",
            Self::Neighbour => "neighbour",
            Self::Friend => "friend",
        }
    }
}

impl FromStr for Relation {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// A mandate with its listing, under our lock.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub listing: ListingId,
    pub proxy: MemberId,
    pub title: String,
    pub state: State,
    pub first_name: String,
    pub member: Option<MemberId>,
    pub said_at: Timestamp,
    pub agreed_at: Option<Timestamp>,
    pub offered_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub taken_as: Option<ListingId>,
}

impl Held {
    /// Where it stands.
    pub(crate) fn stage(&self) -> MandateStage {
        match (self.taken_as, self.ended_at, self.member) {
            (Some(taken), _, _) => MandateStage::Taken { taken },
            (None, Some(_), _) => MandateStage::Ended,
            (None, None, None) => MandateStage::Said,
            (None, None, Some(_)) if self.agreed_at.is_some() => MandateStage::Agreed,
            (None, None, Some(_)) if self.offered_at.is_some() => MandateStage::Offered,
            (None, None, Some(_)) => MandateStage::Asked,
        }
    }
}

/// The mandate in which `me` is the person; absent to anybody else.
async fn held_for(tx: &mut CommunityTx, listing: ListingId, me: MemberId) -> Result<Held, ExchangeError> {
    let held = store::mandate::hold(tx, listing).await?;
    held.filter(|held| held.member == Some(me)).ok_or(ExchangeError::NotFound)
}

/// Tells one of the two, inside and by letter.
async fn tell(
    tx: &mut CommunityTx,
    to: MemberId,
    by: Option<MemberId>,
    held: &Held,
    news: MandateNews,
) -> Result<(), DatabaseError> {
    let kind = match news {
        MandateNews::Asked => Kind::MandateAsked,
        MandateNews::Agreed => Kind::MandateAgreed,
        MandateNews::Ended => Kind::MandateEnded,
        MandateNews::Offered => Kind::MandateOffered,
        MandateNews::Taken => Kind::MandateTaken,
    };
    let about = held.taken_as.unwrap_or(held.listing);
    let meaning = format!("{}:{}:{}", kind.as_str(), held.listing, tx.now().timestamp_micros());
    let told = Tell::new(to, kind, meaning).about_listing(about, held.title.as_str());
    notice::tell_tx(
        tx,
        match by {
            Some(by) => told.by(by),
            None => told,
        },
    )
    .await?;
    // While one letter of it waits to be sent, another would say the same.
    let meaning = format!("mandate-letter:{}:{to}:{}", held.listing, kind.as_str());
    tx.enqueue_with(&MandateLetter { member: to, listing: held.listing, news }, Schedule::default().meaning(meaning))
        .await
}

/// Whether the caller may ask this member now, or hand over to them: they are inside, and neither have they a question of the caller's to
/// answer nor said no to one lately.
async fn may_be_asked(
    tx: &mut CommunityTx,
    me: MemberId,
    member: MemberId,
    listing: ListingId,
) -> Result<Result<(), &'static str>, DatabaseError> {
    if member == me || !store::mandate::is_inside(tx, member).await? {
        return Ok(Err("MANDATE_MEMBER_UNKNOWN"));
    }
    if store::mandate::waits(tx, me, member, listing).await? {
        return Ok(Err("MANDATE_ASKED_ALREADY"));
    }
    let since = tx.now() - limits::mandate_no_holds();
    let said_no = store::consent::said_no_since(tx, me, member, since).await?;
    Ok(if said_no { Err("MANDATE_SAID_NO") } else { Ok(()) })
}

/// Keeps in the journal what was done about it.
fn write_down(tx: &mut CommunityTx, actor: MemberId, subject: Option<MemberId>, act: &'static str, listing: ListingId) {
    tx.record(Entry { actor: Some(actor), subject, act, detail: serde_json::json!({ "listing": listing }) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_reads_back_as_itself() {
        assert!(Relation::ALL.iter().all(|one| one.as_str().parse() == Ok(*one)));
        assert_eq!("boss".parse::<Relation>(), Err(UnknownWord));
    }
}
