//! Who lives with whom, as the two and the stewards see it.

use crate::going::{self, FallView};
use crate::graph::kept;
use crate::rules::Rules;
use crate::{SponsorshipError, decision, store};
use data_encoding::BASE32_NOPAD;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, HouseholdId, MemberId, Timestamp, TokenHash};
use membership::{MemberCard, views::cards_tx};
use std::collections::HashMap;
use std::fmt::Write as _;
use trust::{Day, Move, Moved, TrustGraph};

/// The most people that one list of a view names; it tells how many there are all the same.
const NAMED: usize = 200;

/// Where a tie stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieState {
    /// The other has not answered yet.
    Asked,
    /// Both have said so, or one steward has; it touches so many that a steward looks first.
    Looked,
    /// It counts.
    Counts,
    /// It counts until then, unless stewards object.
    Ending {
        /// Until when.
        at: Timestamp,
    },
}

/// A tie, from one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieView {
    /// Which.
    pub id: HouseholdId,
    /// With whom.
    pub with: MemberCard,
    /// Whether whoever is looked at said so first; then only the other can agree.
    pub said_first: bool,
    /// A steward's reason; empty where the two said so.
    pub reason: String,
    /// Where it stands.
    pub state: TieState,
}

/// The caller's own, the latest first; but for what a steward has entered and a second one still looks at.
pub async fn my_household(db: &Db, caller: &Caller) -> Result<Vec<TieView>, SponsorshipError> {
    let me = caller.must_as_member(Act::SeeOwnHousehold)?;
    let mut found = ties(db, caller, me.member, super::Tie::is_known).await?;
    for tie in &mut found {
        tie.with = tie.with.clone().for_peers();
    }
    Ok(found)
}

/// A member's, for stewards.
pub async fn household_of(db: &Db, caller: &Caller, member: MemberId) -> Result<Vec<TieView>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    ties(db, caller, member, |_| true).await
}

async fn ties(
    db: &Db,
    caller: &Caller,
    member: MemberId,
    shown: impl Fn(&super::Tie) -> bool,
) -> Result<Vec<TieView>, SponsorshipError> {
    let mut tx = db.begin(caller.community).await?;
    let mut found = store::household::open_ties(&mut tx, member).await?;
    found.retain(shown);
    let others: Vec<MemberId> = found.iter().map(|tie| tie.pair.but(member)).collect();
    let cards = cards_tx(&mut tx, &others).await?;
    tx.commit().await?;
    let cards: HashMap<MemberId, MemberCard> = cards.into_iter().map(|card| (card.id, card)).collect();
    let view = |tie: super::Tie| {
        let with = cards.get(&tie.pair.but(member)).cloned()?;
        let state = match tie.ending_at {
            Some(at) => TieState::Ending { at },
            None if tie.began => TieState::Counts,
            None if tie.agreed => TieState::Looked,
            None => TieState::Asked,
        };
        Some(TieView { id: tie.id, with, said_first: tie.said_by == Some(member), reason: tie.reason, state })
    };
    Ok(found.into_iter().filter_map(view).collect())
}

/// What it would do if two counted as one.
#[derive(Debug, Clone)]
pub struct HouseholdEffects {
    /// One of the two.
    pub member: MemberCard,
    /// The other.
    pub other: MemberCard,
    /// Who would go under review.
    pub falls: Vec<FallView>,
    /// Of whom the search cannot tell; a person must look.
    pub unclear: Vec<MemberCard>,
    /// How many people would be touched, named above or not.
    pub touched: u32,
    /// Whether so many are touched that two stewards must agree.
    pub two_stewards: bool,
    /// Names what is shown here: to be sent back with the decision.
    pub seen: String,
}

/// Says so, for stewards. Asked of the graph that is kept; a decision asks again, under the lock.
///
/// # Errors
/// `NotFound` for anybody who is not a member's card here, or for one person twice.
pub async fn household_effects(
    db: &Db,
    caller: &Caller,
    member: MemberId,
    other: MemberId,
) -> Result<HouseholdEffects, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    if member == other {
        return Err(SponsorshipError::Oneself);
    }
    let mut tx = db.begin(caller.community).await?;
    let person = async |tx: &mut CommunityTx, id| {
        let found = store::people::look_at(tx, id).await?.filter(|person| !person.waits());
        found.ok_or(SponsorshipError::NotFound)
    };
    let pair = super::Pair::of(member, other);
    let vertices = [person(&mut tx, pair.one).await?.number, person(&mut tx, pair.other).await?.number];
    let (today, version) = (Day::of(tx.now()), store::graph::version(&mut tx).await?);
    let rules = Rules::load(&mut tx).await?;
    let yesterday = decision::members_yesterday(&mut tx, &rules).await?;
    tx.commit().await?;
    let graph = kept::reading(db, caller.community, version).await?;
    let change = Move::Together(vertices[0], vertices[1]);
    let question = move |graph: &TrustGraph| {
        trust::what_if_moved(graph, change, today, &going::standard(graph, &rules, yesterday, today))
    };
    let moved = graph.ask(question).await?;
    let mut tx = db.begin(caller.community).await?;
    let view = shape(&mut tx, member, other, vertices, &moved).await?;
    tx.commit().await?;
    Ok(view)
}

async fn shape(
    tx: &mut CommunityTx,
    member: MemberId,
    other: MemberId,
    vertices: [u32; 2],
    moved: &Moved,
) -> Result<HouseholdEffects, SponsorshipError> {
    let mut numbers: Vec<u32> = moved.reviews.iter().take(NAMED).map(|review| review.member).collect();
    numbers.extend(moved.undetermined.iter().take(NAMED));
    let named = store::people::cards(tx, &numbers).await?;
    let named: HashMap<u32, MemberCard> =
        named.into_iter().filter_map(|card| Some((u32::try_from(card.number).ok()?, card))).collect();
    let fall = |review: &trust::Review| {
        let member = named.get(&review.member).cloned()?;
        Some(FallView { member, paths: review.paths, need: review.need, until: review.until })
    };
    let two = cards_tx(tx, &[member, other]).await?;
    let card = |id| two.iter().find(|card| card.id == id).cloned().ok_or(SponsorshipError::NotFound);
    Ok(HouseholdEffects {
        member: card(member)?,
        other: card(other)?,
        falls: moved.reviews.iter().take(NAMED).filter_map(fall).collect(),
        unclear: moved.undetermined.iter().take(NAMED).filter_map(|number| named.get(number).cloned()).collect(),
        touched: u32::try_from(moved.reviews.len() + moved.undetermined.len()).unwrap_or(u32::MAX),
        two_stewards: moved.two_moderators,
        seen: seen(vertices, moved),
    })
}

/// The name of what is shown: who is touched and how gravely.
pub(super) fn seen([one, other]: [u32; 2], moved: &Moved) -> String {
    let mut text = format!("{one}+{other}");
    for review in &moved.reviews {
        let _infallible = write!(text, " {}{}", review.member, if review.paths == 0 { "!" } else { "" });
    }
    for member in &moved.undetermined {
        let _infallible = write!(text, " {member}?");
    }
    BASE32_NOPAD.encode(TokenHash::of("household", &text).as_bytes()).to_lowercase()
}
