//! Requests in somebody's name, as pages and GraphQL show them.

use super::{Held, Reading, Relation, SHOWN, reading};
use crate::{ExchangeError, ListingRow, State, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};
use membership::{MemberCard, views::cards_tx};
use std::collections::HashMap;

/// In whose name a listing asks, beside its author, the proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnBehalf {
    /// A first name, or a member's name.
    pub name: String,
    /// What they are to the proxy, where it was said.
    pub relation: Option<Relation>,
    /// The member, where it is one who agreed.
    pub member: Option<MemberId>,
    /// Where they go on by themselves, once they have taken it over.
    pub taken_as: Option<ListingId>,
}

/// Where a mandate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MandateStage {
    /// The member has not answered yet; nobody else reads the request.
    Asked,
    /// The proxy said that somebody who is no member asked them to.
    Said,
    /// The member agreed.
    Agreed,
    /// Handed over to who has become a member; they have not answered yet.
    Offered,
    /// It is over.
    Ended,
    /// The person goes on by themselves.
    Taken {
        /// In their own listing.
        taken: ListingId,
    },
}

/// A mandate, as the proxy, the person and stewards see it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own: which button a page shows")]
pub struct MandateView {
    /// The request.
    pub listing: ListingId,
    /// Its title.
    pub title: String,
    /// Its whole text.
    pub body: String,
    /// What else it says.
    pub reading: Reading,
    /// Whether members read the request now.
    pub is_open: bool,
    /// Who asks.
    pub proxy: MemberCard,
    /// The first name of who was no member; empty for a member.
    pub first_name: String,
    /// The member in whose name it is, or to whom it was handed over.
    pub member: Option<MemberCard>,
    /// What they are to the proxy.
    pub relation: Option<Relation>,
    /// When the proxy said that they were asked to; of a member: when the member was asked.
    pub said_at: Timestamp,
    /// Where it stands.
    pub stage: MandateStage,
    /// Whether the caller is the proxy.
    pub is_proxy: bool,
    /// Whether the caller is the person and may agree.
    pub may_agree: bool,
    /// Whether the caller may end it: the person, or the proxy who waits for an answer.
    pub may_end: bool,
    /// Whether the caller is the person and may go on by themselves.
    pub may_take_over: bool,
    /// Whether the caller is the proxy and may hand it over.
    pub may_offer: bool,
}

/// The mandate of a listing; nothing but to the two and, of what members read or could read once, to stewards.
pub async fn mandate(db: &Db, caller: &Caller, listing: ListingId) -> Result<Option<MandateView>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let Some((held, body, relation)) = store::mandate::one(&mut tx, listing).await? else { return Ok(None) };
    let concerned = held.proxy == me.member || held.member == Some(me.member);
    let office = caller.may(Act::SeeStewardDesk) && !matches!(held.state, State::Agreeing | State::Declined);
    if !concerned && !office {
        return Ok(None);
    }
    let mut views = views(&mut tx, caller, me.member, vec![(held, body, relation)]).await?;
    tx.commit().await?;
    Ok(views.pop())
}

/// The requests that others ask in the caller's name, or hand over to them, the latest first; those that are over are left out.
pub async fn mandates_for_me(db: &Db, caller: &Caller) -> Result<Vec<MandateView>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::mandate::of_person(&mut tx, me.member, SHOWN).await?;
    let found = views(&mut tx, caller, me.member, found).await?;
    tx.commit().await?;
    Ok(found)
}

/// Who of those that have come in since could be the person, for the proxy to choose from: those of that first name before others.
///
/// # Errors
/// `NotFound` to anybody but the proxy.
pub async fn candidates(db: &Db, caller: &Caller, listing: ListingId) -> Result<Vec<MemberCard>, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    let held = store::mandate::one(&mut tx, listing).await?.map(|(held, ..)| held);
    let held = held.filter(|held| held.proxy == me.member).ok_or(ExchangeError::NotFound)?;
    let found = store::mandate::come_since(&mut tx, &held, SHOWN).await?;
    tx.commit().await?;
    Ok(found)
}

/// Says of each row in whose name it asks.
pub(crate) async fn attach(tx: &mut CommunityTx, rows: &mut [ListingRow]) -> Result<(), DatabaseError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.0).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut found: HashMap<ListingId, OnBehalf> = store::mandate::on_behalf(tx, &ids).await?.into_iter().collect();
    for row in rows {
        row.on_behalf = found.remove(&row.id);
    }
    Ok(())
}

type Found = (Held, String, Option<Relation>);

async fn views(
    tx: &mut CommunityTx,
    caller: &Caller,
    me: MemberId,
    found: Vec<Found>,
) -> Result<Vec<MandateView>, ExchangeError> {
    let listings: Vec<ListingId> = found.iter().map(|(held, ..)| held.listing).collect();
    let mut read = reading::of(tx, caller, &listings).await?;
    let people: Vec<MemberId> =
        found.iter().flat_map(|(held, ..)| held.member.into_iter().chain([held.proxy])).collect();
    let cards = cards_tx(tx, &people).await?;
    let cards: HashMap<MemberId, MemberCard> = cards.into_iter().map(|card| (card.id, card.for_peers())).collect();
    let view = |(held, body, relation): Found| {
        let reading = read.remove(&held.listing)?;
        view(&cards, me, held, Text { body, relation, reading })
    };
    Ok(found.into_iter().filter_map(view).collect())
}

struct Text {
    body: String,
    relation: Option<Relation>,
    reading: Reading,
}

fn view(cards: &HashMap<MemberId, MemberCard>, me: MemberId, held: Held, text: Text) -> Option<MandateView> {
    let Text { body, relation, reading } = text;
    let (stage, open) = (held.stage(), held.state == State::Open);
    let (person, proxy) = (held.member == Some(me), held.proxy == me);
    Some(MandateView {
        listing: held.listing,
        title: held.title,
        body,
        reading,
        is_open: open,
        proxy: cards.get(&held.proxy)?.clone(),
        first_name: held.first_name,
        member: held.member.and_then(|member| cards.get(&member).cloned()),
        relation,
        said_at: held.said_at,
        stage,
        is_proxy: proxy,
        may_agree: person && stage == MandateStage::Asked,
        may_end: matches!(stage, MandateStage::Asked | MandateStage::Offered) && (person || proxy)
            || person && stage == MandateStage::Agreed,
        may_take_over: person && open && matches!(stage, MandateStage::Agreed | MandateStage::Offered),
        may_offer: proxy && open && stage == MandateStage::Said,
    })
}
