//! Sponsorships that an existing community brings along.

use crate::head::{Head, TrustEvent};
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, MemberId, SponsorshipId, Timestamp};
use membership::import::{ImportKey, by_keys_tx};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// One sponsorship of the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedSponsorship {
    /// Line of the file, for the report.
    pub line: u64,
    /// Who vouched: their key in the files, or their address.
    pub sponsor: String,
    /// For whom, likewise.
    pub member: String,
    /// When.
    pub given_at: Timestamp,
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum LeftOut {
    /// The sponsor is nobody here.
    #[error("the sponsor is nobody here: no row of the members has this key, and nobody this address")]
    SponsorUnknown,
    /// The member is nobody here.
    #[error("the member is nobody here: no row of the members has this key, and nobody this address")]
    MemberUnknown,
    /// Nobody vouches for themselves.
    #[error("nobody vouches for themselves")]
    Oneself,
    /// The same pair stands above.
    #[error("the same pair stands above")]
    Twice,
    /// The date lies ahead.
    #[error("the date lies ahead")]
    InFuture,
}

/// A row whose people are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) sponsor: MemberId,
    pub(crate) member: MemberId,
    pub(crate) given_at: Timestamp,
}

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows written.
    pub written: u64,
    /// Rows that were there before.
    pub known: u64,
    /// Rows left out, by line.
    pub left_out: Vec<(u64, LeftOut)>,
}

/// Writes a batch (at most a few thousand rows) in one transaction, with one trust event. The sponsorships carry from the
/// day they were given and cost no token. Importing the same rows again writes nothing: a pair is unique.
pub async fn import_sponsorships(
    db: &Db,
    caller: &Caller,
    batch: &[ImportedSponsorship],
) -> Result<Imported, SponsorshipError> {
    caller.must(Act::Import)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let keys = batch.iter().flat_map(|row| [&row.sponsor, &row.member]).filter_map(|key| ImportKey::of(key)).collect();
    let here = by_keys_tx(&mut tx, keys).await?;
    let (rows, left_out) = sort_out(batch, &here, tx.now());
    let ids: Vec<SponsorshipId> = rows.iter().map(name).collect();
    let written = store::import::insert(&mut tx, &ids, &rows).await?;
    if written > 0 {
        head.record(&mut tx, &TrustEvent::Imported { sponsorships: written }).await?;
        let detail = json!({ "sponsorships": written });
        tx.record(Entry { actor: None, subject: None, act: "imported", detail });
    }
    tx.commit().await?;
    Ok(Imported { written, known: rows.len() as u64 - written, left_out })
}

fn sort_out(
    batch: &[ImportedSponsorship],
    here: &HashMap<ImportKey, MemberId>,
    now: Timestamp,
) -> (Vec<Edge>, Vec<(u64, LeftOut)>) {
    let (mut kept, mut left_out, mut pairs) = (Vec::new(), Vec::new(), HashSet::new());
    for row in batch {
        let edge = resolve(row, here, now)
            .and_then(|edge| if pairs.insert((edge.sponsor, edge.member)) { Ok(edge) } else { Err(LeftOut::Twice) });
        match edge {
            Ok(edge) => kept.push(edge),
            Err(why) => left_out.push((row.line, why)),
        }
    }
    (kept, left_out)
}

fn resolve(row: &ImportedSponsorship, here: &HashMap<ImportKey, MemberId>, now: Timestamp) -> Result<Edge, LeftOut> {
    let (sponsor, member) = (ImportKey::of(&row.sponsor), ImportKey::of(&row.member));
    if sponsor.is_some() && sponsor == member {
        return Err(LeftOut::Oneself);
    }
    let who = |key: Option<ImportKey>| key.and_then(|key| here.get(&key).copied());
    let sponsor = who(sponsor).ok_or(LeftOut::SponsorUnknown)?;
    let member = who(member).ok_or(LeftOut::MemberUnknown)?;
    if sponsor == member {
        return Err(LeftOut::Oneself);
    }
    if row.given_at > now { Err(LeftOut::InFuture) } else { Ok(Edge { sponsor, member, given_at: row.given_at }) }
}

/// The same pair gets the same id in every run.
fn name(row: &Edge) -> SponsorshipId {
    SponsorshipId(Uuid::new_v5(&row.sponsor.0, row.member.0.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u64, sponsor: &str, member: &str) -> ImportedSponsorship {
        let given_at = "2024-05-01T00:00:00Z".parse().unwrap();
        ImportedSponsorship { line, sponsor: sponsor.to_owned(), member: member.to_owned(), given_at }
    }

    fn edge(sponsor: u128, member: u128) -> Edge {
        let given_at = "2024-05-01T00:00:00Z".parse().unwrap();
        Edge { sponsor: Uuid::from_u128(sponsor).into(), member: Uuid::from_u128(member).into(), given_at }
    }

    /// A1 is known by an address as well.
    fn here() -> HashMap<ImportKey, MemberId> {
        [("A1", 1), ("a1@example.test", 1), ("A2", 2), ("A3", 3)]
            .map(|(key, id)| (ImportKey::of(key).unwrap(), MemberId(Uuid::from_u128(id))))
            .into()
    }

    #[test]
    fn bad_rows_are_left_out_with_their_line_and_their_reason() {
        let future = ImportedSponsorship { given_at: "2030-01-01T00:00:00Z".parse().unwrap(), ..row(10, "A2", "A3") };
        let batch = [
            row(2, "A1", "A2"),
            row(3, "A9", " A9"),
            row(4, "A1", "A1@Example.test"),
            row(5, "A9", "A2"),
            row(6, "a1", "A2"),
            row(7, "A1", ""),
            row(8, "A1", "A2"),
            row(9, "A1@EXAMPLE.test", "A2"),
            future,
        ];
        let (kept, left_out) = sort_out(&batch, &here(), "2026-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(kept, [edge(1, 2)]);
        let expected = [
            (3, LeftOut::Oneself),
            (4, LeftOut::Oneself),
            (5, LeftOut::SponsorUnknown),
            (6, LeftOut::SponsorUnknown),
            (7, LeftOut::MemberUnknown),
            (8, LeftOut::Twice),
            (9, LeftOut::Twice),
            (10, LeftOut::InFuture),
        ];
        assert_eq!(left_out, expected);
    }

    #[test]
    fn a_pair_has_one_id_and_its_reverse_another() {
        assert_eq!(name(&edge(1, 2)), name(&edge(1, 2)));
        assert_ne!(name(&edge(1, 2)), name(&edge(2, 1)));
    }
}
