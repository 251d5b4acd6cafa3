//! The community's journal: what happened to whom, by whom, and why. Written in the transaction of the deed; never changed.
//!
//! Each community's journal is a chain (`database::audit`, `infra/decisions/0012`), so that a change of what stands in it shows.

mod words;

use crate::{CommunityError, store};
pub use database::audit::{Anchor, Broken, Entry};
use database::{CommunityTx, DatabaseError, Db, audit};
use kernel::{Act, Caller, CommunityId, Deed, Denial, MemberId, Page, PageRequest, Timestamp, Who};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An entry as a reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// Its number; none for entries from before the chain.
    pub number: Option<i64>,
    /// When it happened.
    pub at: Timestamp,
    /// The member who did it.
    pub actor: Option<MemberId>,
    /// What they are called; empty for the house and for strangers.
    pub actor_name: String,
    /// The member it was done to.
    pub subject: Option<MemberId>,
    /// What they are called.
    pub subject_name: String,
    /// What was done.
    pub act: String,
    /// Particulars.
    pub detail: Value,
    /// The reason that was given; empty where there was none, or where it was erased.
    pub reason: String,
}

/// Writes one entry at the transaction's moment; it stands there once the transaction is committed.
#[expect(clippy::unused_async, reason = "for its callers it is a write like any other")]
pub async fn record_tx(tx: &mut CommunityTx, entry: Entry) -> Result<(), DatabaseError> {
    tx.record(entry);
    Ok(())
}

/// The journal, the newest first. Stewards and owners.
pub async fn entries(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<EntryView>, CommunityError> {
    caller.must(Act::SeeJournal)?;
    let mut tx = db.begin(caller.community).await?;
    let entries = store::journal::page(&mut tx, &page).await?;
    tx.commit().await?;
    Ok(entries)
}

/// Writes down what was denied in this request so far, in transactions of their own: those in which it was denied are gone. A
/// flood is cut off ([`Deed::Denied`]); what is not written is logged.
///
/// # Errors
/// Where the database fails; then it is logged, too. The denial stands in any case.
pub async fn write_denials(db: &Db, caller: &Caller) -> Result<(), CommunityError> {
    let mut by_community: BTreeMap<CommunityId, Vec<Denial>> = BTreeMap::new();
    for denial in caller.denials.take() {
        tracing::info!(community = %denial.community, act = ?denial.act, who = ?denial.who, "denied");
        if db.count(caller, Deed::Denied, None).await.is_ok() {
            by_community.entry(denial.community).or_default().push(denial);
        }
    }
    for (community, denials) in by_community {
        let mut tx = db.begin(community).await?;
        for denial in denials {
            tx.record(entry_of(denial));
        }
        tx.commit().await?;
    }
    Ok(())
}

fn entry_of(denial: Denial) -> Entry {
    let act = format!("{:?}", denial.act);
    let (actor, detail) = match denial.who {
        Who::Member(me) => (Some(me.member), json!({ "act": act })),
        Who::Account(account) => (None, json!({ "act": act, "account": account })),
        Who::Program(program) => (None, json!({ "act": act, "token": program.token.0 })),
        Who::Anonymous | Who::House => (None, json!({ "act": act })),
    };
    Entry { actor, subject: None, act: "denied", detail }
}

/// Looks through the community's journal, and compares it with what was kept of it elsewhere. Where it ends, or where it is broken.
/// The house only.
pub async fn verify(db: &Db, caller: &Caller, anchors: &[Anchor]) -> Result<Result<Anchor, Broken>, CommunityError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = audit::verify(&mut tx, anchors).await?;
    tx.commit().await?;
    Ok(found)
}

/// Where the journal ends now, to be kept elsewhere; nothing while it is empty. `kept` is what was kept last: it must still stand
/// where it stood. The house only.
pub async fn anchor(
    db: &Db,
    caller: &Caller,
    kept: Option<&Anchor>,
) -> Result<Result<Option<Anchor>, Broken>, CommunityError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    if let Some(kept) = kept {
        let stands = audit::mark_at(&mut tx, kept.seq).await?;
        if stands.as_ref() != Some(kept) {
            let why = if stands.is_some() { audit::Why::Anchor } else { audit::Why::Missing };
            return Ok(Err(Broken { seq: kept.seq, why }));
        }
    }
    let head = audit::head(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(head))
}
