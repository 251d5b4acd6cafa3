//! Sponsorships that an existing community brings along.

use crate::head::{Head, TrustEvent};
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, MemberId, SponsorshipId, Timestamp};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// One sponsorship of the import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportedSponsorship {
    /// Line of the file, for the report.
    pub line: u64,
    /// Who vouched.
    pub sponsor: MemberId,
    /// For whom.
    pub member: MemberId,
    /// When.
    pub given_at: Timestamp,
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// The sponsor is nobody here.
    SponsorUnknown,
    /// The member is nobody here.
    MemberUnknown,
    /// Nobody vouches for themselves.
    Oneself,
    /// The same pair stands above.
    Twice,
    /// The date lies ahead.
    InFuture,
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
    let people: HashSet<MemberId> = batch.iter().flat_map(|row| [row.sponsor, row.member]).collect();
    let here = store::import::known_members(&mut tx, &people).await?;
    let (rows, left_out) = sort_out(batch, &here, tx.now());
    let ids: Vec<SponsorshipId> = rows.iter().map(name).collect();
    let written = store::import::insert(&mut tx, &ids, &rows).await?;
    if written > 0 {
        head.record(&mut tx, &TrustEvent::Imported { sponsorships: written }).await?;
    }
    tx.commit().await?;
    Ok(Imported { written, known: rows.len() as u64 - written, left_out })
}

fn sort_out(
    batch: &[ImportedSponsorship],
    here: &HashSet<MemberId>,
    now: Timestamp,
) -> (Vec<ImportedSponsorship>, Vec<(u64, LeftOut)>) {
    let (mut kept, mut left_out, mut pairs) = (Vec::new(), Vec::new(), HashMap::new());
    for row in batch {
        let why = if row.sponsor == row.member {
            Some(LeftOut::Oneself)
        } else if !here.contains(&row.sponsor) {
            Some(LeftOut::SponsorUnknown)
        } else if !here.contains(&row.member) {
            Some(LeftOut::MemberUnknown)
        } else if row.given_at > now {
            Some(LeftOut::InFuture)
        } else {
            pairs.insert((row.sponsor, row.member), row.line).map(|_| LeftOut::Twice)
        };
        match why {
            Some(why) => left_out.push((row.line, why)),
            None => kept.push(*row),
        }
    }
    (kept, left_out)
}

/// The same pair gets the same id in every run.
fn name(row: &ImportedSponsorship) -> SponsorshipId {
    SponsorshipId(Uuid::new_v5(&row.sponsor.0, row.member.0.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u64, sponsor: u128, member: u128) -> ImportedSponsorship {
        let given_at = "2024-05-01T00:00:00Z".parse().unwrap();
        ImportedSponsorship {
            line,
            sponsor: Uuid::from_u128(sponsor).into(),
            member: Uuid::from_u128(member).into(),
            given_at,
        }
    }

    #[test]
    fn bad_rows_are_left_out_with_their_line_and_their_reason() {
        let here = [1, 2, 3].map(|n| MemberId(Uuid::from_u128(n))).into();
        let future = ImportedSponsorship { given_at: "2030-01-01T00:00:00Z".parse().unwrap(), ..row(7, 2, 3) };
        let batch = [row(2, 1, 2), row(3, 1, 1), row(4, 9, 2), row(5, 1, 9), row(6, 1, 2), future];
        let (kept, left_out) = sort_out(&batch, &here, "2026-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(kept, [row(2, 1, 2)]);
        let expected = [
            (3, LeftOut::Oneself),
            (4, LeftOut::SponsorUnknown),
            (5, LeftOut::MemberUnknown),
            (6, LeftOut::Twice),
            (7, LeftOut::InFuture),
        ];
        assert_eq!(left_out, expected);
    }

    #[test]
    fn a_pair_has_one_id_and_its_reverse_another() {
        assert_eq!(name(&row(1, 1, 2)), name(&row(9, 1, 2)));
        assert_ne!(name(&row(1, 1, 2)), name(&row(1, 2, 1)));
    }
}
