//! sponsorships.csv.

use super::{Tally, rows};
use crate::{ground::Failure, say};
use database::Db;
use kernel::Caller;
use serde::Deserialize;
use sponsorship::import::{ImportedSponsorship, import_sponsorships};
use std::{io::Read, path::Path};

const FILE: &str = "sponsorships";
/// Small enough for the statement timeout of a working role, large enough that the trips do not count.
const BATCH: usize = 2_000;

#[derive(Deserialize)]
struct Line {
    sponsor: String,
    member: String,
    given_on: String,
}

pub(super) async fn import(db: &Db, caller: &Caller, path: &Path) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut batch = Vec::with_capacity(BATCH);
    for (line, word) in read(rows::open(path)?) {
        match word {
            Ok(word) => batch.push(word),
            Err(why) => tally.leave_out(FILE, line, why),
        }
        if batch.len() == BATCH {
            hand_in(db, caller, &mut batch, &mut tally).await?;
        }
    }
    hand_in(db, caller, &mut batch, &mut tally).await?;
    Ok(tally)
}

/// What [`super::read_sponsorships`] says.
pub(super) fn read(file: impl Read + 'static) -> impl Iterator<Item = rows::Row<ImportedSponsorship>> {
    rows::rows::<Line>(file).map(|(line, row)| (line, row.and_then(|row| sponsorship(line, row))))
}

async fn hand_in(
    db: &Db,
    caller: &Caller,
    batch: &mut Vec<ImportedSponsorship>,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let report = import_sponsorships(db, caller, batch).await?;
    batch.clear();
    tally.taken += report.written;
    tally.known += report.known;
    for (line, why) in report.left_out {
        tally.leave_out(FILE, line, why);
    }
    say::progress(format_args!("sponsorships: {}", tally.taken + tally.known));
    Ok(())
}

fn sponsorship(line: u64, row: Line) -> Result<ImportedSponsorship, String> {
    let given_at = rows::day(&row.given_on)?;
    Ok(ImportedSponsorship { line, sponsor: row.sponsor, member: row.member, given_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_handed_on_as_they_stand() {
        let line = Line { sponsor: "A12".into(), member: "Ada@Example.test".into(), given_on: "2024-05-31".into() };
        let row = sponsorship(2, line).unwrap();
        assert_eq!((row.sponsor.as_str(), row.member.as_str()), ("A12", "Ada@Example.test"));
    }
}
