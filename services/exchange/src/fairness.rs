//! Fairness, where a community wants it: whoever has received many things lately lets others answer new offers of things first.
//!
//! Counted are goods and loans of the last [`limits::fair_window`] that somebody received, as the listings say: an offer of which they were
//! named as the one who was helped, and their own request when it was fulfilled (of a request for another the one for whom it was
//! asked). How many is told to nobody but themselves, and to no writer of an offer who has to wait for it.

use crate::{ExchangeError, limits, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};
use std::{cmp::Reverse, collections::HashMap};

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MyFairness {
    /// Things from which on one lets others answer first.
    pub share: u32,
    /// Things the caller received in the last thirty days.
    pub received: u32,
    /// Until when the caller lets others answer new offers first, if nothing else is received; nothing for whoever need not.
    pub until: Option<Timestamp>,
}

/// Where the caller stands; nothing where the community has no such rule.
pub async fn my_fairness(db: &Db, caller: &Caller) -> Result<Option<MyFairness>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let Some(share) = store::fairness::share(&mut tx).await? else { return Ok(None) };
    let (now, since) = (tx.now(), tx.now() - limits::fair_window());
    let received = store::fairness::received(&mut tx, &[me.member], since).await?;
    tx.commit().await?;
    let mut ends: Vec<Timestamp> = received.into_iter().map(|(_, at)| at).collect();
    ends.sort_unstable_by_key(|at| Reverse(*at));
    let received = u32::try_from(ends.len()).unwrap_or(u32::MAX);
    // The one with which the share is reached: when that is thirty days ago they are below it.
    let reached = usize::try_from(share).ok().and_then(|share| ends.get(share.checked_sub(1)?)).copied();
    let until = reached.map(|at| at + limits::fair_window()).filter(|until| *until > now);
    Ok(Some(MyFairness { share, received, until }))
}

/// When somebody who has reached the share may answer this listing; nothing where they may at once: it is no offer of a thing, it has
/// been there for [`limits::fair_delay`], or there is no such rule.
pub async fn not_before_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    listing: ListingId,
) -> Result<Option<Timestamp>, DatabaseError> {
    let (now, since) = (tx.now(), tx.now() - limits::fair_window());
    let Some((share, published)) = store::fairness::shared_offer(tx, listing).await? else { return Ok(None) };
    let at = published + limits::fair_delay();
    if at <= now {
        return Ok(None);
    }
    let received = store::fairness::received(tx, &[member], since).await?.len();
    Ok(usize::try_from(share).is_ok_and(|share| received >= share).then_some(at))
}

/// Whose turn it is to be told of a new offer of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// They have received nothing lately.
    Theirs,
    /// Nothing speaks for them or against; so it is for everybody where there is no rule.
    Anybodys,
    /// They have reached the share.
    Others,
}

impl Turn {
    /// What is left of a match's score while it is decided whom to tell; what is told and kept is the whole score.
    pub fn weight(self) -> f64 {
        match self {
            Self::Theirs => 1.0,
            Self::Anybodys => 0.9,
            Self::Others => 0.75,
        }
    }

    /// Of how many matches they are told at once in seven days.
    pub fn told_a_week(self) -> i64 {
        match self {
            Self::Theirs => limits::MATCHES_TOLD_A_WEEK_FIRST,
            Self::Anybodys => limits::MATCHES_TOLD_A_WEEK,
            Self::Others => 0,
        }
    }
}

/// Whose turn it is of several.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    share: Option<u32>,
    received: HashMap<MemberId, u32>,
}

impl Turns {
    pub fn of(&self, member: MemberId) -> Turn {
        let Some(share) = self.share else { return Turn::Anybodys };
        match self.received.get(&member) {
            None => Turn::Theirs,
            Some(received) if *received >= share => Turn::Others,
            Some(_) => Turn::Anybodys,
        }
    }
}

/// Whose turn it is to be told of this listing; anybody's where it is no offer of a thing, or there is no rule.
pub(crate) async fn turns_tx(
    tx: &mut CommunityTx,
    listing: ListingId,
    members: &[MemberId],
) -> Result<Turns, DatabaseError> {
    let Some((share, _)) = store::fairness::shared_offer(tx, listing).await? else { return Ok(Turns::default()) };
    let since = tx.now() - limits::fair_window();
    let mut received: HashMap<MemberId, u32> = HashMap::new();
    for (member, _) in store::fairness::received(tx, members, since).await? {
        *received.entry(member).or_default() += 1;
    }
    Ok(Turns { share: Some(share), received })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_turn_of_whoever_has_received_nothing() {
        let [rare, some, much] = [1, 2, 3].map(|n| MemberId(uuid::Uuid::from_u128(n)));
        let turns = Turns { share: Some(3), received: HashMap::from([(some, 2), (much, 3)]) };
        assert_eq!([rare, some, much].map(|one| turns.of(one)), [Turn::Theirs, Turn::Anybodys, Turn::Others]);
        assert_eq!(Turns::default().of(much), Turn::Anybodys, "no rule");
        assert!(Turn::Theirs.weight() > Turn::Anybodys.weight() && Turn::Anybodys.weight() > Turn::Others.weight());
    }
}
