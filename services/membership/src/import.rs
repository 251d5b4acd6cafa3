//! Bringing in the members of an existing community, batch by batch. Repeating a file doubles nobody.
//!
//! A member's id is random like any other. Which key of the files stands for whom is kept beside it, as a keyed mark
//! ([`ImportKey`]), so that a later file, or a file of sponsorships, finds them again.

mod key;

pub use key::{ImportKey, by_keys, by_keys_tx};

use crate::{MembershipError, journal, limits, store, trust_log};
use community::names;
use community::text::{self, BadText};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, EmailAddress, Language, MemberId, Timestamp};
use serde_json::json;
use std::collections::BTreeSet;
use store::import::Known;
use uuid::Uuid;

/// A row of the members' file.
#[derive(Debug, Clone)]
pub struct ImportedMember {
    /// Its line in the file, for the report.
    pub line: u64,
    /// Their key in the file, as written there ([`ImportKey`]).
    pub key: String,
    /// Their address, unchecked.
    pub email: String,
    /// Their name, unchecked.
    pub name: String,
    /// About themselves.
    pub about: String,
    /// Their town.
    pub town: String,
    /// Member since; the import's moment when absent. Seniority counts from here.
    pub joined_at: Option<Timestamp>,
    /// Whether they are a root of trust.
    pub founder: bool,
    /// The language of their letters; the community's when absent.
    pub language: Option<Language>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Rows that became members.
    pub imported: usize,
    /// Rows whose address was here before; left as they were, and known by the row's key from now on.
    pub already: usize,
    /// Rows left out: line and reason.
    pub refused: Vec<(u64, RowRefusal)>,
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RowRefusal {
    /// No address.
    #[error("this is not an e-mail address")]
    Address,
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] BadText),
    /// No key.
    #[error("the row has no key")]
    Key,
    /// The same address or key stands on an earlier line of the batch.
    #[error("this person stands on an earlier line")]
    Twice,
    /// They joined in the future.
    #[error("nobody joins in the future")]
    Future,
    /// The key stands for somebody with another address.
    #[error("another person here has this key")]
    KeyTaken,
}

/// A row that can be written.
#[derive(Debug)]
pub(crate) struct Row {
    pub line: u64,
    pub key: ImportKey,
    pub email: EmailAddress,
    pub name: String,
    pub about: String,
    pub town: String,
    pub joined_at: Timestamp,
    pub founder: bool,
    pub language: Option<Language>,
}

/// Brings in one batch of at most [`limits::IMPORT_BATCH`] rows, all of them or (on a fault) none. The house only.
pub async fn import_members(
    db: &Db,
    caller: &Caller,
    rows: &[ImportedMember],
) -> Result<ImportReport, MembershipError> {
    caller.must(Act::Import)?;
    if rows.len() > limits::IMPORT_BATCH {
        return Err(MembershipError::TooManyRows);
    }
    let mut tx = db.begin(caller.community).await?;
    let mut report = ImportReport::default();
    let face = community::views::face_tx(&mut tx).await?;
    let rows = sort_out(rows, tx.now(), &face.name, &mut report);
    trust_log::lock_tx(&mut tx).await?;
    store::import::open_accounts(&mut tx, &rows, face.language()).await?;
    let keys = marks(&tx, rows.iter().map(|row| &row.key));
    let known = store::import::known(&mut tx, &rows, &keys).await?;
    let (fresh, mut named) = tell_apart(rows, &known, &mut report);
    if !fresh.is_empty() {
        named.extend(bring_in(&mut tx, &face, fresh).await?);
    }
    let keys = marks(&tx, named.iter().map(|(key, _)| key));
    let members: Vec<Uuid> = named.iter().map(|(_, member)| member.0).collect();
    store::import::name(&mut tx, &keys, &members).await?;
    tx.commit().await?;
    Ok(report)
}

/// Writes those who are new, numbered in their order; tells which key now stands for whom.
async fn bring_in(
    tx: &mut CommunityTx,
    face: &community::CommunityFace,
    fresh: Vec<Row>,
) -> Result<Vec<(ImportKey, MemberId)>, DatabaseError> {
    let count = i32::try_from(fresh.len()).unwrap_or(i32::MAX);
    let first = store::member::take_numbers(tx, count).await?;
    let ids: Vec<_> = fresh.iter().map(|_| tx.entropy().id()).collect();
    store::import::insert(tx, &fresh, &ids, first, face).await?;
    store::member::count(tx, count).await?;
    let detail = json!({ "members": count, "first_number": first });
    journal::record_tx(tx, journal::Entry { actor: None, subject: None, act: "imported", detail }).await?;
    trust_log::append_tx(tx, &trust_log::joined(first, first + count - 1)).await?;
    Ok(fresh.into_iter().map(|row| row.key).zip(ids.into_iter().map(MemberId)).collect())
}

fn marks<'k>(tx: &CommunityTx, keys: impl Iterator<Item = &'k ImportKey>) -> Vec<Vec<u8>> {
    keys.map(|key| key.mark(tx.seal(), tx.community())).collect()
}

/// Checks every row; what is wrong goes into the report.
fn sort_out(rows: &[ImportedMember], now: Timestamp, community: &str, report: &mut ImportReport) -> Vec<Row> {
    let (mut addresses, mut keys, mut good) = (BTreeSet::new(), BTreeSet::new(), Vec::with_capacity(rows.len()));
    for row in rows {
        match check(row, now, community) {
            Ok(row) if addresses.contains(&row.email) || keys.contains(&row.key) => {
                report.refused.push((row.line, RowRefusal::Twice));
            }
            Ok(row) => {
                addresses.insert(row.email.clone());
                keys.insert(row.key.clone());
                good.push(row);
            }
            Err(refusal) => report.refused.push((row.line, refusal)),
        }
    }
    good
}

fn check(row: &ImportedMember, now: Timestamp, community: &str) -> Result<Row, RowRefusal> {
    let key = ImportKey::of(&row.key).ok_or(RowRefusal::Key)?;
    let joined_at = row.joined_at.unwrap_or(now);
    if joined_at > now {
        return Err(RowRefusal::Future);
    }
    Ok(Row {
        line: row.line,
        key,
        email: row.email.parse().map_err(|_| RowRefusal::Address)?,
        name: names::person("name", &row.name, limits::NAME, community)?,
        about: text::block("about", &row.about, limits::ABOUT)?,
        town: text::line("town", &row.town, limits::TOWN)?,
        joined_at,
        founder: row.founder,
        language: row.language,
    })
}

/// Those who are new; and of those who are here already, the keys that name them from now on.
fn tell_apart(rows: Vec<Row>, known: &Known, report: &mut ImportReport) -> (Vec<Row>, Vec<(ImportKey, MemberId)>) {
    let (mut fresh, mut named) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        match known.get(row.email.as_str()).copied().unwrap_or_default() {
            (Some(here), None) => named.push((row.key, here)),
            (Some(here), Some(keyed)) if here == keyed => {}
            (_, Some(_)) => {
                report.refused.push((row.line, RowRefusal::KeyTaken));
                continue;
            }
            (None, None) => {
                fresh.push(row);
                continue;
            }
        }
        report.already += 1;
    }
    report.imported = fresh.len();
    (fresh, named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};

    fn now() -> Timestamp {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn row(line: u64, key: &str, email: &str) -> ImportedMember {
        ImportedMember {
            line,
            key: key.into(),
            email: email.into(),
            name: "Odile".into(),
            about: String::new(),
            town: String::new(),
            joined_at: Some(now()),
            founder: false,
            language: None,
        }
    }

    #[test]
    fn bad_rows_are_left_out_with_their_line_and_reason() {
        let mut nameless = row(6, "f", "f@example.test");
        nameless.name = " ".into();
        let mut early = row(7, "g", "g@example.test");
        early.joined_at = Some(now() + Duration::seconds(1));
        let rows = [
            row(2, "a", "a@example.test"),
            row(3, "b", "nobody"),
            row(4, "c", "A@Example.test"),
            row(5, " a ", "other@example.test"),
            nameless,
            early,
            row(8, " ", "h@example.test"),
            ImportedMember { name: "L’équipe".into(), ..row(9, "i", "i@example.test") },
        ];
        let mut report = ImportReport::default();
        let good = sort_out(&rows, now(), "Entraide", &mut report);
        assert_eq!(good.iter().map(|row| row.line).collect::<Vec<_>>(), [2]);
        let refused = [
            (3, RowRefusal::Address),
            (4, RowRefusal::Twice),
            (5, RowRefusal::Twice),
            (6, RowRefusal::Text(BadText::Missing("name"))),
            (7, RowRefusal::Future),
            (8, RowRefusal::Key),
            (9, RowRefusal::Text(BadText::Reserved("name"))),
        ];
        assert_eq!(report.refused, refused);
    }
}
