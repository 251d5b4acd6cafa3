//! How I am linked to somebody.

use crate::graph::kept;
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId};
use membership::MemberCard;
use std::collections::HashMap;
use trust::{Arrow, Connection, Day};

/// One person on a chain. The first is the viewer.
#[derive(Debug, Clone)]
pub struct ChainStep {
    /// Who; hidden where the person is no longer among those whom members see.
    pub member: Option<MemberCard>,
    /// Who vouched for whom between the one before and this one; absent on the first.
    pub arrow: Option<Arrow>,
}

/// The ties between the caller and another member.
#[derive(Debug, Clone, Default)]
pub struct ConnectionView {
    /// One shortest chain, from the caller to the other, both included; empty when there is none.
    pub chain: Vec<ChainStep>,
    /// Chains that share nobody in between, counted up to three.
    pub independent: u8,
    /// Members who vouched for both.
    pub common_sponsors: Vec<MemberCard>,
    /// Members for whom both vouched.
    pub common_sponsored: Vec<MemberCard>,
}

/// How the caller is linked to a member inside. Empty for oneself. Looked up in the graph this process keeps; no connection
/// is held meanwhile.
pub async fn connection(db: &Db, caller: &Caller, other: MemberId) -> Result<ConnectionView, SponsorshipError> {
    let me = caller.must_as_member(Act::SeeMembers)?;
    let mut tx = db.begin(caller.community).await?;
    let ends = ends(&mut tx, me.member, other).await?;
    let (version, today) = (store::graph::version(&mut tx).await?, Day::of(tx.now()));
    tx.commit().await?;
    let Some((viewer, other)) = ends else { return Ok(ConnectionView::default()) };
    let graph = kept::reading(db, caller.community, version).await?;
    let found = graph.ask(move |graph| graph.for_keeping(today).connection(viewer, other)).await?;
    let mut tx = db.begin(caller.community).await?;
    let cards = store::people::cards_inside(&mut tx, &named(&found)).await?;
    tx.commit().await?;
    let cards: HashMap<u32, MemberCard> =
        cards.into_iter().filter_map(|card| Some((u32::try_from(card.number).ok()?, card.for_peers()))).collect();
    Ok(shape(&found, &cards))
}

/// The numbers of both; nothing when they are one.
async fn ends(tx: &mut CommunityTx, viewer: MemberId, other: MemberId) -> Result<Option<(u32, u32)>, SponsorshipError> {
    let viewer = store::people::look_at(tx, viewer).await?.ok_or(SponsorshipError::NotFound)?;
    let other = store::people::look_at(tx, other).await?.filter(|other| other.standing.is_inside());
    let other = other.ok_or(SponsorshipError::NotFound)?;
    Ok((viewer.id != other.id).then_some((viewer.number, other.number)))
}

fn named(found: &Connection) -> Vec<u32> {
    let chain = found.shortest.iter().flat_map(|step| [step.from, step.to]);
    chain.chain(found.common_sponsors.iter().copied()).chain(found.common_sponsored.iter().copied()).collect()
}

fn shape(found: &Connection, cards: &HashMap<u32, MemberCard>) -> ConnectionView {
    let card = |number: &u32| cards.get(number).cloned();
    let first = found.shortest.first().map(|step| ChainStep { member: card(&step.from), arrow: None });
    let others = found.shortest.iter().map(|step| ChainStep { member: card(&step.to), arrow: Some(step.arrow) });
    ConnectionView {
        chain: first.into_iter().chain(others).collect(),
        independent: u8::try_from(found.independent.len()).unwrap_or(u8::MAX),
        common_sponsors: found.common_sponsors.iter().filter_map(card).collect(),
        common_sponsored: found.common_sponsored.iter().filter_map(card).collect(),
    }
}
