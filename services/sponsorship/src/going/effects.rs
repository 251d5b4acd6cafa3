//! What somebody's going would do to others. Changes nothing.

use crate::graph::kept;
use crate::people::Person;
use crate::rules::Rules;
use crate::words::Cause;
use crate::{SponsorshipError, decision, store};
use data_encoding::BASE32_NOPAD;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, Standing, TokenHash};
use membership::{MemberCard, MembershipError};
use std::collections::HashMap;
use std::fmt::Write as _;
use trust::{Day, Effects, Standard, TrustGraph};

/// The most people that one list of a view names; it tells how many there are all the same.
const NAMED: usize = 200;

/// Somebody who would be reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FallView {
    /// Who.
    pub member: MemberCard,
    /// Independent paths left.
    pub paths: u32,
    /// Paths asked for.
    pub need: u32,
    /// The last day on which a new word mends it before a person decides.
    pub until: Day,
}

/// What somebody's going would do. Each list names at most 200 people.
#[derive(Debug, Clone)]
pub struct EffectsView {
    /// Who would go.
    pub member: MemberCard,
    /// Why.
    pub cause: Cause,
    /// Who would go under review.
    pub falls: Vec<FallView>,
    /// Of whom the search cannot tell; a person must look.
    pub unclear: Vec<MemberCard>,
    /// Who would have no path left at all, wherever they stand.
    pub orphans: Vec<MemberCard>,
    /// Sponsored by them within twelve months.
    pub recent: Vec<MemberCard>,
    /// Their own sponsors.
    pub sponsors: Vec<MemberCard>,
    /// How many people would be touched, named above or not.
    pub touched: u32,
    /// Whether so many are touched that two stewards must agree.
    pub two_stewards: bool,
    /// Names what is shown here: to be sent back with the decision. Another day gives the same name, other people another.
    pub seen: String,
}

/// What would happen if this member went now, for stewards. Asked of the graph that is kept; a decision asks again, under the lock.
pub async fn what_if(
    db: &Db,
    caller: &Caller,
    member: MemberId,
    cause: Cause,
) -> Result<EffectsView, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let person = who(&mut tx, member, cause).await?;
    let (today, version) = (Day::of(tx.now()), store::graph::version(&mut tx).await?);
    let rules = Rules::load(&mut tx).await?;
    let yesterday = decision::members_yesterday(&mut tx, &rules).await?;
    tx.commit().await?;
    let graph = kept::reading(db, caller.community, version).await?;
    let number = person.number;
    let effects =
        graph.ask(move |graph| effects(graph, number, cause, today, standard(graph, &rules, yesterday, today))).await?;
    let mut tx = db.begin(caller.community).await?;
    let view = shape(&mut tx, &Asked { person, cause, effects }).await?;
    tx.commit().await?;
    Ok(view)
}

/// A departure that was asked of the graph.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) person: Person,
    pub(crate) cause: Cause,
    pub(crate) effects: Effects,
}

impl Asked {
    /// Asks the graph as it is, for a decision: the head is held.
    pub(crate) async fn now(tx: &mut CommunityTx, member: MemberId, cause: Cause) -> Result<Self, SponsorshipError> {
        let person = who(tx, member, cause).await?;
        let rules = Rules::load(tx).await?;
        let (graph, today) = (crate::graph::now(tx, crate::graph::Extent::Whole).await?, Day::of(tx.now()));
        let standard = standard_today(tx, &rules, &graph).await?;
        let effects = effects(&graph, person.number, cause, today, standard);
        Ok(Self { person, cause, effects })
    }

    /// How many people it touches.
    pub(crate) fn touched(&self) -> u32 {
        u32::try_from(self.effects.reviews.len() + self.effects.undetermined.len()).unwrap_or(u32::MAX)
    }

    /// The name of what is shown of it: who is touched and how gravely. No dates: what was shown this evening holds tomorrow morning.
    pub(crate) fn seen(&self) -> String {
        let mut text = format!("{}:{}", self.person.number, self.cause.as_str());
        for review in &self.effects.reviews {
            let _infallible = write!(text, " {}{}", review.member, if review.paths == 0 { "!" } else { "" });
        }
        for member in &self.effects.undetermined {
            let _infallible = write!(text, " {member}?");
        }
        if self.cause == Cause::Fraud {
            for member in &self.effects.sponsors {
                let _infallible = write!(text, " {member}^");
            }
        }
        BASE32_NOPAD.encode(TokenHash::of("departure", &text).as_bytes()).to_lowercase()
    }
}

/// What is asked of those who stay, today.
pub(crate) async fn standard_today(
    tx: &mut CommunityTx,
    rules: &Rules,
    graph: &TrustGraph,
) -> Result<Standard, SponsorshipError> {
    let (yesterday, today) = (decision::members_yesterday(tx, rules).await?, Day::of(tx.now()));
    Ok(standard(graph, rules, yesterday, today))
}

/// The same for a graph that is only read.
pub(crate) fn standard(graph: &TrustGraph, rules: &Rules, members_yesterday: u32, today: Day) -> Standard {
    Standard::today(&rules.policy, graph, today, members_yesterday)
}

fn effects(graph: &TrustGraph, number: u32, cause: Cause, day: Day, standard: Standard) -> Effects {
    trust::what_if(graph, &trust::Departure { who: vec![number], reason: cause.reason(), day, standard })
}

/// Somebody who can go by this decision.
async fn who(tx: &mut CommunityTx, member: MemberId, cause: Cause) -> Result<Person, SponsorshipError> {
    let person = store::people::look_at(tx, member).await?.ok_or(SponsorshipError::NotFound)?;
    let suspended = person.standing == Standing::Suspended && cause != Cause::Suspension;
    if person.standing.is_inside() || suspended { Ok(person) } else { Err(MembershipError::StandingMoved.into()) }
}

/// The effects with the names of the people.
async fn shape(tx: &mut CommunityTx, asked: &Asked) -> Result<EffectsView, SponsorshipError> {
    let Asked { person, cause, effects } = asked;
    let lists = [&effects.undetermined, &effects.orphans, &effects.recent, &effects.sponsors];
    let mut numbers: Vec<u32> = lists.iter().flat_map(|list| list.iter().take(NAMED)).copied().collect();
    numbers.extend(effects.reviews.iter().take(NAMED).map(|review| review.member));
    numbers.push(person.number);
    let cards = store::people::cards(tx, &numbers).await?;
    let cards: HashMap<u32, MemberCard> =
        cards.into_iter().filter_map(|card| Some((u32::try_from(card.number).ok()?, card))).collect();
    let named = |list: &[u32]| -> Vec<MemberCard> {
        list.iter().take(NAMED).filter_map(|number| cards.get(number).cloned()).collect()
    };
    let fall = |review: &trust::Review| {
        let member = cards.get(&review.member).cloned()?;
        Some(FallView { member, paths: review.paths, need: review.need, until: review.until })
    };
    Ok(EffectsView {
        member: cards.get(&person.number).cloned().ok_or(SponsorshipError::NotFound)?,
        cause: *cause,
        falls: effects.reviews.iter().take(NAMED).filter_map(fall).collect(),
        unclear: named(&effects.undetermined),
        orphans: named(&effects.orphans),
        recent: named(&effects.recent),
        sponsors: named(&effects.sponsors),
        touched: asked.touched(),
        two_stewards: effects.two_moderators,
        seen: asked.seen(),
    })
}
