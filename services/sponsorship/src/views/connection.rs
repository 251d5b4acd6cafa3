//! How I am linked to somebody.
//!
//! Those between the two are named only where they agreed ([`membership::naming`]); who they are is then still not told, only that
//! somebody is there. A review is never shown to peers, and nothing here depends on one.

use crate::graph::kept;
use crate::people::End;
use crate::rules::Rules;
use crate::store::people::Namable;
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, MemberId};
use membership::MemberCard;
use std::collections::HashMap;
use trust::{AdmissionPolicy, Arrow, Closeness, Connection, Day, Record, Standard, Step, TrustGraph};

/// One person on a chain. The first is the viewer.
#[derive(Debug, Clone)]
pub struct ChainStep {
    /// Who; hidden where the person has not agreed to be named, or is no longer among those whom members see.
    pub member: Option<MemberCard>,
    /// Who vouched for whom between the one before and this one; absent on the first.
    pub arrow: Option<Arrow>,
}

/// Members whom both know by a sponsorship.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// Those who agreed to be named.
    pub named: Vec<MemberCard>,
    /// How many there are, named or not.
    pub count: u32,
}

/// The ties between the caller and another member.
#[derive(Debug, Clone, Default)]
pub struct ConnectionView {
    /// One shortest chain, from the caller to the other, both included; empty when there is none.
    pub chain: Vec<ChainStep>,
    /// Chains that share nobody in between, shortest together, up to three; each from the caller to the other.
    pub chains: Vec<Vec<ChainStep>>,
    /// How many of these there are: 3 means three or more.
    pub independent: u8,
    /// Whether the search was cut short: there may be more.
    pub more: bool,
    /// From 0 to below 1, the same for both; nobody has a score of their own.
    pub score: f64,
    /// The same in a word; nothing for oneself.
    pub closeness: Option<Closeness>,
    /// Members who vouched for both.
    pub common_sponsors: Common,
    /// Members for whom both vouched.
    pub common_sponsored: Common,
    /// What the other's time here says; nothing for oneself.
    pub record: Option<RecordView>,
    /// Whether the caller agreed to be named to others.
    pub named: bool,
}

/// A member's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordView {
    /// For how long they are here, whom they vouched for.
    pub record: Record,
    /// Independent chains that lead to them from the founders: as many as are asked for. Nothing where none are.
    pub solid: Option<u32>,
}

/// How the caller is linked to a member inside. Empty for oneself. Looked up in the graph this process keeps; no connection
/// is held meanwhile.
///
/// # Errors
/// Too often ([`Deed::SeeTies`]): whoever could ask without end could copy the whole web.
pub async fn connection(db: &Db, caller: &Caller, other: MemberId) -> Result<ConnectionView, SponsorshipError> {
    let me = caller.must_as_member(Act::SeeMembers)?;
    if me.member == other {
        return Ok(ConnectionView::default());
    }
    db.count(caller, Deed::SeeTies, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let (viewer, other) = ends(&mut tx, me.member, other).await?;
    let (version, today) = (store::graph::version(&mut tx).await?, Day::of(tx.now()));
    let policy = Rules::load(&mut tx).await?.policy;
    tx.commit().await?;
    let graph = kept::reading(db, caller.community, version).await?;
    let (from, to) = (viewer.number, other.clone());
    let found = graph.ask(move |graph| look(graph, &policy, today, from, &to)).await?;
    let mut tx = db.begin(caller.community).await?;
    let between: Vec<u32> = numbers(&found.0).collect();
    let mut cards = Cards::of(store::people::cards_inside(&mut tx, &between, Namable::Agreed(&[])).await?);
    tx.commit().await?;
    cards.put(viewer.card);
    cards.put(other.card);
    Ok(ConnectionView { record: found.1, named: viewer.named, ..shape(&found.0, &cards) })
}

/// Both, where the other is somebody whom members see.
async fn ends(tx: &mut CommunityTx, viewer: MemberId, other: MemberId) -> Result<(End, End), SponsorshipError> {
    let mut found = store::people::ends(tx, [viewer, other]).await?.into_iter();
    match (found.next(), found.next()) {
        (Some(one), Some(two)) if one.card.id == viewer => Ok((one, two)),
        (Some(two), Some(one)) => Ok((one, two)),
        _ => Err(SponsorshipError::NotFound),
    }
}

/// The ties and the record. Whoever has no day of joining yet has no record.
fn look(
    graph: &TrustGraph,
    policy: &AdmissionPolicy,
    today: Day,
    viewer: u32,
    other: &End,
) -> (Connection, Option<RecordView>) {
    let view = graph.for_keeping(today);
    let need = Standard::on(policy, graph, today).need();
    let record = other.card.joined_at.map(|joined| {
        let record = view.record(other.number, Day::of(joined), today, need);
        RecordView { record, solid: (record.solid && need > 0).then_some(need) }
    });
    (view.connection(viewer, other.number), record)
}

fn numbers(found: &Connection) -> impl Iterator<Item = u32> {
    let chains = found.independent.iter().flatten().chain(&found.shortest).flat_map(|step| [step.from, step.to]);
    chains.chain(found.common_sponsors.iter().copied()).chain(found.common_sponsored.iter().copied())
}

/// Those who may be named, by number.
struct Cards(HashMap<u32, MemberCard>);

impl Cards {
    fn of(cards: Vec<MemberCard>) -> Self {
        let mut named = Self(HashMap::new());
        for card in cards {
            named.put(card);
        }
        named
    }

    fn put(&mut self, card: MemberCard) {
        if let Ok(number) = u32::try_from(card.number) {
            self.0.insert(number, card.for_peers());
        }
    }

    fn chain(&self, steps: &[Step]) -> Vec<ChainStep> {
        let first = steps.first().map(|step| ChainStep { member: self.0.get(&step.from).cloned(), arrow: None });
        let others = steps.iter().map(|step| {
            let member = self.0.get(&step.to).cloned();
            ChainStep { member, arrow: Some(step.arrow) }
        });
        first.into_iter().chain(others).collect()
    }

    fn common(&self, numbers: &[u32]) -> Common {
        let named = numbers.iter().filter_map(|number| self.0.get(number).cloned()).collect();
        Common { named, count: u32::try_from(numbers.len()).unwrap_or(u32::MAX) }
    }
}

fn shape(found: &Connection, cards: &Cards) -> ConnectionView {
    let mut independent: Vec<&Vec<Step>> = found.independent.iter().collect();
    independent.sort_by_key(|chain| chain.len());
    ConnectionView {
        chain: cards.chain(&found.shortest),
        chains: independent.into_iter().map(|chain| cards.chain(chain)).collect(),
        independent: u8::try_from(found.independent.len()).unwrap_or(u8::MAX),
        more: found.capped,
        score: found.score(),
        closeness: Some(found.closeness()),
        common_sponsors: cards.common(&found.common_sponsors),
        common_sponsored: cards.common(&found.common_sponsored),
        ..ConnectionView::default()
    }
}
