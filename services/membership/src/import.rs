//! Bringing in the members of an existing community, batch by batch. Repeating a file doubles nobody.

use crate::{MembershipError, journal, limits, store, trust_log};
use community::text::{self, BadText};
use database::Db;
use kernel::{Act, Caller, CommunityId, EmailAddress, Language, MemberId, Timestamp};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A row of the members' file.
#[derive(Debug, Clone)]
pub struct ImportedMember {
    /// Its line in the file, for the report.
    pub line: u64,
    /// Their key in the file; makes the member's id ([`imported_id`]).
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
    /// Rows whose address was here before; left as they were.
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
    /// The key made an id that another address has here.
    #[error("another person here has this key")]
    KeyTaken,
}

/// A row that can be written.
#[derive(Debug)]
pub(crate) struct Row {
    pub line: u64,
    pub id: MemberId,
    pub email: EmailAddress,
    pub name: String,
    pub about: String,
    pub town: String,
    pub joined_at: Timestamp,
    pub founder: bool,
    pub language: Option<Language>,
}

/// The id of whoever has this key in the community's files: the same at every import, in every file.
pub fn imported_id(community: CommunityId, key: &str) -> MemberId {
    MemberId(Uuid::new_v5(&community.0, format!("member:{}", key.trim()).as_bytes()))
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
    let rows = sort_out(rows, caller.community, tx.now(), &mut report);
    trust_log::lock_tx(&mut tx).await?;
    let face = community::views::face_tx(&mut tx).await?;
    store::import::open_accounts(&mut tx, &rows, face.language()).await?;
    let known = store::import::known(&mut tx, &rows).await?;
    let fresh = only_fresh(rows, &known, &mut report);
    if !fresh.is_empty() {
        let count = i32::try_from(fresh.len()).unwrap_or(i32::MAX);
        let first = store::member::take_numbers(&mut tx, count).await?;
        store::import::insert(&mut tx, &fresh, first, face.language(), face.timezone).await?;
        store::member::count(&mut tx, count).await?;
        let detail = json!({ "members": count, "first_number": first });
        journal::record_tx(&mut tx, journal::Entry { actor: None, subject: None, act: "imported", detail }).await?;
        trust_log::append_tx(&mut tx, &trust_log::joined(first, first + count - 1)).await?;
    }
    tx.commit().await?;
    Ok(report)
}

/// Checks every row; what is wrong goes into the report.
fn sort_out(rows: &[ImportedMember], community: CommunityId, now: Timestamp, report: &mut ImportReport) -> Vec<Row> {
    let (mut addresses, mut ids, mut good) = (BTreeSet::new(), BTreeSet::new(), Vec::with_capacity(rows.len()));
    for row in rows {
        match check(row, community, now) {
            Ok(row) if addresses.contains(&row.email) || ids.contains(&row.id) => {
                report.refused.push((row.line, RowRefusal::Twice));
            }
            Ok(row) => {
                addresses.insert(row.email.clone());
                ids.insert(row.id);
                good.push(row);
            }
            Err(refusal) => report.refused.push((row.line, refusal)),
        }
    }
    good
}

fn check(row: &ImportedMember, community: CommunityId, now: Timestamp) -> Result<Row, RowRefusal> {
    if row.key.trim().is_empty() {
        return Err(RowRefusal::Key);
    }
    let joined_at = row.joined_at.unwrap_or(now);
    if joined_at > now {
        return Err(RowRefusal::Future);
    }
    Ok(Row {
        line: row.line,
        id: imported_id(community, &row.key),
        email: row.email.parse().map_err(|_| RowRefusal::Address)?,
        name: text::needed_line("name", &row.name, limits::NAME)?,
        about: text::block("about", &row.about, limits::ABOUT)?,
        town: text::line("town", &row.town, limits::TOWN)?,
        joined_at,
        founder: row.founder,
        language: row.language,
    })
}

/// Leaves out whoever is here already, by address or by key.
fn only_fresh(rows: Vec<Row>, known: &store::import::Known, report: &mut ImportReport) -> Vec<Row> {
    let mut fresh = Vec::with_capacity(rows.len());
    for row in rows {
        if known.addresses.contains(row.email.as_str()) {
            report.already += 1;
        } else if known.ids.contains(&row.id) {
            report.refused.push((row.line, RowRefusal::KeyTaken));
        } else {
            fresh.push(row);
        }
    }
    report.imported = fresh.len();
    fresh
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
        ];
        let mut report = ImportReport::default();
        let good = sort_out(&rows, CommunityId(Uuid::from_u128(1)), now(), &mut report);
        assert_eq!(good.iter().map(|row| row.line).collect::<Vec<_>>(), [2]);
        let refused = [
            (3, RowRefusal::Address),
            (4, RowRefusal::Twice),
            (5, RowRefusal::Twice),
            (6, RowRefusal::Text(BadText::Missing("name"))),
            (7, RowRefusal::Future),
            (8, RowRefusal::Key),
        ];
        assert_eq!(report.refused, refused);
    }

    #[test]
    fn a_key_makes_the_same_id_in_every_file_and_another_in_every_community() {
        let (here, there) = (CommunityId(Uuid::from_u128(1)), CommunityId(Uuid::from_u128(2)));
        assert_eq!(imported_id(here, "42"), imported_id(here, " 42 "));
        assert_ne!(imported_id(here, "42"), imported_id(there, "42"));
        assert_ne!(imported_id(here, "42"), imported_id(here, "43"));
    }
}
