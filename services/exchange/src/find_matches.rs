//! What goes with a listing: looked for when it is new, and told to both sides. For the job of [`crate::jobs::FindMatches`].
//!
//! Three steps, because the ties between people are another noun's: the job asks for them between [`seek`] and [`tell`].

use crate::{
    Direction, ExchangeError,
    fairness::{Turn, Turns, turns_tx},
    limits,
    matching::{self, Circumstances, Reader, Weighed, weigh},
    store::{
        self,
        matches::{Declined, NewMatch},
        meaning::{Described, Read},
    },
    urgency,
};
use chrono::Duration;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, ListingId, MatchId, MemberId, Timestamp};
use notice::{Kind as NoticeKind, Tell};
use std::collections::HashSet;

/// A listing with what may go with it, the likeliest first.
#[derive(Debug, Clone)]
pub struct Sought {
    listing: Described,
    candidates: Vec<Described>,
}

/// How somebody is tied to the author of the listing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// Who.
    pub member: MemberId,
    /// T of the two, from 0 to 1 (decision 15).
    pub trust: f64,
    /// Whether somebody vouched for both.
    pub common_sponsor: bool,
}

impl Sought {
    /// Whose listing it is.
    pub fn author(&self) -> MemberId {
        self.listing.author
    }

    /// Whose ties to the author matter.
    pub fn others(&self) -> Vec<MemberId> {
        let mut others: Vec<MemberId> = self.candidates.iter().map(|one| one.author).collect();
        others.sort_unstable();
        others.dedup();
        others
    }
}

/// Reads what open listings are about that were not read yet, some at a time; true when there may be more.
pub async fn read_meanings(db: &Db, caller: &Caller) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let unread = store::meaning::unread(&mut tx, limits::MEANINGS_AT_ONCE).await?;
    let full = i64::try_from(unread.len()).is_ok_and(|read| read >= limits::MEANINGS_AT_ONCE);
    let read: Vec<Read> = unread.iter().map(Read::of).collect();
    store::meaning::keep(&mut tx, &read).await?;
    tx.commit().await?;
    Ok(full)
}

/// What may go with the listing; nothing when it is not open, it is promised to somebody, its author is not inside, or nothing is alike.
pub async fn seek(db: &Db, caller: &Caller, listing: ListingId) -> Result<Option<Sought>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(listing) = store::meaning::described(&mut tx, &[listing]).await?.pop() else { return Ok(None) };
    let around = store::meaning::around(&mut tx, &listing).await?;
    let mut candidates = store::meaning::described(&mut tx, &around).await?;
    tx.commit().await?;
    candidates.retain(|one| one.author != listing.author && one.direction != listing.direction);
    let nothing_known =
        |one: &Described| pair(&listing, one, &Circumstances { settles: true, ..Circumstances::default() });
    candidates.retain(|one| nothing_known(one).is_some());
    Ok((!candidates.is_empty()).then_some(Sought { listing, candidates }))
}

/// Keeps the best of them and tells both sides. How many counterparts were found that were not known before.
pub async fn tell(db: &Db, caller: &Caller, sought: &Sought, ties: &[Tie]) -> Result<usize, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let listing = &sought.listing;
    store::matches::lock(&mut tx).await?;
    // Closed meanwhile, promised, or changed: when it is released, or changed, another job is on its way.
    if !store::meaning::still_says(&mut tx, listing).await? {
        return Ok(0);
    }
    let declined = store::matches::declined(&mut tx, &members(sought)).await?;
    let reached = store::audience::reached(&mut tx, &crosswise(sought)).await?;
    let mut found = Vec::new();
    let mine = best(sought, ties, &reached, (tx.now(), Eyes::Mine, &Turns::default()));
    for (other, around) in mine.into_iter().take(matching::MOST) {
        let mine = declined.of(listing.author, &other.category);
        if let Some(weighed) = pair(listing, other, &Circumstances { declined: mine, ..around }) {
            found.extend(keep(&mut tx, (listing, other), &weighed, None).await?.then_some(other));
        }
    }
    let turns = turns_tx(&mut tx, listing.id, &sought.others()).await?;
    let others = best(sought, ties, &reached, (tx.now(), Eyes::Theirs, &turns));
    let others = counterparts(listing, others, &declined);
    let asked = urgency::to_ask_tx(&mut tx, listing.id, &near(&others)).await?;
    for Counterpart { place, other, weighed, .. } in &others {
        // Whoever is asked in the place of somebody whom no letter reaches may stand further down.
        let asked = asked.contains(&other.author);
        if *place < matching::MOST || asked {
            tell_counterpart(&mut tx, (*other, listing), weighed, (turns.of(other.author), asked)).await?;
        }
    }
    if !found.is_empty() {
        let meaning = format!("matches-found:{}", listing.id);
        let told = Tell::new(listing.author, NoticeKind::MatchesFound, meaning);
        notice::tell_tx(&mut tx, told.about_listing(listing.id, listing.title.as_str())).await?;
    }
    tx.commit().await?;
    Ok(found.len())
}

/// Somebody who may be told of the listing.
struct Counterpart<'a> {
    /// Which of them, the best first.
    place: usize,
    other: &'a Described,
    /// How far they have it, where that is known.
    kilometres: Option<f64>,
    weighed: Weighed,
}

/// Those of them for whom it is good enough, although they may have declined what is like it.
fn counterparts<'a>(
    listing: &Described,
    others: Vec<(&'a Described, Circumstances)>,
    declined: &Declined,
) -> Vec<Counterpart<'a>> {
    let kept = |(place, (other, around)): (usize, (&'a Described, Circumstances))| {
        let theirs = declined.of(other.author, &listing.category);
        let (kilometres, around) = (around.kilometres, Circumstances { declined: theirs, ..around });
        let weighed = pair_for(listing, other, &around, sides(other, listing).1)?;
        Some(Counterpart { place, other, kilometres, weighed })
    };
    others.into_iter().enumerate().filter_map(kept).collect()
}

/// Those who are not known to be further away than an urgent request is taken to them.
fn near(others: &[Counterpart<'_>]) -> Vec<MemberId> {
    let near = |one: &&Counterpart<'_>| one.kilometres.is_none_or(|far| far <= limits::URGENT_KILOMETRES);
    others.iter().filter(near).map(|one| one.other.author).collect()
}

fn members(sought: &Sought) -> Vec<MemberId> {
    let mut all = sought.others();
    all.push(sought.author());
    all
}

/// Who would be told of what: its author of each of them, and the author of each of the listing.
fn crosswise(sought: &Sought) -> Vec<(ListingId, MemberId)> {
    let listing = &sought.listing;
    sought.candidates.iter().flat_map(|other| [(other.id, listing.author), (listing.id, other.author)]).collect()
}

/// Whose home and work a distance is measured from: of whoever is told, and nobody else's. To which of somebody's listings the other was
/// led would tell where the other lives.
#[derive(Debug, Clone, Copy)]
enum Eyes {
    /// The author's of the listing at hand.
    Mine,
    /// The counterpart's.
    Theirs,
}

/// Those of which whoever is told may know, the best first, one for each author, with what is known of each pair to them; of whoever's turn
/// it is not, only the very good.
fn best<'a>(
    sought: &'a Sought,
    ties: &[Tie],
    reached: &HashSet<(ListingId, MemberId)>,
    (now, eyes, turns): (Timestamp, Eyes, &Turns),
) -> Vec<(&'a Described, Circumstances)> {
    let listing = &sought.listing;
    let mut ranked: Vec<(f64, &Described, Circumstances)> = sought
        .candidates
        .iter()
        .filter(|other| match eyes {
            Eyes::Mine => reached.contains(&(other.id, listing.author)),
            Eyes::Theirs => reached.contains(&(listing.id, other.author)),
        })
        .filter_map(|other| {
            let (kilometres, reader) = match eyes {
                Eyes::Mine => (between(listing, other), sides(listing, other).1),
                Eyes::Theirs => (between(other, listing), sides(other, listing).1),
            };
            let around = Circumstances { kilometres, ..circumstances(listing, other, ties, now) };
            let score = pair_for(listing, other, &around, reader)?.score * turns.of(other.author).weight();
            Some((score, other, around))
        })
        .collect();
    ranked.sort_by(|one, two| two.0.total_cmp(&one.0).then_with(|| one.1.id.cmp(&two.1.id)));
    let mut authors = HashSet::new();
    ranked.retain(|(_, other, _)| authors.insert(other.author));
    ranked.into_iter().map(|(_, other, around)| (other, around)).collect()
}

/// What is known of a pair besides its words and how far apart the two are.
fn circumstances(listing: &Described, other: &Described, ties: &[Tie], now: Timestamp) -> Circumstances {
    let tie = ties.iter().find(|tie| tie.member == other.author);
    let same = |one: &str, two: &str| (!one.is_empty() && !two.is_empty()).then(|| one == two);
    Circumstances {
        kilometres: None,
        same_town: same(&listing.town_folded, &other.town_folded),
        same_category: same(&listing.category, &other.category),
        settles: listing.settlements.iter().any(|one| other.settlements.contains(one)),
        available: None,
        trust: tie.map(|tie| tie.trust),
        common_sponsor: tie.is_some_and(|tie| tie.common_sponsor),
        age: now - listing.created_at.min(other.created_at),
        declined: 0,
    }
}

/// Kilometres from the places of who reads `mine` to the other's listing, the nearest of them. Not from where its author lives or works:
/// what is told of a match would give that away.
fn between(mine: &Described, theirs: &Described) -> Option<f64> {
    let there = theirs.place?;
    let from = mine.place.iter().chain(&mine.places).map(|here| here.point.kilometres_to(there.point));
    from.min_by(f64::total_cmp)
}

/// As the author of `listing` is told.
fn pair(listing: &Described, other: &Described, around: &Circumstances) -> Option<Weighed> {
    pair_for(listing, other, around, sides(listing, other).1)
}

fn pair_for(listing: &Described, other: &Described, around: &Circumstances, reader: Reader) -> Option<Weighed> {
    let ((offer, request), _) = sides(listing, other);
    weigh(&offer.meaning, &request.meaning, around, reader)
}

/// The offer and the request, and which of them is `one`.
fn sides<'a>(one: &'a Described, other: &'a Described) -> ((&'a Described, &'a Described), Reader) {
    match one.direction {
        Direction::Offer => ((one, other), Reader::Offerer),
        Direction::Request => ((other, one), Reader::Asker),
    }
}

/// False when it was known before, or dismissed.
async fn keep(
    tx: &mut CommunityTx,
    (mine, theirs): (&Described, &Described),
    weighed: &Weighed,
    told_at: Option<Timestamp>,
) -> Result<bool, DatabaseError> {
    let new = NewMatch {
        id: MatchId(tx.entropy().id()),
        member: mine.author,
        mine: mine.id,
        theirs: theirs.id,
        score: weighed.score,
        reasons: &weighed.reasons,
        told_at,
    };
    store::matches::insert(tx, &new).await
}

/// The other side is told at once, unless they were told of enough this week or it is others' turn: then it waits on their page and for their digest.
/// Whoever is asked by letter, because it is urgent, is told in any case.
async fn tell_counterpart(
    tx: &mut CommunityTx,
    (mine, theirs): (&Described, &Described),
    weighed: &Weighed,
    (turn, asked): (Turn, bool),
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let told = store::matches::told_since(tx, mine.author, now - Duration::days(7)).await?;
    let at_once = asked || told < turn.told_a_week();
    let new = keep(tx, (mine, theirs), weighed, at_once.then_some(now)).await?;
    if new && at_once {
        let meaning = format!("match:{}:{}", mine.id, theirs.id);
        let tell = Tell::new(mine.author, NoticeKind::MatchFound, meaning).by(theirs.author);
        notice::tell_tx(tx, tell.about_listing(theirs.id, theirs.title.as_str())).await?;
    }
    if asked { urgency::ask_tx(tx, mine.author, mine.id, theirs.id).await } else { Ok(()) }
}

impl Read {
    fn of(unread: &Described) -> Self {
        Self {
            listing: unread.id,
            direction: unread.direction,
            created_at: unread.created_at,
            terms: unread.meaning.terms().into_iter().map(str::to_owned).collect(),
        }
    }
}
